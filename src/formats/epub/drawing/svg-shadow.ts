/**
 * Writes the shadow of a drawing as SVG 1.1 has it: its schema does not know `feDropShadow`, and what has a filter
 * without anything in it is not drawn at all. The steps are those by which Filter Effects 1 defines it (9.11).
 */
import { openingTag, type Tag } from "./svg-tag.js";

/** @param name for its steps, which nothing else in the drawing has. */
export function shadowSteps(attributes: Tag["attributes"], name: string): string {
  const { dx = "2", dy = "2", stdDeviation = "2" } = attributes;
  const [source, shadow] = [`${name}-source`, `${name}-shadow`];
  const some = (...keys: string[]) =>
    Object.fromEntries(Object.entries(attributes).filter(([key]) => keys.includes(key)));
  const space = some("color-interpolation-filters");
  const step = (element: string, own: Tag["attributes"]) =>
    openingTag({ name: element, attributes: own }, true);
  const merged = { ...some("x", "y", "width", "height", "result"), ...space };
  return [
    // Without a name, its source is whatever comes before.
    step("feOffset", { ...some("in"), result: source }),
    step("feGaussianBlur", { in: source, stdDeviation, ...space }),
    step("feOffset", { dx, dy, result: shadow, ...space }),
    step("feFlood", { ...some("class", "style", "flood-color", "flood-opacity"), ...space }),
    step("feComposite", { in2: shadow, operator: "in", result: shadow, ...space }),
    openingTag({ name: "feMerge", attributes: merged }, false),
    step("feMergeNode", { in: shadow }),
    step("feMergeNode", { in: source }),
    "</feMerge>",
  ].join("");
}
