import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["packages/**/*.test.ts", "scripts/**/*.test.ts"],
    // A loaded machine may be ten times slower; only what never ends is to fail.
    testTimeout: 60_000,
  },
});
