/** Counts the items of lists in the digits of their language, where these are not 0 to 9 (CSS Counter Styles 3, 6.1). */
import type { Parents } from "hast";
import { digitStyle } from "../language/digits.js";
import type { Draft } from "./draft.js";
import { sectionTrees } from "./tree.js";

export function setListDigits(draft: Draft): void {
  for (const section of draft.sections) {
    for (const { tree } of sectionTrees(section)) settle(tree, section.language);
  }
}

/** A list of a kind of its own, lettered or dressed by its author, stays as it is. */
function settle(parent: Parents, around: string): void {
  for (const child of parent.children) {
    if (child.type !== "element") continue;
    const { lang, type, className, style } = child.properties;
    const language = typeof lang === "string" && lang !== "" ? lang : around;
    const digits = digitStyle(language);
    const isPlain = type === undefined && className === undefined && style === undefined;
    if (child.tagName === "ol" && isPlain && digits !== "decimal")
      child.properties.style = `list-style-type: ${digits}`;
    settle(child, language);
  }
}
