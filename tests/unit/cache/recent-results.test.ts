import { describe, expect, test } from "vitest";
import { recentResults } from "../../../src/cache/recent-results.js";

describe("the newest results", () => {
  test("stay, and those that were not used for longest go", () => {
    const newest = recentResults<string>(2);
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
