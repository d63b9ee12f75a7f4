/**
 * Resolves cross-references in Quarto's syntax: `@fig-x`, `@tbl-x`, `@lst-x`, `@eq-x`, `@sec-x`.
 *
 * `@Fig-x` asks for a capital letter, `[-@fig-x]` for the number alone.
 */
import type { Element, ElementContent, Text } from "hast";
import { diagnostic, type Report } from "../diagnostics/diagnostic.js";
import type { Location } from "../diagnostics/location.js";
import { nearest } from "../diagnostics/nearest.js";
import { visitNodes } from "../hast/visit.js";
import type { Edition } from "../model/publication.js";
import type { Draft } from "./draft.js";
import { locate } from "./draft.js";
import { referenceLeftOut } from "./left-out.js";
import { collectTargets, type Target, targetWords } from "./targets.js";
import { missingMark, replaceChild, sectionTrees } from "./tree.js";

const REFERENCE = /\[-@((?:fig|tbl|lst|eq|sec)-[\w-]*\w)\]|(?<![\w@])@((?:fig|tbl|lst|eq|sec)-[\w-]*\w)/gi;

export function resolveReferences(draft: Draft, report: Report): void {
  const targets = collectTargets(draft);
  for (const section of draft.sections) {
    for (const { file, tree } of sectionTrees(section)) {
      visitNodes(tree, (node, index, parent) => {
        if (node.type === "element" && (node.tagName === "code" || node.tagName === "a")) return "skip";
        if (node.type !== "text" || !node.value.includes("@")) return;
        const nodes = resolveText(
          node,
          targets,
          { edition: draft.edition, language: section.language },
          (name, offset) =>
            report(unknownReference(name, targets, draft.leftOut, placeIn(node, offset, locate(file, node)))),
        );
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

function resolveText(
  text: Text,
  targets: ReadonlyMap<string, Target>,
  { edition, language }: Reader,
  onUnknown: (name: string, offset: number) => void,
): ElementContent[] {
  const nodes: ElementContent[] = [];
  let end = 0;
  for (const match of text.value.matchAll(REFERENCE)) {
    const name = (match[1] ?? match[2])!;
    const target = targets.get(name[0]!.toLowerCase() + name.slice(1));
    nodes.push({ type: "text", value: text.value.slice(end, match.index) });
    end = match.index + match[0].length;
    if (!target) {
      onUnknown(name, match.index);
      nodes.push(missingMark([{ type: "text", value: match[0] }]));
      continue;
    }
    const number = match[1] ? target.number : "";
    const letter = /^[A-Z]/.test(name) ? "capital" : "small";
    nodes.push(link(target.id, number || targetWords(target, letter, edition, language), text));
  }
  nodes.push({ ...text, value: text.value.slice(end) });
  return nodes;
}

/** The place of a letter of a text; a text that was wrapped begins again in the first column. */
function placeIn({ value }: Text, offset: number, start: Location): Location {
  const before = value.slice(0, offset).split("\n");
  const column = before.length === 1 ? start.column + offset : before.at(-1)!.length + 1;
  return { ...start, line: start.line + before.length - 1, column };
}

function link(id: string, words: string, text: Text): Element {
  return {
    type: "element",
    tagName: "a",
    properties: { className: ["cross-reference"], href: `#${id}` },
    children: [{ type: "text", value: words }],
    ...(text.position ? { position: text.position } : {}),
  };
}

function unknownReference(
  name: string,
  targets: ReadonlyMap<string, unknown>,
  leftOut: ReadonlySet<string>,
  at: Location,
) {
  if (leftOut.has(name) || leftOut.has(name[0]!.toLowerCase() + name.slice(1)))
    return referenceLeftOut(`@${name}`, at);
  const similar = nearest(name, [...targets.keys()]);
  return diagnostic(
    "unknown-reference",
    `\`@${name}\` refers to nothing in this edition`,
    at,
    similar ? `Did you mean \`@${similar}\`?` : `Give the thing that is meant the id \`{#${name}}\``,
  );
}
