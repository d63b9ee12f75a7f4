import { describe, expect, it } from "vitest";
import type { Manuscript } from "../../../src/model/manuscript.js";
import { abridge, frameOf } from "../../../src/read/abridge.js";
import { parseFile } from "../../../src/read/markdown/parse.js";

function read(text: string): Manuscript {
  const { tree, notes } = parseFile({ file: "one.md", text });
  return { file: "one.md", tree, notes: new Map(notes) };
}

const frame = (text: string) => frameOf(abridge(read(text)));

const TEXT = `# A Heading

Plain words with *stress*, \`code\` and a [link](#two).

\`\`\`rust
fn main() {}
\`\`\`

- one
- two

| a | b |
| - | - |
| c | d |

## Two {#two}

More[^note].

[^note]: A note.
`;

describe("what others depend on in a text", () => {
  it.each([
    ["a word more", TEXT.replace("Plain words", "Plain and simple words")],
    ["another word beside a link", TEXT.replace("and a [", "and also a [")],
    ["stress in a sentence", TEXT.replace("Plain words", "*Plain* words")],
    ["a paragraph more", TEXT.replace("\n- one", "\nAnother paragraph.\n\n- one")],
    ["a paragraph less", TEXT.replace("- one\n- two\n\n", "")],
    ["other code", TEXT.replace("fn main", "fn other")],
    ["an item more", TEXT.replace("- two", "- two\n- three")],
    ["another cell", TEXT.replace("| d |", "| e |")],
  ])("is the same after %s", (_, text) => {
    expect(text).not.toBe(TEXT);
    expect(frame(text).text).toBe(frame(TEXT).text);
  });

  it.each([
    ["heading", TEXT.replace("# A Heading", "# Another Heading")],
    ["id", TEXT.replace("{#two}", "{#three}").replace("(#two)", "(#three)")],
    ["link", TEXT.replace("(#two)", "(https://example.com/)")],
    ["word of a link", TEXT.replace("[link]", "[way]")],
    ["reference", TEXT.replace("Plain words", "Plain words, see @sec-two,")],
    ["variable", TEXT.replace("Plain words", "Plain {{ words }}")],
    ["note", TEXT.replace("A note.", "Another note.")],
    ["reference to a note", TEXT.replace("More[^note].", "More.")],
    ["entry of the index", TEXT.replace("Plain words", "Plain [words]{.index}")],
    ["condition", TEXT.replace("Plain words", "[Plain]{only=print} words")],
    ["language", TEXT.replace("Plain words", "[Plain]{lang=fr} words")],
    ["picture", TEXT.replace("Plain words", "Plain ![words](a.png)")],
    ["formula", TEXT.replace("Plain words", "Plain $x$ words")],
    ["diagram", TEXT.replace("```rust", "```mermaid")],
  ])("is something else after a change of a %s", (_, text) => {
    expect(text).not.toBe(TEXT);
    expect(frame(text).text).not.toBe(frame(TEXT).text);
  });

  it("does not depend on lines, but for notes that are read elsewhere", () => {
    const lower = `\n\n${TEXT}`;
    expect(frame(lower).text).toBe(frame(TEXT).text);
    expect(frame(lower).notes).not.toBe(frame(TEXT).notes);
  });

  it("keeps the place where a text ends, by which its length is guessed", () => {
    const { tree } = read("# One\n\nWords.\n\nMore words.\n");
    const ends = (of: Manuscript["tree"]) =>
      of.children.findLast(({ type }) => type === "element")?.position?.end;
    expect(ends(abridge({ file: "one.md", tree, notes: new Map() }).tree)).toEqual(ends(tree));
  });

  it("leaves what it is made of as it is", () => {
    const manuscript = read(TEXT);
    const before = structuredClone(manuscript);
    abridge(manuscript);
    expect(manuscript).toEqual(before);
  });
});
