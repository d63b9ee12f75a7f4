import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    testTimeout: 120_000,
    hookTimeout: 300_000,
    // The browser that ships with the project, so that results do not depend on the machine.
    env: { COLOPHON_BROWSER: "bundled" },
    projects: [
      { extends: true, test: { name: "unit", include: ["tests/unit/**/*.test.ts"] } },
      {
        extends: true,
        test: {
          name: "editions",
          include: ["tests/editions/**/*.test.ts"],
          // Each file may start a browser: one at a time.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
