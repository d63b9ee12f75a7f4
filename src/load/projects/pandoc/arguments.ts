/** What a command line of Pandoc says: https://pandoc.org/MANUAL.html#options. */

export interface Arguments {
  /** Files that make the text, in their order. */
  readonly inputs: readonly string[];
  /** Values of options by their long names; a switch has an empty one. */
  readonly options: ReadonlyMap<string, readonly string[]>;
}

const SHORT: Readonly<Record<string, string>> = {
  ...{ f: "from", r: "from", t: "to", w: "to", o: "output", d: "defaults", M: "metadata", V: "variable" },
  ...{ F: "filter", L: "lua-filter", H: "include-in-header", B: "include-before-body", c: "css" },
  ...{ A: "include-after-body", T: "title-prefix", D: "print-default-template" },
};

/** Options whose value may be a word of its own. All others are switches, or have it after `=`. */
const WITH_VALUE: ReadonlySet<string> = new Set([
  ...Object.values(SHORT),
  ...`read write data-dir metadata-file shift-heading-level-by base-header-level indented-code-classes tab-stop
    track-changes extract-media abbreviations template variable-json wrap toc-depth number-offset highlight-style
    syntax-highlighting syntax-definition resource-path request-header eol dpi columns top-level-division slide-level
    email-obfuscation id-prefix reference-doc reference-location markdown-headings split-level epub-chapter-level
    chunk-template epub-cover-image epub-title-page epub-metadata epub-embed-font epub-subdirectory ipynb-output
    pdf-engine pdf-engine-opt latex-engine latex-engine-opt bibliography csl citation-abbreviations log
    caption-position figure-caption-position table-caption-position epub-stylesheet reference-odt reference-docx`.split(
    /\s+/,
  ),
]);

/** @param words of the command, without the program. */
export function argumentsOf(words: readonly string[]): Arguments {
  const inputs: string[] = [];
  const options = new Map<string, string[]>();
  const add = (name: string, value: string) => options.set(name, [...(options.get(name) ?? []), value]);
  const left = [...words];
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    const next = () => left.shift() ?? "";
    const [, long, value] = /^--([\w-]+)(?:=(.*))?$/s.exec(word) ?? [];
    const [, short = "", joined = ""] = /^-([a-zA-Z])(.*)$/s.exec(word) ?? [];
    if (long !== undefined) add(long, value ?? (WITH_VALUE.has(long) ? next() : ""));
    else if (SHORT[short] !== undefined) add(SHORT[short], joined === "" ? next() : joined.replace(/^=/, ""));
    else if (short === "") inputs.push(word);
    else if (short === "N" || joined.includes("N")) add("number-sections", "");
  }
  return { inputs, options };
}
