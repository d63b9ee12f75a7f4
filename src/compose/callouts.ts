/**
 * The titles of callouts. What their author has left to the tool, `> [!NOTE]`, is the book's own word for the kind, in its
 * language; before it stands the number of those that have one, by the beginnings of their ids (`nte-`, `tip-`, …), as
 * in Quarto.
 */
import type { Element, Root } from "hast";
import { classNames, hasClass } from "../hast/class-names.js";
import { visitElements } from "../hast/visit.js";
import { isWord, word } from "../language/words.js";
import type { Edition } from "../model/publication.js";
import { CALLOUT_KINDS, type CalloutKind } from "../model/reference-kinds.js";
import type { Draft } from "./draft.js";
import { plainText, sectionTrees } from "./tree.js";

export function nameCallouts(draft: Draft): void {
  for (const section of draft.sections) {
    for (const { tree } of sectionTrees(section)) {
      visitElements(tree, (element) => {
        const { dataCallout, ...properties } = element.properties;
        const key = `callout-${dataCallout}`;
        if (dataCallout === undefined || !isWord(key)) return undefined;
        element.properties = properties;
        const [first] = element.children;
        const place = first?.position === undefined ? {} : { position: first.position };
        element.children = [{ type: "text", value: word(draft.edition, section.language, key), ...place }];
        return undefined;
      });
    }
  }
}

const CLASSES: ReadonlySet<string> = new Set(
  Object.values(CALLOUT_KINDS).map((kind) => kind.slice("callout-".length)),
);

/** @returns undefined for a div that is no callout, or has no number. */
export function calloutKind(div: Element, id: string): CalloutKind | undefined {
  const prefix = /^([a-z]{3})-/.exec(id)?.[1];
  const isKnown = prefix !== undefined && Object.hasOwn(CALLOUT_KINDS, prefix);
  if (!isKnown || !classNames(div.properties).some((name) => CLASSES.has(name))) return undefined;
  return CALLOUT_KINDS[prefix as keyof typeof CALLOUT_KINDS];
}

/** “Tip 2”. */
export function calloutLabel(edition: Edition, language: string, kind: CalloutKind, number: string): string {
  return `${word(edition, language, kind)}\u00A0${number}`;
}

/** Writes the label before the title that the author has given, or as the title. */
export function labelCallout(callout: Element, label: string, language: string): void {
  const span: Element = {
    type: "element",
    tagName: "span",
    properties: { className: ["caption-label"] },
    children: [{ type: "text", value: label }],
  };
  const title = titleOf(callout);
  if (title === undefined) {
    const properties = { className: ["callout-title"] };
    callout.children.unshift({ type: "element", tagName: "p", properties, children: [span] });
  } else if (title.properties.dataCallout === undefined) {
    const colon = /^(?:ja|zh)\b/.test(language) ? "：" : ": ";
    title.children.unshift(span, { type: "text", value: colon });
  } else {
    delete title.properties.dataCallout;
    title.children = [span];
  }
}

function titleOf({ children }: Element): Element | undefined {
  return children.find(
    (child): child is Element =>
      child.type === "element" &&
      (child.tagName === "summary" || hasClass(child.properties, "callout-title")),
  );
}

/** What callouts that may be referred to, and details, are called. */
export function calloutTitles(tree: Root): Map<string, string> {
  const titles = new Map<string, string>();
  visitElements(tree, (element) => {
    const { id } = element.properties;
    const title = typeof id === "string" && /^(?:div|details)$/.test(element.tagName) && titleOf(element);
    if (title) titles.set(String(id), plainText(title).trim());
  });
  return titles;
}
