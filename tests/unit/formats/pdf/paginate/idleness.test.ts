import { describe, expect, test } from "vitest";
import { idleness } from "../../../../../src/formats/pdf/paginate/idleness.js";

/** Asks as often as time is given. */
function answers(times: readonly (number | undefined)[]): boolean[] {
  const left = [...times];
  const isIdle = idleness(1, () => left.shift());
  return times.slice(1).map(() => isIdle());
}

const MANY = 200;

describe("a browser with something to do", () => {
  test("hangs when it takes no time of the processor, look after look", () => {
    const found = answers(Array.from({ length: MANY }, () => 70));
    expect(found[0]).toBe(false);
    expect(found.at(-1)).toBe(true);
  });

  test("hangs when what it does is next to nothing", () => {
    expect(answers(Array.from({ length: MANY }, (_, look) => 70 + Math.floor(look / 50))).at(-1)).toBe(true);
  });

  test.each([
    ["works all the time", (look: number) => 70 + 25 * look],
    ["works now and then", (look: number) => 70 + 10 * Math.floor(look / 40)],
    ["loses a process that had worked", (look: number) => (look % 60 < 30 ? 900 : 200)],
    ["is of a system that does not tell", () => undefined],
  ])("is waited for when it %s", (_, time) => {
    expect(answers(Array.from({ length: MANY }, (_each, look) => time(look)))).not.toContain(true);
  });
});
