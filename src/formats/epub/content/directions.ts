/**
 * Paragraphs in a script that runs the other way than the text around: quoted in Hebrew or Arabic, they begin at their
 * own side, and their points stand at their end. Reading systems turn words by themselves, but no paragraphs.
 */
import type { Element, ElementContent } from "hast";
import { visitNodes } from "../../../hast/visit.js";

const PARAGRAPHS = new Set(["p", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "dt", "dd", "figcaption"]);
const TO_THE_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}]/gu;
const LETTER = /\p{L}/gu;

/** @param around Direction of the text that the nodes stand in. */
export function setDirections(nodes: readonly ElementContent[], around: "ltr" | "rtl"): void {
  for (const node of nodes) {
    if (node.type !== "element" || node.tagName === "math" || node.tagName === "svg") continue;
    const own = directionOf(node, around);
    setDirections(node.children, own);
  }
}

function directionOf(element: Element, around: "ltr" | "rtl"): "ltr" | "rtl" {
  const { dir } = element.properties;
  if (dir === "ltr" || dir === "rtl") return dir;
  if (dir !== undefined || !PARAGRAPHS.has(element.tagName)) return around;
  let text = "";
  visitNodes(element, (node) => {
    if (node.type === "text") text += node.value;
  });
  const letters = text.match(LETTER)?.length ?? 0;
  const toTheLeft = text.match(TO_THE_LEFT)?.length ?? 0;
  if (letters === 0 || toTheLeft * 2 === letters) return around;
  const own = toTheLeft * 2 > letters ? "rtl" : "ltr";
  if (own !== around) element.properties.dir = own;
  return own;
}
