/** Manuscripts that are broken, endless, in disguise or badly named. */
import { type HostileCase, text, yaml } from "./case.js";

const named = (claim: string, name: string, said: readonly string[] = []): HostileCase => ({
  claim: `a file with ${claim} in its name`,
  files: {
    "publication.yaml": yaml("", `[{ file: ${JSON.stringify(name)} }]`),
    [`content/${name}`]: "# One\n\nNamed.\n",
  },
  said,
  ...(said.length === 0 ? { shows: "Named." } : {}),
});
const raw = (claim: string, content: string | Uint8Array, said: readonly string[], shows?: string) =>
  text(claim, typeof content === "string" ? Buffer.from(content) : content, said, shows);
const MIB = 1024 * 1024;

export const TEXTS: readonly HostileCase[] = [
  raw("an empty text", "", ["epub-section-empty"]),
  raw("a text of a byte order mark", "\uFEFF", ["epub-section-empty"]),
  raw("a text of blanks", " \t\n".repeat(1000), ["epub-section-empty"]),
  raw("a text with a byte order mark", "\uFEFF# One\n\nMarked.\n", [], "Marked."),
  raw("a text in Latin-1", Buffer.from("# One\n\ncaf\xe9\n", "latin1"), ["not-utf8"], "café"),
  raw("a text in UTF-16", Buffer.from("\uFEFF# One\n", "utf16le"), ["not-utf8"]),
  raw("a text that breaks off inside of a letter", Buffer.from([0x23, 0x20, 0xe2, 0x82]), ["not-utf8"], "â‚"),
  raw("a letter written longer than it is", Buffer.from([0x23, 0x20, 0xc0, 0xaf]), ["not-utf8"]),
  raw("half of a pair of surrogates", Buffer.from([0x23, 0x20, 0xed, 0xa0, 0x80]), ["not-utf8"]),
  raw("a picture in place of a text", Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "latin1"), [
    "unreadable-text",
  ]),
  text("a NUL character", "a\0b", ["control-character"], "a\uFFFDb"),
  text("an escape sequence", "a\x1b]0;owned\x07b", ["control-character"], "owned"),
  text("characters that are none", "a\uFFFEb\uFFFFc", ["control-character"]),
  text("an override of the direction", "if (admin\u202E\u2066) { } \u2069", ["bidi-control"], "admin"),
  text("an isolate that is never closed", "a\u2067b", ["bidi-control"]),
  text("marks of direction that are harmless", "a\u200Eb\u200F", [], "a"),
  text("blanks without a width", "pass\u200Bword\u2060 \uFEFFx", [], "x"),
  text("letters of a private use", "a\uE000b\u{F0000}c", [], "a"),
  text("a thousand marks on one letter", `Z${"\u0300\u0489".repeat(500)}`, [], "Z"),
  text("a rare plane", "\u{1F468}\u200D\u{1F469}\u200D\u{1F467} \u{2F81A} \u{E0067}", [], "\u{2F81A}"),
  text("old ends of lines", "one\r\rtwo\r\n\r\nthree\u2028four\u0085five", ["control-character"], "three"),
  raw("a line of fifty mebibytes", Buffer.alloc(50 * MIB, "word "), ["file-too-large"]),
  raw("a line of one mebibyte", Buffer.concat([Buffer.from("# One\n\nStart "), Buffer.alloc(MIB, "word ")]), [
    "block-too-long",
  ]),
  raw("a word of one mebibyte", Buffer.concat([Buffer.from("# One\n\nStart"), Buffer.alloc(MIB, "x")]), [
    "block-too-long",
  ]),
  raw("a hundred thousand lines", `# One\n\n${"line\n".repeat(100_000)}`, ["block-too-long"]),
  text("a table of five thousand rows", `| a | b |\n|---|---|\n${"| 1 | last |\n".repeat(5000)}`, [], "last"),
  text(
    "a table of three hundred columns",
    `${"| a ".repeat(300)}|\n${"|---".repeat(300)}|\n${"| 1 ".repeat(299)}| last |`,
    [],
    "last",
  ),
  text("a row with too many cells", "| a |\n|---|\n| 1 | 2 | 3 |", ["table-cells-lost"]),
  text(
    "a table of one cell that spans the world",
    '<table><tr><td colspan="99999999" rowspan="99999999">cell</td></tr></table>',
    [],
    "cell",
  ),
  text("a list at the deepest", Array.from({ length: 90 }, (_, i) => `${"  ".repeat(i)}- a`).join("\n"), [
    "nesting-too-deep",
  ]),
  text("lists without end", Array.from({ length: 1000 }, (_, i) => `${"  ".repeat(i)}- a`).join("\n"), [
    "nesting-too-deep",
  ]),
  text("quotations without end", `${">".repeat(5000)} a`, ["nesting-too-deep"]),
  text("elements without end", `${"<div>".repeat(10_000)}a`, ["html-not-well-formed", "nesting-too-deep"]),
  text("elements without end that close", `${"<b>".repeat(10_000)}a${"</b>".repeat(10_000)}`, [
    "nesting-too-deep",
  ]),
  text("end tags of nothing", "</div></p></table></body></html>still", ["html-not-well-formed"], "still"),
  text("an element that is never closed", "<div><p>still", ["html-not-well-formed"], "still"),
  text("a comment that is never closed", "still\n\n<!-- never", ["html-not-well-formed"], "still"),
  text("a heading of a thousand levels", `${"#".repeat(1000)} still`, [], "still"),
  text("a note in a note in a note", "a^[b^[c^[d]]]", [], "a"),
  text("a note that refers to itself", "a[^n]\n\n[^n]: b[^n]", [], "a"),
  text("notes that refer to each other", "a[^n]\n\n[^n]: b[^m]\n\n[^m]: c[^n]", [], "a"),
  text(
    "a thousand notes",
    `${Array.from({ length: 1000 }, (_, i) => `a[^${i}]`).join(" ")}\n\n${Array.from({ length: 1000 }, (_, i) => `[^${i}]: b`).join("\n\n")}`,
    [],
    "a",
  ),
  text(
    "ids that are the names of things",
    "[a]{#__proto__} [b]{#constructor} [c]{#toString} [d](#__proto__)",
    [],
    "a",
  ),
  text("a language that is none", "[a]{lang=xx-not-a-language-at-all}", ["unknown-language"]),
  text("a template", "{{constructor.constructor('EVIL()')()}} {{#each this}}x{{/each}}", [], "constructor"),
  text("a formula that repeats itself", "$\\def\\x{\\x\\x}\\x$", ["bad-math"]),
  text(
    "formulas that multiply",
    `$\\def\\a{xxxxxxxxxx}${"bcdefgh"
      .split("")
      .map((c, i) => `\\def\\${c}{${`\\${"abcdefg"[i]}`.repeat(10)}}`)
      .join("")}\\h$`,
    ["bad-math"],
  ),
  text("a formula in a formula in a formula", `$$${"\\frac{1}{".repeat(2000)}x${"}".repeat(2000)}$$`, [
    "bad-math",
  ]),
  text("a formula with an address", "$\\href{javascript:EVIL()}{x}$", ["bad-math"]),
  text("a formula with a picture", "$\\includegraphics{/etc/passwd}$", ["bad-math"]),
  text("a formula with a file", "$\\input{/etc/passwd}$", ["bad-math"]),
  text("a formula as wide as the world", "$\\rule{99999em}{99999em}$ kept", ["epub-formula-wide"], "kept"),
  text("a formula of nothing", "$$\n$$ still", [], "still"),
  text("a citation without a bibliography", "[@nobody]", [], "nobody"),
  {
    claim: "a citation of a prototype",
    files: {
      "publication.yaml": yaml("bibliography: b.bib"),
      "b.bib": "",
      "content/one.md": "# One\n\n[@__proto__] [@constructor]\n",
    },
    said: ["unknown-citation"],
  },
  text(
    "an address of a hundred thousand letters",
    `[still](https://example.org/${"a".repeat(100_000)})`,
    [],
    "still",
  ),
  text("an address with a broken percent sign", "[still](https://example.org/%zz%)", [], "still"),
  text("an address with letters of another script", "[still](https://еxample.org/)", [], "still"),
  named("spaces", "a b  c.md"),
  named("quotes", 'it\'s "so".md'),
  named("an emoji", "\u{1F4D8}.md"),
  named("a line feed", "a\nb.md"),
  named("a leading dash", "-rf.md"),
  named("a leading dot", ".hidden.md"),
  named("percent signs", "100%25.md"),
  named("a number sign and a question mark", "a#b?c.md"),
  named("a colon", "a:b.md"),
  named("angle brackets and ampersands", "<b>&amp;.md"),
  named("the name of a device of Windows", "CON.md"),
  named("an escape sequence", "a\x1b[31mb.md"),
  named("a letter with a mark of its own", "e\u0301.md"),
  named("an override of the direction", "a\u202Egpj.md"),
  named("a dollar and backquotes", "$(touch x)`id`.md"),
  {
    claim: "a file named in another normal form",
    files: { "publication.yaml": yaml("", '[{ file: "\u00e9.md" }]'), "content/e\u0301.md": "# One\n" },
    said: [],
  },
];
