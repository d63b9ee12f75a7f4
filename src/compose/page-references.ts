/**
 * Page references: `[](#sec-x){.page}` prints "p. 27" and reads as the name of the place in an
 * ebook; `[the table](#tbl-x){.page}` prints "the table (p. 27)" and keeps its words there.
 */
import type { Element, ElementContent } from "hast";
import { hasClass } from "../hast/class-names.js";
import { visitElements } from "../hast/visit.js";
import { type NumberForm, numberForm, word } from "../language/words.js";
import type { Draft } from "./draft.js";
import { folioMark, inMedium } from "./medium-marks.js";
import { collectPlaces, targetWords } from "./targets.js";
import { plainText, sectionTrees } from "./tree.js";

/** Runs when links lead to ids of the book. */
export function writePageReferences(draft: Draft): void {
  const { edition } = draft;
  const places = collectPlaces(draft);
  for (const section of draft.sections) {
    for (const { tree } of sectionTrees(section)) {
      visitElements(tree, (element) => {
        const { href } = element.properties;
        if (element.tagName !== "a" || !hasClass(element.properties, "page")) return;
        if (typeof href !== "string" || !href.startsWith("#")) return;
        const id = href.slice(1);
        const place = places.get(id);
        const name = place
          ? targetWords(place, "small", edition, section.language)
          : word(edition, section.language, "section");
        writeReference(element, id, name, numberForm(edition, section.language, "page"));
      });
    }
  }
}

function writeReference(element: Element, id: string, name: string, form: NumberForm): void {
  element.properties.className = ["page-reference"];
  const folio: ElementContent[] = [textNode(form.before), folioMark(id), textNode(form.after)].filter(
    (node) => node.type !== "text" || node.value !== "",
  );
  if (plainText(element) === "") {
    element.children = [inMedium("screen", [{ type: "text", value: name }]), inMedium("print", folio)];
    return;
  }
  const bracketed: ElementContent[] = [textNode(" ("), ...folio, textNode(")")];
  element.children.push(inMedium("print", bracketed));
}

function textNode(value: string): ElementContent {
  return { type: "text", value };
}
