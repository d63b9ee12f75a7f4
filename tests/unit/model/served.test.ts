import { describe, expect, test } from "vitest";
import { SERVED_ADDRESS, servedAddress, servedPath } from "../../../src/model/served.js";

const NAMES = [
  "a&b #1(2).png",
  "50%.png",
  "50%25.png",
  "what?.png",
  'it\'s "it".png',
  "übung/ß+~!*.png",
  "日本.png",
];

describe("addresses of files", () => {
  test.each(NAMES)("lead back to %s", (name) => {
    const address = servedAddress("resources", name);
    expect(servedPath(address)).toBe(`resources/${name}`);
    expect(servedPath(new URL(address, "https://example.org/").pathname)).toBe(`/resources/${name}`);
  });

  test.each(NAMES)("end nowhere inside of a document: %s", (name) => {
    const address = servedAddress("resources", name);
    expect(`<img src="${address}"> url('${address}') (${address})`.match(SERVED_ADDRESS)).toEqual([
      address,
      address,
      address,
    ]);
  });
});
