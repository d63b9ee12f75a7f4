import { describe, expect, test } from "vitest";
import { isIsbn } from "../../../../src/load/schema/identifier.js";

describe("ISBN", () => {
  test.each(["9780306406157", "978-2-07-036822-8", "979-10-90636-07-1", "0-306-40615-2", "080442957X"])(
    "%s is right",
    (isbn) => {
      expect(isIsbn(isbn)).toBe(true);
    },
  );
  test.each(["9780306406158", "9770306406157", "0306406153", "X804429570", "978030640615"])(
    "%s is wrong",
    (isbn) => {
      expect(isIsbn(isbn)).toBe(false);
    },
  );
});
