/**
 * Numbers figures, tables, listings, equations, theorems and callouts, and writes the number before their captions.
 *
 * As in Quarto, what has an id that begins with `fig-`, `tbl-`, `lst-` or `eq-` is numbered and
 * can be referred to; an image or table without one, or with the class `unnumbered`, is not.
 */
import type { Element, ElementContent } from "hast";
import { hasClass } from "../hast/class-names.js";
import { visitElements } from "../hast/visit.js";
import { counterText } from "../language/counter-style.js";
import { withDigits } from "../language/digits.js";
import { captionSeparator, numbered } from "../language/words.js";
import { calloutKind, calloutLabel, labelCallout } from "./callouts.js";
import type { CaptionKind, Draft, DraftSection, ReferentKind } from "./draft.js";
import { labelTheorem, theoremKind, theoremLabel } from "./theorems.js";
import { plainText } from "./tree.js";

type CountedKind = CaptionKind | "equation";

const KINDS: readonly { prefix: RegExp; kind: CountedKind }[] = [
  { prefix: /^fig-/, kind: "figure" },
  { prefix: /^(?:tbl|tab)-/, kind: "table" },
  { prefix: /^lst-/, kind: "listing" },
  { prefix: /^eq-/, kind: "equation" },
];

export function numberCaptions(draft: Draft): void {
  const next = counter(draft);
  const parts: Parts = new Map();
  for (const section of draft.sections) {
    for (const body of section.bodies) {
      visitElements(body.tree, (element) => {
        const counted = numberPart(draft, element, parts) ?? numberElement(draft, section, element, next);
        if (counted && element.tagName === "figure") noteParts(element, counted, parts);
        const isPart = parts.has(element);
        if (!isPart && (element.tagName === "figure" || element.tagName === "table")) {
          listCaption(draft, section, element, counted);
        }
      });
    }
  }
}

type Next = (section: DraftSection, kind: ReferentKind) => string;

