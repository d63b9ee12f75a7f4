import { describe, expect, test } from "vitest";
import { servedAddress, servedPath, withDigest } from "../../../src/model/served.js";

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
    expect(servedPath(withDigest(address, "1f0c"))).toBe(`resources/${name}`);
    expect(servedPath(new URL(address, "https://example.org/").pathname)).toBe(`/resources/${name}`);
  });

  test.each(NAMES)("hold nothing at which HTML, CSS or an address ends: %s", (name) => {
    expect(servedAddress("resources", name)).not.toMatch(/["'()<>&#?\s]/);
  });
});
