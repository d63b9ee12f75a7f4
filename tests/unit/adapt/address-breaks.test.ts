import type { Nodes } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toHtml } from "hast-util-to-html";
import { expect, test } from "vitest";
import { breakAddresses } from "../../../src/adapt/address-breaks.js";

const textOf = (node: Nodes): string =>
  node.type === "text" ? node.value : "children" in node ? node.children.map(textOf).join("") : "";

test.each([
  ["<p>At https://a.example/herons now.</p>", "<p>At https://<wbr>a<wbr>.example/<wbr>herons now.</p>"],
  [
    '<li><a href="https://a.example/">https://a.example/nest-boxes</a></li>',
    '<li><a href="https://a.example/">https://<wbr>a<wbr>.example/<wbr>nest<wbr><span class="unbroken">-b</span>oxes</a></li>',
  ],
  [
    "<td><code>/var/lib/herons/day_one</code></td>",
    "<td><code>/var/<wbr>lib/<wbr>herons/<wbr>day<wbr>_one</code></td>",
  ],
  [
    "<em>https://a.example/?herons</em>",
    '<em>https://<wbr>a<wbr>.example/<wbr><span class="unbroken">?h</span>erons</em>',
  ],
])("lines may end in what is long, and no letter is added: %s", (html, expected) => {
  const inTable = html.startsWith("<td>") ? `<table><tbody><tr>${html}</tr></tbody></table>` : html;
  const tree = fromHtml(inTable, { fragment: true });
  const before = textOf(tree);
  breakAddresses(tree);
  expect(toHtml(tree)).toContain(expected);
  expect(textOf(tree)).toBe(before);
});

test.each([
  "<pre><code>cat /var/lib/herons/day_one</code></pre>",
  "<svg><text>https://a.example/herons</text></svg>",
  "<p>Herons and/or egrets, <code>a.b</code></p>",
])("%s stays as it is", (html) => {
  const tree = fromHtml(html, { fragment: true });
  breakAddresses(tree);
  expect(toHtml(tree)).toBe(html);
});
