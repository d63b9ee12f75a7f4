import { describe, expect, test } from "vitest";
import {
  breakableInCode,
  breakableInText,
  partsOfAddress,
} from "../../../../src/language/typography/address-breaks.js";
import type { Span } from "../../../../src/language/typography/addresses.js";

describe("a line may end in an address", () => {
  test.each([
    ["https://archive.example.org/maps/", "https://|archive|.example|.org/|maps/"],
    ["http://host.example:8080/a?b=long&c=2#part", "http://|host|.example:|8080/|a|?b|=long|&c|=2|#part"],
    ["doi:10.5555/heron_and-reed~3", "doi:|10|.5555/|heron|_and|-reed~3"],
    ["mailto:anna.maria@press.example", "mailto:|anna|.maria|@press|.example"],
    ["https://fr.example/R%C3%A9gion", "https://|fr|.example/|R|%C3|%A9gion"],
    ["C:\\Books\\Herons\\plan.md", "C:\\|Books\\|Herons\\|plan|.md"],
    ["birds::waders::Heron::new()", "birds::|waders::|Heron::|new()"],
    ["/a/very/short", "/a/|very/|short"],
  ])("%s", (address, parts) => {
    expect(partsOfAddress(address).join("|")).toBe(parts);
    expect(partsOfAddress(address).join("")).toBe(address);
  });
});

describe("addresses and paths are found", () => {
  const cut = (text: string, spans: readonly Span[]) => spans.map(({ from, to }) => text.slice(from, to));

  test.each([
    ["See https://herons.example/nests, then go.", ["https://herons.example/nests"]],
    ["Files lie in ../birds/waders/herons.csv now.", ["../birds/waders/herons.csv"]],
    ["Write to warden@reserve.example.org; or call.", ["warden@reserve.example.org"]],
    ["図はhttps://herons.example/nests。続く。", ["https://herons.example/nests"]],
    [
      "Twice: https://a.example/one/two and /usr/share/herons/x",
      ["https://a.example/one/two", "/usr/share/herons/x"],
    ],
  ])("%s", (text, found) => {
    expect(cut(text, breakableInText(text))).toEqual(found);
  });

  test.each([
    "and/or, he/she, 1/2 of it",
    "well-known long-legged water-birds",
    "Mr. Heron et al. (eds.), vol. 3.14",
    "short: http://a.test",
  ])("nothing in %s", (text) => {
    expect(breakableInText(text)).toEqual([]);
  });

  test("in code a long name is one, whatever it is", () => {
    const code = "run waders::Heron::nest(count) --fast";
    expect(cut(code, breakableInCode(code))).toEqual(["waders::Heron::nest(count)"]);
  });
});
