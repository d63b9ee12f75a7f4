/** Publication files, bibliographies and styles that are bombs, riddles or rubbish. */
import { type HostileCase, yaml } from "./case.js";

const described = (
  claim: string,
  content: string | Uint8Array,
  said: readonly string[],
  shows?: string,
): HostileCase => ({
  claim: `a publication file ${claim}`,
  files: { "publication.yaml": content },
  said,
  ...(shows === undefined ? {} : { shows }),
});
const laughs = (levels: number) =>
  Array.from({ length: levels }, (_, i) => `k${i + 1}: &k${i + 1} [${`*k${i}, `.repeat(9)}]`).join("\n");
const bib = (
  claim: string,
  content: string | Uint8Array,
  said: readonly string[],
  name = "b.bib",
): HostileCase => ({
  claim: `a bibliography ${claim}`,
  files: { "publication.yaml": yaml(`bibliography: ${name}`), [name]: content },
  said,
});
const csl = (claim: string, inner: string, said: readonly string[]): HostileCase => ({
  claim: `a citation style ${claim}`,
  files: {
    "publication.yaml": yaml("bibliography: b.bib\ncsl: s.csl"),
    "b.bib": "@book{a, title = {T}, author = {A. B.}, year = 2000}",
    "content/one.md": "# One\n\nAs [@a] says.\n",
    "s.csl": `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info><title>x</title><id>x</id></info>${inner}</style>`,
  },
  said,
});

export const DESCRIPTIONS: readonly HostileCase[] = [
  described("that is empty", "", ["empty-publication"]),
  described("of a byte order mark", "\uFEFF", ["empty-publication"]),
  described("with a byte order mark", `\uFEFF${yaml()}`, [], "Text."),
  described("in UTF-16", Buffer.from(`\uFEFF${yaml()}`, "utf16le"), ["not-utf8"]),
  described("of random bytes", Buffer.from(Array.from({ length: 999 }, (_, i) => (i * 73) % 256)), [
    "unreadable-text",
  ]),
  described("of NUL characters", "\0".repeat(100), ["wrong-type"]),
  described("that is a list", "- a\n- b\n", ["wrong-type"]),
  described("that is a word", "publication\n", ["wrong-type"]),
  described("with a thousand million laughs", `k0: &k0 [x]\n${laughs(9)}\n${yaml()}`, ["yaml-syntax"]),
  described("that holds itself", `${yaml()}variables: &v { a: *v }\n`, ["yaml-syntax"]),
  described("with an alias of nothing", yaml("subtitle: *nothing"), ["yaml-syntax"]),
  described("with an anchor that is used well", `${yaml("subtitle: &s Sub\nrights: *s")}`, [], "Text."),
  described("with merged keys", yaml("<<: { subtitle: x }"), ["unknown-key"]),
  described("with a key twice", yaml("title: Another"), ["duplicate-key"]),
  described("with a tag of JavaScript", yaml("subtitle: !!js/function 'function () {}'"), ["yaml-syntax"]),
  described("with a tag of Python", yaml("subtitle: !!python/object/apply:os.system id"), ["yaml-syntax"]),
  described("with a binary", yaml("subtitle: !!binary aGVsbG8="), ["wrong-type"]),
  described("with a prototype", yaml("__proto__: { polluted: true }\nconstructor: { prototype: 1 }"), [
    "bad-name",
    "unknown-key",
  ]),
  described("with variables of a prototype", yaml("variables: { constructor: 1, valueof: 2 }"), [], "Text."),
  described(
    "with a style in a variable",
    yaml('variables: { size-text: "1px; } </style><script>EVIL()</script>" }'),
    [],
    "Text.",
  ),
  described(
    "with HTML in its title",
    yaml().replace("A Book", "'<script>EVIL()</script><img src=x onerror=EVIL()>'"),
    [],
    "Text.",
  ),
  described(
    "with a template in its title",
    yaml().replace("A Book", "'{{constructor.constructor}} {{#with this}}x{{/with}}'"),
    [],
    "Text.",
  ),
  described("with XML in its metadata", yaml('publisher: "]]>&x;<x>"\nrights: "<!DOCTYPE x>"'), [], "Text."),
  described("with an address of a script", yaml('identifier: "javascript:EVIL()"'), ["bad-identifier"]),
  described("with brackets without end", `title: ${"[".repeat(5000)}`, ["yaml-syntax"]),
  described(
    "with lists in lists",
    `title:\n${Array.from({ length: 2000 }, (_, i) => `${" ".repeat(i)}-`).join("\n")}\n`,
    ["yaml-syntax"],
  ),
  described(
    "with mappings in mappings",
    `title: x\n${Array.from({ length: 1000 }, (_, i) => `${" ".repeat(i)}a:`).join("\n")}\n`,
    ["yaml-syntax"],
  ),
  described("of five mebibytes", `title: ${"x".repeat(5 * 1024 * 1024)}`, ["yaml-syntax"]),
  described(
    "with five thousand keys",
    `${yaml()}${Array.from({ length: 5000 }, (_, i) => `k${i}: 1`).join("\n")}`,
    ["unknown-key"],
  ),
  described("with two documents", `${yaml()}---\ntitle: x\n`, ["yaml-syntax"]),
  described("with a date that cannot be", yaml().replace("2026", "9999-99-99"), ["bad-date"]),
  described("with a number without end", yaml("toc-depth: 1e999"), ["wrong-type"]),
  described("with a size without end", yaml("trim: 99999999in 99999999in"), ["bad-trim"]),
  bib("that is empty", "", []),
  bib("of braces", "{".repeat(50_000), ["bad-bibliography"]),
  bib("of braces in an entry", `@book{a, title = ${"{".repeat(50_000)}`, ["bad-bibliography"]),
  bib("of braces that close", `@book{a, title = ${"{".repeat(20_000)}x${"}".repeat(20_000)}}`, [
    "bad-bibliography",
  ]),
  bib(
    "of macros that repeat each other",
    `@string{a = "x" # a}\n@string{b = a # a}\n@book{k, title = b # b}`,
    [],
  ),
  bib(
    "of macros that multiply",
    `@string{a0 = "aaaaaaaaaa"}\n${Array.from({ length: 12 }, (_, i) => `@string{a${i + 1} = ${Array.from({ length: 10 }, () => `a${i}`).join(" # ")}}`).join("\n")}\n@book{k, title = a12}`,
    ["bad-bibliography"],
  ),
  bib("of lists in JSON", "[".repeat(100_000), ["bad-bibliography"], "b.json"),
  bib(
    "of JSON with a prototype",
    '[{"id": "a", "type": "book", "__proto__": {"polluted": true}, "title": "T"}]',
    [],
    "b.json",
  ),
  bib("in UTF-16", Buffer.from("\uFEFF@book{a}", "utf16le"), ["not-utf8"]),
  csl(
    "with a macro that calls itself",
    '<macro name="m"><text macro="m"/></macro><citation><layout><text macro="m"/></layout></citation>',
    ["bad-citation-style"],
  ),
  csl(
    "with macros that multiply",
    `${Array.from({ length: 12 }, (_, i) => `<macro name="m${i + 1}">${`<text macro="m${i}"/>`.repeat(10)}</macro>`).join("")}<macro name="m0"><text value="x"/></macro><citation><layout><text macro="m12"/></layout></citation>`,
    ["bad-citation-style"],
  ),
  csl(
    "nested too deeply",
    `<citation><layout>${"<group>".repeat(20_000)}${"</group>".repeat(20_000)}</layout></citation>`,
    ["bad-citation-style"],
  ),
];
