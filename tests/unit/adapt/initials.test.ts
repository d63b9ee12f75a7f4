import type { Element } from "hast";
import { fromHtml } from "hast-util-from-html";
import { describe, expect, test } from "vitest";
import { canHaveInitial } from "../../../src/adapt/initials.js";

const paragraph = (html: string): Element =>
  fromHtml(`<p>${html}</p>`, { fragment: true }).children[0] as Element;

/** Long enough for what is large to have text beside it. */
const MORE =
  " upon a time there was a harbour at which no boat came in, and a lamp that burned all night for those who were out.";

const LETTERS = [
  "Once",
  "“Where?”",
  "«Да», сказал",
  "„Ja“",
  "(In)",
  "Ὅταν",
  "בראשית",
  "<em>Once</em>",
  " <a>É</a>",
];
const OTHERS = {
  "joined letters": ["كان", "«نعم»", "رود"],
  "other scripts": ["昔々", "옛날", "एक", "กาล"],
  "digits, dashes and spaced marks": ["1984 was", "— Oui", "…and", "« Oui »", "😀 yes"],
  "what is no text": ["<code>x</code> is", "<img src='a'> Once", "<math></math> is", "<sup>1</sup>Once", ""],
};

test.each(LETTERS)("%s begins with a letter that can be large", (html) => {
  expect(canHaveInitial(paragraph(html + MORE))).toBe(true);
});

test("a date or a short sentence does not, if its author does not ask for it", () => {
  expect(canHaveInitial(paragraph("<em>Late January, 1943</em>"))).toBe(false);
  expect(canHaveInitial(paragraph("It rained."))).toBe(false);
  const asked = paragraph("It rained.");
  asked.properties.className = ["dropcap"];
  expect(canHaveInitial(asked)).toBe(true);
});

describe.each(Object.entries(OTHERS))("%s", (_, list) => {
  test.each(list)("%s does not", (html) => {
    expect(canHaveInitial(paragraph(html === "" ? html : html + MORE))).toBe(false);
  });
});
