/**
 * Links without words, `[](#tides)` and `[](https://example.org/)`: they say where they lead. MyST and Sphinx write
 * references like that; in HTML such a link is one that nobody sees.
 */
import type { Element } from "hast";
import { visitElements } from "../hast/visit.js";
import type { Draft } from "./draft.js";
import { collectPlaces, targetWords } from "./targets.js";
import { isBlank, isHeading, sectionTrees } from "./tree.js";

/** Runs when links lead to ids of the book. */
export function nameEmptyLinks(draft: Draft): void {
  const { edition } = draft;
  let places: ReturnType<typeof collectPlaces> | undefined;
  for (const section of draft.sections) {
    for (const { tree } of sectionTrees(section)) {
      visitElements(tree, (element) => {
        // The anchor of a heading, as generators of sites write it, is no reference.
        if (isHeading(element)) return "skip";
        if (!isEmptyLink(element)) return undefined;
        const href = String(element.properties.href);
        places ??= collectPlaces(draft);
        const place = href.startsWith("#") ? places.get(href.slice(1)) : undefined;
        const words = place ? targetWords(place, "small", edition, section.language) : addressOf(href);
        if (words !== "") element.children = [{ type: "text", value: words }];
        return undefined;
      });
    }
  }
}

/** One with a class, an id or a label is there for something else. */
function isEmptyLink(element: Element): boolean {
  const { tagName, properties } = element;
  const others = Object.entries(properties).filter(([name, value]) => name !== "href" && value !== undefined);
  if (tagName !== "a" || typeof properties.href !== "string" || others.length > 0) return false;
  return element.children.every(isBlank);
}

/** As a reader would type it. */
function addressOf(href: string): string {
  return href.startsWith("#") ? "" : href.replace(/^mailto:/, "");
}
