/**
 * Mixtures of what all tools write, put together as nobody would: no text makes reading or composing fail or wait,
 * and every word comes out or is told.
 *
 * `MIXTURES=10000 npx vitest run tests/unit/read/mixtures.test.ts` tries as many.
 */

import { readFileSync } from "node:fs";
import fc from "fast-check";
import type { Nodes } from "hast";
import { expect, it } from "vitest";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.js";
import { openFolder } from "../../../src/input/folder.js";
import { projectFiles } from "../../../src/input/project-files.js";
import { openReader } from "../../../src/input/reader.js";
import type { Section } from "../../../src/model/book.js";
import { DIALECT_NAMES, type Dialect } from "../../../src/model/dialect.js";
import { markdown } from "../../../src/read/markdown/reader.js";
import { temporaryFolders } from "../../support/temporary-folders.js";
import { composeText } from "../compose/compose-text.js";

const RUNS = Number(process.env.MIXTURES ?? 600);

/** What tools write, between lines with a point; `@` stands for a word of its own: each has to come out. */
const SNIPPETS = readFileSync(new URL("mixtures.txt", import.meta.url), "utf8")
  .trimEnd()
  .split("\n.\n");

/** What another block may stand in. */
const FRAMES: readonly ((block: string) => string)[] = [
  (block) => block,
  (block) => prefixed(block, "> ", "> "),
  (block) => prefixed(block, "- ", "  "),
  (block) => prefixed(block, "1. ", "   "),
  (block) => `::: x\n${block}\n:::`,
  (block) => `${block}\n`.slice(0, -2),
  (block) => block.split("\n").slice(0, -1).join("\n"),
  (block) => block.split("\n").slice(1).join("\n"),
];

function prefixed(block: string, first: string, rest: string): string {
  return block
    .split("\n")
    .map((line, index) => (index === 0 ? first : rest) + line)
    .join("\n");
}

interface Mixture {
  readonly text: string;
  readonly words: readonly string[];
}

const mixture = fc
  .array(fc.tuple(fc.constantFrom(...SNIPPETS), fc.array(fc.constantFrom(...FRAMES), { maxLength: 2 })), {
    minLength: 1,
    maxLength: 7,
  })
  .map((blocks): Mixture => {
    let count = 0;
    const name = () => `qw${(count++).toString(36).replace(/\d/g, (digit) => "ghijklmnop"[Number(digit)]!)}z`;
    const framed = blocks.map(([snippet, frames]) =>
      frames.reduce((block, frame) => frame(block), snippet.replaceAll(/@/g, name)),
    );
    const text = framed.join("\n\n");
    return { text, words: text.match(/qw[a-z]+z/g) ?? [] };
  });

const folders = temporaryFolders();

async function compose(text: string, dialect: Dialect, root: string) {
  const told: string[] = [];
  const report = (each: Diagnostic) => void told.push(tellsOf(each, text));
  const folder = openFolder(root);
  const project = { folder, files: projectFiles(folder), content: ".", reader: openReader(root) };
  const prepared = await markdown.prepare("chapter.md", text, { ...project, dialect, settings: {}, report });
  const { sectionOf, diagnostics } = composeText({ sections: { chapter: prepared!.text }, dialect });
  told.push(...diagnostics.map((each) => tellsOf(each, prepared!.text)));
  return { section: sectionOf("chapter"), told };
}

/** What a diagnostic says, and the block that it leads to: its line, and what is indented below. */
function tellsOf({ message, location }: Diagnostic, text: string): string {
  const [first = "", ...rest] = text.split("\n").slice(Math.max(0, (location?.line ?? 1) - 1));
  const end = rest.findIndex((line) => /^\S/.test(line));
  return [message, first, ...rest.slice(0, end < 0 ? undefined : end)].join("\n");
}

/** All that a reader may come to see, attributes too. */
function shown({ title, bodies, notes, generated = [] }: Section): string {
  const nodes = [
    ...bodies.map(({ tree }) => tree),
    ...notes.flatMap(({ children }) => children),
    ...generated,
  ];
  return `${title}\n${nodes.map(shownOf).join("\n")}`;
}

function shownOf(node: Nodes): string {
  if (node.type === "text") return node.value;
  const attributes = node.type === "element" ? ` ${Object.values(node.properties).join(" ")} ` : "";
  return attributes + ("children" in node ? node.children.map(shownOf).join("") : "");
}

it.each(DIALECT_NAMES)(`loses no word of ${RUNS} mixtures read as %s`, async (dialect) => {
  const root = await folders.make({ "a.md": "# A\n" });
  await fc.assert(
    fc.asyncProperty(mixture, async ({ text, words }) => {
      const { section, told } = await compose(text, dialect, root);
      const output = shown(section).toLowerCase();
      const lost = words.filter(
        (word) => !output.includes(word) && !told.some((each) => each.includes(word)),
      );
      expect(lost, text).toEqual([]);
    }),
    { numRuns: Math.ceil(RUNS / DIALECT_NAMES.length) },
  );
});
