import { defineConfig } from "vitest/config";

// A loaded machine may be ten times slower; only what never ends is to fail.
const PATIENCE = 60_000;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["packages/**/*.test.{ts,tsx}", "scripts/**/*.test.ts"],
          exclude: ["packages/server/**", "**/node_modules/**"],
          testTimeout: PATIENCE,
        },
      },
      {
        test: {
          name: "server",
          include: ["packages/server/**/*.test.ts"],
          // One real PostgreSQL for all files; each file makes a database of its own in it.
          globalSetup: ["packages/server/testing/start-postgres.ts"],
          testTimeout: PATIENCE,
          hookTimeout: PATIENCE,
        },
      },
    ],
  },
});
