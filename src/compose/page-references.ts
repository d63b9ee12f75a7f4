/**
 * Page references: `[](#sec-x){.page}` prints "p. 27" and reads as the name of the place in an
 * ebook; `[the table](#tbl-x){.page}` prints "the table (p. 27)" and keeps its words there.
 */
import type { Element, ElementContent } from "hast";
import { visitElements } from "../hast/visit.js";
import { word } from "../language/words.js";
import type { Draft } from "./draft.js";
import { folioMark, inMedium } from "./mediums.js";
import { collectPlaces, targetWords } from "./targets.js";
import { classesOf, plainText, sectionTrees } from "./tree.js";

/** Runs when links lead to ids of the book. */
export function writePageReferences(draft: Draft): void {
  const places = collectPlaces(draft);
  for (const section of draft.sections) {
    for (const { tree } of sectionTrees(section)) {
      visitElements(tree, (element) => {
        const { href } = element.properties;
        if (element.tagName !== "a" || !classesOf(element).includes("page")) return;
        if (typeof href !== "string" || !href.startsWith("#")) return;
        const id = href.slice(1);
        const place = places.get(id);
        const name = place
          ? targetWords(place, "small", section.language)
          : word(section.language, "section");
        writeReference(element, id, name, word(section.language, "page-short"));
      });
    }
  }
}

function writeReference(element: Element, id: string, name: string, pageWord: string): void {
  element.properties.className = ["page-reference"];
  const folio: ElementContent[] = [{ type: "text", value: `${pageWord}\u00A0` }, folioMark(id)];
  if (plainText(element) === "") {
    element.children = [inMedium("screen", [{ type: "text", value: name }]), inMedium("print", folio)];
    return;
  }
  const bracketed: ElementContent[] = [{ type: "text", value: " (" }, ...folio, { type: "text", value: ")" }];
  element.children.push(inMedium("print", bracketed));
}
