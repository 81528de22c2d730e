import { defineConfig } from "vitest/config";

// A loaded machine may be ten times slower; only what never ends is to fail.
const PATIENCE = 60_000;
/** Elsewhere than at a desk, a browser or database that started too slowly is tried again; a wrong result stays wrong. */
const retry = process.env["CI"] === undefined ? 0 : 2;

export default defineConfig({
  test: {
    retry,
    projects: [
      {
        test: {
          name: "unit",
          include: ["packages/**/*.test.{ts,tsx}", "scripts/**/*.test.ts"],
          exclude: ["packages/server/**", "packages/web/**/*.served.test.ts", "**/node_modules/**"],
          retry,
          testTimeout: PATIENCE,
        },
      },
      {
        test: {
          name: "server",
          include: ["packages/server/**/*.test.ts"],
          // One real PostgreSQL for all files; each file makes a database of its own in it.
          globalSetup: ["packages/server/testing/start-postgres.ts"],
          retry,
          testTimeout: PATIENCE,
          hookTimeout: PATIENCE,
        },
      },
      {
        test: {
          name: "served",
          include: ["packages/web/**/*.served.test.ts"],
          // The same, with the workbench built: a browser works on the real server.
          globalSetup: [
            "packages/server/testing/start-postgres.ts",
            "packages/web/testing/build-workbench.ts",
          ],
          retry,
          testTimeout: PATIENCE,
          hookTimeout: PATIENCE,
        },
      },
    ],
  },
});