/** Counts by chapter where chapters have numbers; what stands outside of them is counted through. */
function counter(draft: Draft): Next {
  const byChapter = draft.edition.numbering === "chapter";
  const counts = new Map<string, number>();
  return (section, kind) => {
    const chapter = byChapter ? (section.label ?? section.captionNumber ?? "") : "";
    const key = `${kind} ${chapter}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    const number = withDigits(String(count), section.language);
    return chapter === "" ? number : `${chapter}.${number}`;
  };
}

/** Figures in a figure, and tables in one of tables, with the number that each has: `2a`. */
type Parts = Map<Element, { readonly kind: CountedKind; readonly number: string; readonly letter: string }>;

/** Notes the figures in one that is counted, which are its parts when they have ids. */
function noteParts(figure: Element, { kind, number }: Counted, parts: Parts): void {
  let count = 0;
  visitElements(figure, (element) => {
    if (element === figure || parts.has(element) || !isPart(element, kind)) return undefined;
    count += 1;
    const letter = counterText("lower-alpha", count);
    if (typeof element.properties.id === "string")
      parts.set(element, { kind, number: number + letter, letter });
    return "skip";
  });
}

function isPart({ tagName, properties: { id } }: Element, kind: CountedKind): boolean {
  return tagName === "figure" || (kind === "table" && tagName === "table" && typeof id === "string");
}

function numberPart(draft: Draft, element: Element, parts: Parts): Counted | undefined {
  const part = parts.get(element);
  if (!part) return undefined;
  const id = String(element.properties.id);
  const label = `(${part.letter})`;
  draft.referents.set(id, { id, kind: part.kind, number: part.number });
  captionOf(element)?.children.unshift(labelNode("caption-label", label), { type: "text", value: " " });
  return { kind: part.kind, number: part.number, label };
}

interface Counted {
  readonly kind: CountedKind;
  readonly number: string;
  readonly label: string;
}

function numberElement(
  draft: Draft,
  section: DraftSection,
  element: Element,
  next: Next,
): Counted | undefined {
  const { id } = element.properties;
  if (typeof id !== "string" || hasClass(element.properties, "unnumbered")) return undefined;
  if (element.tagName === "div" && numberDiv(draft, section, element, next)) return undefined;
  const kind = KINDS.find(({ prefix }) => prefix.test(id))?.kind;
  if (!kind) return undefined;
  const said = kind === "equation" ? tagOf(element) : undefined;
  const number = said ?? next(section, kind);
  const label = numbered(draft.edition, section.language, kind, number);
  draft.referents.set(id, { id, kind, number });
  if (kind === "equation") numberEquation(element, number, said);
  else captionOf(element)?.children.unshift(...captionLabel(draft, section.language, label));
  return { kind, number, label };
}

/** A theorem or a callout, which have their numbers in their titles. */
function numberDiv(draft: Draft, section: DraftSection, div: Element, next: Next): boolean {
  const id = String(div.properties.id);
  const { language } = section;
  const theorem = theoremKind(id);
  const callout = calloutKind(div, id);
  const kind = theorem ?? callout;
  if (!kind) return false;
  const number = next(section, kind);
  draft.referents.set(id, { id, kind, number });
  if (theorem) labelTheorem(div, theoremLabel(language, theorem, number));
  if (callout) labelCallout(div, calloutLabel(draft.edition, language, callout, number), language);
  return true;
}

/** What the tag of a formula or of its row says, without the brackets around it. */
function tagOf(element: Element): string | undefined {
  const words = plainText(numberPlace(element) ?? { type: "text", value: "" }).trim();
  return words === "" ? undefined : words.replace(/^\((.*)\)$/, "$1");
}

function numberEquation(element: Element, number: string, said: string | undefined): void {
  if (said !== undefined) return;
  const words: ElementContent = { type: "text", value: `(${number})` };
  const place = numberPlace(element);
  if (place) place.children = [words];
  else element.children.push(labelNode("equation-number", words.value));
}

/** Where a formula with a tag has its number, or the row of one that has several. */
function numberPlace(element: Element): Element | undefined {
  const name = element.tagName === "mtr" ? "row-number" : "equation-number";
  let place: Element | undefined;
  visitElements(element, (each) => {
    if (hasClass(each.properties, name)) place = each;
  });
  return place;
}

/** “Figure 1” and what stands between it and the caption: two nodes. */
function captionLabel(draft: Draft, language: string, label: string): ElementContent[] {
  const separator = captionSeparator(draft.edition, language);
  // “1 pav.” ends with a point of its own.
  const value = label.endsWith(".") ? separator.replace(/^\./, "") : separator;
  return [labelNode("caption-label", label), { type: "text", value }];
}

/** Notes what a list of figures, tables or listings may show. */
function listCaption(
  draft: Draft,
  section: DraftSection,
  element: Element,
  counted: Counted | undefined,
): void {
  const caption = captionOf(element);
  if (!caption) return;
  const kind = counted && counted.kind !== "equation" ? counted.kind : kindOf(element);
  const label = counted ? { label: counted.label } : {};
  draft.captions.push({ kind, section, element, caption, ...label });
}

function captionOf(element: Element): Element | undefined {
  return element.children.find(
    (child): child is Element =>
      child.type === "element" && (child.tagName === "figcaption" || child.tagName === "caption"),
  );
}

function kindOf(element: Element): CaptionKind {
  if (element.tagName === "table") return "table";
  if (hasClass(element.properties, "listing")) return "listing";
  const inner = element.children.flatMap((child) => (child.type === "element" ? [child.tagName] : []));
  if (inner.includes("pre")) return "listing";
  return inner.includes("table") ? "table" : "figure";
}

function labelNode(className: string, value: string): Element {
  const children: Element["children"] = [{ type: "text", value }];
  return { type: "element", tagName: "span", properties: { className: [className] }, children };
}
