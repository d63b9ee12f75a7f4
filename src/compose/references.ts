/**
 * Resolves cross-references: `@fig-x`, `@tbl-x`, `@sec-x` and the like of Quarto, `@fig:x` of pandoc-crossref, and what the
 * parser has marked (`data-reference`): `\ref{x}` of LaTeX and `\@ref(fig:x)` of bookdown.
 *
 * `@Fig-x` asks for a capital letter, `[-@fig-x]` for the number alone, `[@fig-x; @fig-y]` for both in a row.
 */
import type { Element, ElementContent, Text } from "hast";
import { diagnostic, type Report } from "../diagnostics/diagnostic.js";
import type { Location } from "../diagnostics/location.js";
import { nearest } from "../diagnostics/nearest.js";
import { visitNodes } from "../hast/visit.js";
import type { Edition } from "../model/publication.js";
import { REFERENCE_KINDS } from "../model/reference-kinds.js";
import type { Draft } from "./draft.js";
import { locate } from "./draft.js";
import { folioMark, inMedium } from "./medium-marks.js";
import { referenceLeftOut } from "./reference-left-out.js";
import { openReferenceTargets, type ReferenceTargets } from "./reference-targets.js";
import { targetWords } from "./targets.js";
import { missingMark, plainText, replaceChild, sectionTrees } from "./tree.js";

/** A dash in a sentence, `@fig-x---and`, is no part of it. */
const NAME = String.raw`-?@(?:${REFERENCE_KINDS})(?:(?:-\w+)+|:\w+(?:[:./-]\w+)*)`;
const REFERENCE = new RegExp(String.raw`\[(${NAME}(?:;\s*${NAME})*)\]|(?<![\w@])(${NAME.slice(2)})`, "gi");

export function resolveReferences(draft: Draft, report: Report): void {
  const targets = openReferenceTargets(draft);
  for (const section of draft.sections) {
    const reader = { edition: draft.edition, language: section.language };
    for (const { file, tree } of sectionTrees(section)) {
      const tellUnknown = (name: string, at: Location) =>
        report(unknownReference(name, targets, draft.leftOut, at));
      visitNodes(tree, (node, index, parent) => {
        if (node.type === "element" && node.properties.dataReference !== undefined) {
          replaceChild(parent, index, [resolveMarked(node, file, targets, reader, tellUnknown)]);
          return index + 1;
        }
        if (node.type === "element" && (node.tagName === "code" || node.tagName === "a")) return "skip";
        if (node.type !== "text" || !node.value.includes("@")) return;
        // What is struck out may refer to what is gone.
        const onUnknown =
          parent.type === "element" && parent.tagName === "del"
            ? undefined
            : (name: string, offset: number) =>
                tellUnknown(`@${name}`, placeIn(node, offset, locate(file, node)));
        const nodes = resolveText(node, targets, reader, onUnknown);
        replaceChild(parent, index, nodes);
        return index + nodes.length;
      });
    }
  }
}

/** In whose words a reference is written. */
interface Reader {
  readonly edition: Edition;
  readonly language: string;
}

/** @param onUnknown without it, what refers to nothing stays as it is written. */
function resolveText(
  text: Text,
  targets: ReferenceTargets,
  reader: Reader,
  onUnknown: ((name: string, offset: number) => void) | undefined,
): ElementContent[] {
  const nodes: ElementContent[] = [];
  let end = 0;
  for (const { 0: whole, 1: group, 2: single, index } of text.value.matchAll(REFERENCE)) {
    nodes.push({ type: "text", value: text.value.slice(end, index) });
    end = index + whole.length;
    const names = (group ?? single!).split(/;\s*/);
    for (const [at, written] of names.entries()) {
      if (at > 0) nodes.push({ type: "text", value: ", " });
      const name = written.replace(/^-?@/, "");
      const target = targets.named(name);
      if (!target) {
        const typed: Text = { type: "text", value: names.length === 1 ? whole : written };
        onUnknown?.(name, index);
        nodes.push(onUnknown ? missingMark([typed]) : typed);
        continue;
      }
      const number = written.startsWith("-") ? target.number : "";
      const letter = /^[A-Z]/.test(name) ? "capital" : "small";
      const words = number || targetWords(target, letter, reader.edition, reader.language);
      nodes.push(link(target.id, [{ type: "text", value: words }], text));
    }
  }
  nodes.push({ ...text, value: text.value.slice(end) });
  return nodes;
}

/** What stands in the place of a reference that the parser has marked. */
function resolveMarked(
  mark: Element,
  file: string,
  targets: ReferenceTargets,
  { edition, language }: Reader,
  onUnknown: (name: string, at: Location) => void,
): Element {
  const target = targets.labelled(String(mark.properties.dataReference), file);
  if (!target) {
    onUnknown(plainText(mark), locate(file, mark));
    return missingMark(mark.children);
  }
  // Nothing within a formula is a link.
  if (mark.tagName === "mtext")
    return { ...mark, properties: {}, children: [{ type: "text", value: target.number }] };
  const words: ElementContent = { type: "text", value: targetWords(target, "small", edition, language) };
  const form = mark.properties.dataReferenceForm;
  if (form === "page")
    return link(target.id, [inMedium("screen", [words]), inMedium("print", [folioMark(target.id)])], mark);
  const isNumber = form === "number" && target.number !== "";
  return link(target.id, [isNumber ? { type: "text", value: target.number } : words], mark);
}

/** The place of a letter of a text; a text that was wrapped begins again in the first column. */
function placeIn({ value }: Text, offset: number, start: Location): Location {
  const before = value.slice(0, offset).split("\n");
  const column = before.length === 1 ? start.column + offset : before.at(-1)!.length + 1;
  return { ...start, line: start.line + before.length - 1, column };
}

function link(id: string, children: ElementContent[], { position }: Text | Element): Element {
  return {
    type: "element",
    tagName: "a",
    properties: { className: ["cross-reference"], href: `#${id}` },
    children,
    ...(position ? { position } : {}),
  };
}

function unknownReference(
  written: string,
  targets: ReferenceTargets,
  leftOut: ReadonlySet<string>,
  at: Location,
) {
  const name = written.replace(/^@|^\\@?[A-Za-z]+[({]|[)}]$|^\{[\w:+-]+\}`+|`+$/g, "");
  if (leftOut.has(name) || leftOut.has(withSmallLetter(name))) return referenceLeftOut(written, at);
  const similar = nearest(name, targets.names());
  return diagnostic(
    "unknown-reference",
    `\`${written}\` refers to nothing in this edition`,
    at,
    similar
      ? `Did you mean \`${written.replace(name, similar)}\`?`
      : `Give the thing that is meant the id \`{#${name}}\``,
  );
}

function withSmallLetter(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
