import { defineConfig } from "vitest/config";
import { NEEDS } from "./tests/support/needs.js";
import SkippedTests from "./tests/support/skipped-tests.js";

export default defineConfig({
  test: {
    testTimeout: 120_000,
    hookTimeout: 300_000,
    // The browser that ships with the project, so that results do not depend on the machine.
    env: { COLOPHON_BROWSER: "bundled" },
    // A test whose need is missing is skipped, and told of.
    tags: NEEDS.map(({ name, description, isMet }) => ({ name, description, skip: !isMet() })),
    reporters: ["default", new SkippedTests()],
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.ts"],
          // Modules are loaded once for all files of a worker: to load them for each took longer than the tests.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: "editions",
          include: ["tests/editions/**/*.test.ts"],
          globalSetup: "tests/support/built-program.ts",
          server: { deps: { external: [/\/dist\/tested-/] } },
          // Each file may start a browser: one at a time.
          fileParallelism: false,
          // In one process, in which the program is loaded once: to load it for each file was half of the work.
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
