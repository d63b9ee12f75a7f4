import { describe, expect, test } from "vitest";
import { limitConcurrency } from "../../../src/build/concurrency.js";
import { allOf } from "../../../src/runtime/all-of.js";

const tick = () => new Promise((resolve) => setImmediate(resolve));

describe("work in turns", () => {
  test("begins in order, never more than so many at once, and gives its results in order", async () => {
    const runLimited = limitConcurrency(2);
    const begun: number[] = [];
    let [going, most] = [0, 0];
    const results = await allOf(
      [5, 1, 3, 1, 1].map((ticks, index) =>
        runLimited(async () => {
          begun.push(index);
          going += 1;
          most = Math.max(most, going);
          for (let count = 0; count < ticks; count++) await tick();
          going -= 1;
          return index;
        }),
      ),
    );
    expect({ results, begun, most }).toEqual({ results: [0, 1, 2, 3, 4], begun: [0, 1, 2, 3, 4], most: 2 });
  });

  test("goes on after a failure, which is told when everything is done", async () => {
    const runLimited = limitConcurrency(1);
    const done: string[] = [];
    const fail = async () => {
      throw new Error("broken");
    };
    const all = allOf([
      runLimited(fail),
      runLimited(async () => {
        await tick();
        done.push("second");
      }),
    ]);
    await expect(all).rejects.toThrow("broken");
    expect(done).toEqual(["second"]);
  });
});
