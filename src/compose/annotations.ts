/** Names the numbers that lead from lines of code to what is said of them, for those who hear them: `Note 1`, in the book's language. */
import { visitElements } from "../hast/visit.js";
import { word } from "../language/words.js";
import type { Draft } from "./draft.js";
import { sectionTrees } from "./tree.js";

export function nameAnnotations(draft: Draft): void {
  for (const section of draft.sections) {
    for (const { tree } of sectionTrees(section)) {
      visitElements(tree, (element) => {
        const { dataAnnotation, ...properties } = element.properties;
        if (dataAnnotation === undefined) return undefined;
        const ariaLabel = `${word(draft.edition, section.language, "note")} ${dataAnnotation}`;
        const role = element.tagName === "a" ? "doc-noteref" : "img";
        element.properties = { ...properties, role, ariaLabel };
        return "skip";
      });
    }
  }
}
