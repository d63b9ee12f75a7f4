import { describe, expect, test } from "vitest";
import { readLimits } from "../../../src/cli/limits.js";

describe("limits on the command line", () => {
  test("are names with numbers, one or several", () => {
    expect(readLimits("pages=300")).toEqual({ pages: 300 });
    expect(readLimits("pages=300 time=1.5,memory=512")).toEqual({ pages: 300, time: 1.5, memory: 512 });
    expect(readLimits("")).toEqual({});
  });

  test.each(["page=3", "pages", "pages=", "pages=0", "pages=-1", "pages=many", "__proto__=1"])(
    "are refused when they mean nothing: %s",
    (given) => {
      expect(readLimits(given)).toBeTypeOf("string");
    },
  );
});
