/** Code that only shows pictures is known by its form alone. */
import { expect, test } from "vitest";
import { readChunk } from "../../../../../../src/read/markdown/syntax/quarto/chunk-options.js";
import { includedPictures } from "../../../../../../src/read/markdown/syntax/quarto/included-pictures.js";

const picturesOf = (code: string) => includedPictures(readChunk("{r}", code)!);

test("names the pictures", () => {
  expect(picturesOf('knitr::include_graphics(c("ebb.png", "flow.png"), dpi = 30);')).toEqual([
    "ebb.png",
    "flow.png",
  ]);
  expect(picturesOf('include_graphics("ebb.png")\nplot(flow)')).toBeUndefined();
});

test("does not try all ways to read what is none", () => {
  expect(picturesOf(`include_graphics(c(${'"ebb.png"  '.repeat(100)}!))`)).toBeUndefined();
});
