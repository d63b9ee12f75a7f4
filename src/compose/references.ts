/**
 * Resolves cross-references in Quarto's syntax: `@fig-x`, `@tbl-x`, `@lst-x`, `@eq-x`, `@sec-x`.
 *
 * `@Fig-x` asks for a capital letter, `[-@fig-x]` for the number alone.
 */
import type { Element, ElementContent, Text } from "hast";
import { SKIP, visit } from "unist-util-visit";
import { diagnostic, type Report } from "../diagnostics/diagnostic.js";
import { nearest } from "../diagnostics/nearest.js";
import { word } from "../language/words.js";
import type { Location } from "../model/location.js";
import type { Draft, DraftSection, Referent } from "./draft.js";
import { locate } from "./draft.js";
import { replaceChild, sectionTrees } from "./tree.js";

const REFERENCE = /\[-@((?:fig|tbl|lst|eq|sec)-[\w-]*\w)\]|(?<![\w@])@((?:fig|tbl|lst|eq|sec)-[\w-]*\w)/gi;

/** Languages that write "figure 3" with a small letter inside a sentence. */
const SMALL_LETTER = new Set(["es", "fr", "it"]);

export function resolveReferences(draft: Draft, report: Report): void {
  const targets = collectTargets(draft);
  for (const section of draft.sections) {
    for (const { file, tree } of sectionTrees(section)) {
      visit(tree, (node, index, parent) => {
        if (node.type === "element" && (node.tagName === "code" || node.tagName === "a")) return SKIP;
        if (node.type !== "text" || !parent || index === undefined || !node.value.includes("@")) return;
        const nodes = resolveText(node, targets, section.language, (name) =>
          report(unknownReference(name, targets, locate(file, node))),
        );
        replaceChild(parent, index, nodes);
        return index + nodes.length;
      });
    }
  }
}

/** What may be referred to: numbered captions, and headings with an id that begins with `sec-`. */
function collectTargets(draft: Draft): Map<string, Referent & { title?: string }> {
  const targets = new Map<string, Referent & { title?: string }>(draft.referents);
  for (const section of draft.sections) {
    const id = section.heading?.properties.id;
    if (typeof id === "string") targets.set(id, sectionReferent(id, section));
    for (const body of section.bodies) {
      for (const [name, target] of body.names) {
        if (!name.startsWith("sec-") || targets.has(name)) continue;
        targets.set(name, sectionReferent(target, section));
      }
    }
  }
  return targets;
}

function sectionReferent(id: string, section: DraftSection): Referent & { title: string } {
  return { id, kind: "section", number: section.label ?? "", title: section.title };
}

function resolveText(
  text: Text,
  targets: ReadonlyMap<string, Referent & { title?: string }>,
  language: string,
  onUnknown: (name: string) => void,
): ElementContent[] {
  const nodes: ElementContent[] = [];
  let end = 0;
  for (const match of text.value.matchAll(REFERENCE)) {
    const name = (match[1] ?? match[2])!;
    const target = targets.get(name[0]!.toLowerCase() + name.slice(1));
    nodes.push({ type: "text", value: text.value.slice(end, match.index) });
    end = match.index + match[0].length;
    if (!target) {
      onUnknown(name);
      nodes.push({ type: "text", value: match[0] });
      continue;
    }
    const words = match[1] ? target.number : wordsFor(target, name, language);
    nodes.push(link(target.id, words, text));
  }
  nodes.push({ ...text, value: text.value.slice(end) });
  return nodes;
}

function wordsFor(target: Referent & { title?: string }, name: string, language: string): string {
  if (target.kind === "section") {
    return target.number === ""
      ? (target.title ?? "")
      : `${kindWord("chapter", name, language)} ${target.number}`;
  }
  return `${kindWord(target.kind, name, language)} ${target.number}`;
}

function kindWord(kind: "chapter" | Referent["kind"], name: string, language: string): string {
  const capital = word(language, kind);
  const small = SMALL_LETTER.has(language.split("-")[0]!) && /^[a-z]/.test(name);
  return small ? capital.toLocaleLowerCase(language) : capital;
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

function unknownReference(name: string, targets: ReadonlyMap<string, unknown>, at: Location) {
  const similar = nearest(name, [...targets.keys()]);
  return diagnostic(
    "unknown-reference",
    `\`@${name}\` refers to nothing in this edition`,
    at,
    similar ? `Did you mean \`@${similar}\`?` : `Give the thing that is meant the id \`{#${name}}\``,
  );
}
