/** The official CSL test suite, where it is at hand: what passes goes on passing, what fails is known with its reason. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { EXPECTED_FAILURES } from "../../support/csl-suite/expected-failures.js";
import { readFixture } from "../../support/csl-suite/fixture.js";
import { normalized, runFixture } from "../../support/csl-suite/run.js";
import { CSL_SUITE } from "../../support/needs.js";

const passes = (name: string): boolean => {
  const fixture = readFixture(join(CSL_SUITE, `${name}.txt`));
  return normalized(runFixture(fixture)) === normalized(fixture.result);
};

it("passes the official suite but for the failures that are listed", { tags: "csl-suite" }, () => {
  const names = readdirSync(CSL_SUITE).flatMap((file) => (file.endsWith(".txt") ? file.slice(0, -4) : []));
  const failures = names.filter((name) => !passes(name));
  expect(failures.sort()).toEqual(Object.keys(EXPECTED_FAILURES).sort());
  expect(names.length - failures.length).toBeGreaterThanOrEqual(Math.min(names.length, 785));
});
