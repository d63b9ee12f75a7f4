/**
 * Numbers figures, tables and listings, and writes the number before their captions.
 *
 * As in Quarto, what has an id that begins with `fig-`, `tbl-` or `lst-` is numbered and can be
 * referred to; an image or table without one is not.
 */
import type { Element } from "hast";
import { visit } from "unist-util-visit";
import { word } from "../language/words.js";
import type { Draft, ReferentKind } from "./draft.js";

const KINDS: readonly { prefix: RegExp; kind: ReferentKind; caption: string }[] = [
  { prefix: /^fig-/, kind: "figure", caption: "figcaption" },
  { prefix: /^tbl-/, kind: "table", caption: "caption" },
  { prefix: /^lst-/, kind: "listing", caption: "figcaption" },
];

export function numberCaptions(draft: Draft): void {
  const counts = new Map<ReferentKind, number>();
  for (const section of draft.sections) {
    for (const body of section.bodies) {
      visit(body.tree, "element", (element) => {
        const id = element.properties.id;
        const found = typeof id === "string" && KINDS.find(({ prefix }) => prefix.test(id));
        if (!found) return;
        const number = (counts.get(found.kind) ?? 0) + 1;
        counts.set(found.kind, number);
        draft.referents.set(id as string, { id: id as string, kind: found.kind, number: String(number) });
        labelCaption(element, found.caption, `${word(section.language, found.kind)} ${number}`);
      });
    }
  }
}

function labelCaption(element: Element, tagName: string, label: string): void {
  const caption = element.children.find(
    (child): child is Element => child.type === "element" && child.tagName === tagName,
  );
  caption?.children.unshift(
    {
      type: "element",
      tagName: "span",
      properties: { className: ["caption-label"] },
      children: [{ type: "text", value: label }],
    },
    { type: "text", value: " " },
  );
}
