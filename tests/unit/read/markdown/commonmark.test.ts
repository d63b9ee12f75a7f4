/** All examples of the CommonMark specification come out as it says, but where a book wants something else. */

import spec from "commonmark-spec";
import { fromHtml } from "hast-util-from-html";
import { toHtml } from "hast-util-to-html";
import { describe, expect, it } from "vitest";
import { parseText } from "./parse-text.js";

/** What differs on purpose, with the numbers of the examples. */
const CHOICES: Readonly<Record<string, readonly number[]>> = {
  "a picture alone in its paragraph is a figure": [
    520, 572, 573, 574, 575, 576, 577, 578, 580, 582, 583, 584, 585, 586, 588, 589, 591,
  ],
  "a heading without words is left out": [79],
  "code that cannot be coloured does not name its language": [24, 34, 144, 146],
  "code is coloured": [142, 143],
  "two lines of three hyphens at the top hold metadata": [98],
  "a bare address is a link, as on GitHub": [602, 608, 611, 612],
  "`@` begins a citation": [606],
  "addresses with a scheme that nothing opens are text": [598, 599, 601],
  "scripts, styles, forms and unknown attributes are left out": [169, 170, 171, 172, 173, 176, 178, 616],
  "elements that HTML does not have show their content, or their letters": [
    150, 163, 201, 491, 494, 524, 536, 613, 614, 615, 617, 623,
  ],
  "tags that never end show their letters": [156, 157, 158],
  "a tag that is left open ends with its block": [148, 187, 344, 476, 477, 630, 631, 642, 643],
  "instructions and declarations are no text of the book; character data is": [180, 182, 627, 628, 629],
  "what a comment that ends at once leaves is text": [626],
};

/** As a browser reads it, without comments, the classes of colours and blanks between elements. */
function normal(html: string): string {
  const read = toHtml(fromHtml(html.replace(/<!--[\s\S]*?-->/g, ""), { fragment: true }));
  return read.replace(/>\s+</g, "><").trim();
}

const chosen = new Set(Object.values(CHOICES).flat());

describe("the CommonMark specification", () => {
  it.each(spec.tests.filter(({ number }) => !chosen.has(number)))("$section, example $number", (example) => {
    const { markdown, html } = { markdown: tabs(example.markdown), html: tabs(example.html) };
    expect(normal(parseText(markdown).html)).toBe(normal(html));
  });

  it.each(Object.entries(CHOICES))("%s", (_choice, numbers) => {
    for (const number of numbers) {
      const { markdown, html } = spec.tests.find((each) => each.number === number)!;
      expect([number, normal(parseText(tabs(markdown)).html)]).not.toEqual([number, normal(tabs(html))]);
    }
  });
});

/** The specification shows tabs as arrows. */
function tabs(text: string): string {
  return text.replaceAll("→", "\t");
}
