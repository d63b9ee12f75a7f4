/** What makes old reading systems drop a sheet, or the book, is not in the one that they are given first. */
import { expect, test } from "vitest";
import { plainStyles, wholeStyles } from "../../../../../src/formats/epub/package/style-sheets.js";
import { texts } from "../../../../support/xml.js";
import { publish } from "../book.js";
import { EVERYTHING } from "../content.js";

test.each([
  ["rules as they are", "p { margin: 0; }", "p{margin:0}"],
  ["no comments, whatever is in them", "/* a { b } */ p { margin: 0 /* ; */ }", "p{margin:0}"],
  ["no value that is computed", "p { margin: 1em; margin: calc(1em - 1px); }", "p{margin:1em}"],
  ["no value that is computed in another", "p { background: linear-gradient(red, var(--a)) }", ""],
  ["no rule without a declaration", "ul { padding: min(1em, 6%) } p { margin: 0 }", "p{margin:0}"],
  ["no flexible boxes", "div { display: flex; flex: 1 1 0; gap: 1em; margin: 0 }", "div{margin:0}"],
  ["no variables", ":root { --a: 1em; margin: 0 }", ":root{margin:0}"],
  [
    "no rules with conditions",
    "@media (max-width: 30em) { p { margin: 0 } } b { color: red }",
    "b{color:red}",
  ],
  ["no rules in rules with conditions", "@supports (a: b) { @media print { p { margin: 0 } } }", ""],
  ["no rules in rules", "p { margin: 0; & b { color: red } }", "p{margin:0}"],
  ["no selectors of later levels", "p:is(a, b) { margin: 0 } p:not(a, b) { margin: 0 }", ""],
  ["selectors of earlier ones", "p:not(.a):first-child { margin: 0 }", "p:not(.a):first-child{margin:0}"],
  ["nothing that is not CSS", "p { margin: 0; oops; : }", "p{margin:0}"],
  [
    "faces",
    '@font-face { font-family: "A;{"; src: url(a.ttf) }',
    '@font-face{font-family:"A;{";src:url(a.ttf)}',
  ],
  [
    "strings and addresses",
    'q { content: "};"; background: url(a.png) }',
    'q{content:"};";background:url(a.png)}',
  ],
  ["words that only look so", ".flex { background: url(min.png) }", ".flex{background:url(min.png)}"],
])("the plain sheet has %s", (_, css, expected) => expect(plainStyles(css).trim()).toBe(expected));

test("the whole sheet stands in a condition, so that old systems pass over it", () =>
  expect(wholeStyles("p { margin: calc(1em) }")).toBe(
    "@supports (display: flex) {\np { margin: calc(1em) }\n}\n",
  ));

test("every document has the plain one before the whole one, and ours keeps what it should", async () => {
  const { read, names } = await publish(EVERYTHING);
  for (const name of names.filter((each) => each.endsWith(".xhtml"))) {
    const linked = texts(await read(name.replace(/^EPUB\//, "")), "//h:head/h:link/@href");
    expect(linked).toEqual(["styles/plain.css", "styles/book.css"]);
  }
  const plain = await read("styles/plain.css");
  expect(plain).not.toMatch(/calc\(|min\(|max\(|flex|grid|@(?!font-face|page)/);
  expect(plain).toContain("blockquote");
});
