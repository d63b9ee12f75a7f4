import { describe, expect, test } from "vitest";
import { nearest } from "../../../src/diagnostics/nearest.js";

describe("suggestions", () => {
  test("come for a slip of the pen and not for another word", () => {
    expect(nearest("subtitel", ["title", "subtitle"])).toBe("subtitle");
    expect(nearest("Title", ["title"])).toBe("title");
    expect(nearest("pfd", ["epub", "pdf"])).toBe("pdf");
    expect(nearest("publisher", ["language", "rights"])).toBeUndefined();
    expect(nearest("xy", ["ab"])).toBeUndefined();
  });
});
