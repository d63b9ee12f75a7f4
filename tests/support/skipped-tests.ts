/**
 * Tells at the end of a run how many tests were skipped, and what they need. In CI a skip that is not expected
 * there fails the run.
 */
import type { Reporter, TestModule } from "vitest/node";
import { NEEDS } from "./needs.js";

export interface SkippedTest {
  readonly name: string;
  readonly tags: readonly string[];
}

export interface SkipReport {
  /** One for each reason. */
  readonly lines: readonly string[];
  /** Names of tests that were skipped and should not have been. */
  readonly unexpected: readonly string[];
}

/** @param missing needs that the machine does not meet; what else is skipped has no reason */
export function reportSkips(
  skipped: readonly SkippedTest[],
  missing: readonly Pick<(typeof NEEDS)[number], "name" | "description" | "missingInCi">[],
): SkipReport {
  const groups = missing.flatMap((need) => {
    const tests = skipped.filter(({ tags }) => tags.includes(need.name));
    return tests.length === 0
      ? []
      : [{ tests, reason: need.description, isExpected: need.missingInCi !== undefined }];
  });
  const explained = new Set(groups.flatMap(({ tests }) => tests));
  const others = skipped.filter((each) => !explained.has(each));
  const all =
    others.length === 0 ? groups : [...groups, { tests: others, reason: "a reason", isExpected: false }];
  const unexpected = all.filter(({ isExpected }) => !isExpected).flatMap(({ tests }) => tests);
  return {
    lines: all.map(({ tests, reason }) => `Skipped: ${tests.length} without ${reason}`),
    unexpected: unexpected.map(({ name }) => name),
  };
}

/** Tests that a filter by name leaves out are nobody's loss. */
export default class SkippedTests implements Reporter {
  private isFiltered = false;

  onInit(vitest: Parameters<NonNullable<Reporter["onInit"]>>[0]): void {
    this.isFiltered = vitest.config.testNamePattern !== undefined;
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    if (this.isFiltered) return;
    const skipped = modules.flatMap((each) =>
      [...each.children.allTests("skipped")].map(({ fullName, tags }) => ({
        name: `${each.relativeModuleId}: ${fullName}`,
        tags,
      })),
    );
    const { lines, unexpected } = reportSkips(
      skipped,
      NEEDS.filter(({ isMet }) => !isMet()),
    );
    for (const line of lines) console.log(line);
    if (process.env.CI !== "true" || unexpected.length === 0) return;
    console.error(["Skipped, and not expected to be in CI:", ...unexpected].join("\n  "));
    process.exitCode = 1;
  }
}
