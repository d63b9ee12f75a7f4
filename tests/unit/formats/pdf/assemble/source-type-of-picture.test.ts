/** Which picture of a PDF is which of the book, as far as its bytes or its size tell. */
import { expect, test } from "vitest";
import { sourceTypesOf } from "../../../../../src/formats/pdf/assemble/source-type-of-picture.js";

const shown = (body: string, width: number, sourceType?: string) => ({
  body: Buffer.from(body),
  picture: { width, height: 10, ...(sourceType === undefined ? {} : { sourceType }) },
});
const image = (object: number, width: number) => ({ object, width, height: 10, bytes: 3 });
const stream = (number: number, content: string) => [number, Buffer.from(content)] as const;

test.each([
  ["by its bytes, whatever its size", [shown("jpeg", 99, "a")], [[7, "a"]]],
  ["by its size", [shown("png", 20, "b"), shown("other", 21)], [[7, "b"]]],
  [
    "not by a size that two have of which not the same is said",
    [shown("png", 20, "b"), shown("other", 20)],
    [],
  ],
  [
    "by a size that two have of which the same is said",
    [shown("png", 20, "b"), shown("other", 20, "b")],
    [[7, "b"]],
  ],
  ["not by a size that nobody has", [shown("png", 19, "b")], []],
  ["nothing where nothing is said", [shown("png", 20)], []],
])("a picture is found %s", (_, all, expected) => {
  expect(sourceTypesOf([stream(7, "jpeg")], [image(7, 20)], all)).toEqual(expected);
});

test("a picture that its bytes have found stands for no other", () => {
  const all = [shown("jpeg", 20, "a"), shown("png", 20, "b")];
  const streams = [stream(7, "raw"), stream(8, "jpeg")];
  expect(sourceTypesOf(streams, [image(7, 20), image(8, 20)], all)).toEqual([
    [7, "b"],
    [8, "a"],
  ]);
});
