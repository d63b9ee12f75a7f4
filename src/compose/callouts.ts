/**
 * Writes the titles of callouts whose author has left them to the tool, `> [!NOTE]`: the book's own word
 * for the kind, in its language.
 */
import { visitElements } from "../hast/visit.js";
import { isWord, word } from "../language/words.js";
import type { Draft } from "./draft.js";
import { sectionTrees } from "./tree.js";

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
