import type { ElementContent } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toHtml } from "hast-util-to-html";
import { expect, test } from "vitest";
import { withWideLetters } from "../../../../../src/formats/pdf/render/wide-letters.js";

/** Cells as `[x]`. */
function set(html: string): string {
  const line = fromHtml(html, { fragment: true }).children as ElementContent[];
  return toHtml({ type: "root", children: withWideLetters(line) }).replaceAll(
    /<span class="wide">(.*?)<\/span>/gu,
    "[$1]",
  );
}

test.each([
  ["│ 鷺 │ 3 │", "│ [鷺] │ 3 │"],
  ["| サギ | 왜가리 |", "| [サ][ギ] | [왜][가][리] |"],
  ["鷺\theron", "[鷺]\theron"],
  ["🦢  swan", "[🦢]  swan"],
  ["❤️ | yes", "[❤️] | yes"],
  ["call(「鷺」,１)  # once", "call([「][鷺][」],[１])  # once"],
  ['<span class="hljs-string">"鷺"</span>  // 注 x', '<span class="hljs-string">"[鷺]"</span>  // 注 x'],
])("a wide letter before what is aligned has a cell: %s", (html, expected) => {
  expect(set(html)).toBe(expected);
});

test.each(["// 鷺 is a heron", "  鷺", "| heron | 3", "ｱｲｳ  half", "→ · … é  x", "a  鷺"])(
  "%s has none",
  (html) => {
    expect(set(html)).toBe(html);
  },
);
