/** Work that goes on a few pieces at once, and what is kept of it. */
import { describe, expect, test } from "vitest";
import { allOf, limitConcurrency } from "../../../src/build/concurrency.js";
import { madeEditions } from "../../../src/build/made-editions.js";
import { keepNewest } from "../../../src/cache/newest.js";
import type { Produced } from "../../../src/formats/format.js";

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

describe("what a build has made", () => {
  const produced = (size: number): Produced => ({ bytes: new Uint8Array(size), extent: 1, diagnostics: [] });

  test("is made once for all that ask for it, without its bytes once they are published, then goes", async () => {
    const kept = madeEditions([{ id: "print" }, { id: "print" }]);
    let made = 0;
    const make = async () => {
      made += 1;
      return produced(9);
    };
    expect((await kept.takeOrMake("print", make)).bytes.length).toBe(9);
    kept.keepPages("print");
    kept.release("print");
    expect((await kept.takeOrMake("print", make)).bytes.length).toBe(0);
    expect(made).toBe(1);
    kept.release("print");
    await kept.takeOrMake("print", make);
    expect(made).toBe(2);
  });
});

describe("the newest results", () => {
  test("stay, and those that were not used for longest go", () => {
    const newest = keepNewest<string>(2);
    const made: string[] = [];
    const take = (key: string) =>
      newest.takeOrMake(key, () => {
        made.push(key);
        return key;
      });
    for (const key of ["a", "b", "a", "c", "a", "b"]) take(key);
    expect(made).toEqual(["a", "b", "c", "b"]);
  });
});
