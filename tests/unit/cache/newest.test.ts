import { describe, expect, test } from "vitest";
import { keepNewest } from "../../../src/cache/newest.js";

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
