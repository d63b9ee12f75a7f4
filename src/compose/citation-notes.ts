/** Makes a note of a citation, for styles that cite in notes. */
import type { Element, ElementContent } from "hast";
import { plain, type Rich, text } from "../citations/csl/text/rich.js";
import type { FoundCitation } from "./citation-places.js";

/** The reference stands where the citation stood, but after the punctuation that follows it. */
export function noteCitation({ span, parent, body, cites }: FoundCitation, names: Rich, nodes: Rich): void {
  const siblings = parent.children as ElementContent[];
  const at = siblings.indexOf(span);
  let count = 1;
  while (body.notes.has(`citation-${count}`)) count += 1;
  const label = `citation-${count}`;
  const paragraph: Element = { type: "element", tagName: "p", properties: {}, children: [...nodes] };
  body.notes.set(label, { children: [paragraph], location: cites[0]!.location });
  const reference: Element = {
    type: "element",
    tagName: "sup",
    properties: { dataNote: label },
    children: [],
    ...(span.position ? { position: span.position } : {}),
  };
  const before = siblings[at - 1];
  const after = siblings[at + 1];
  const mark = after?.type === "text" ? (/^[.,;:!?…]+/.exec(after.value)?.[0] ?? "") : "";
  if (after?.type === "text" && mark !== "") after.value = after.value.slice(mark.length);
  // The raised number follows its word at once.
  if (names.length === 0 && before?.type === "text") before.value = before.value.replace(/\s+$/, "");
  const words = plain(names) === "" ? [] : [...names];
  siblings.splice(at, 1, ...words, ...text(mark), reference);
}
