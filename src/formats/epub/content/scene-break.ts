/**
 * Scene breaks with the ornament of the theme.
 *
 * A rule of HTML (`hr`) shows what its border and its `::before` draw: reading systems clip the one, and some do not
 * know the other or let an `hr` without a border collapse. So the ornament is text in an element of its own, which
 * every one of them shows; those that read aloud hear a separator (WAI-ARIA 1.2, `separator`).
 */
import { withClasses } from "../../../hast/class-names.js";
import type { ContentRule } from "./rule.js";

/** A theme's variable for it; the last one that is set counts. */
const VARIABLE = /--ornament:\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')\s*(?=[;}])/g;
/** CSS Syntax 3, 4.3.7: up to six hexadecimal digits and one white space behind them, or any one sign. */
const ESCAPE = /\\(?:([\da-f]{1,6})\s?|(.))/gis;

/**
 * @param styles of the theme's print edition, and the variables of the edition behind them.
 * @returns what stands between scenes; undefined when that is a rule, or a picture.
 */
export function ornamentOf(styles: string): string | undefined {
  const [, double, single] = [...styles.matchAll(VARIABLE)].at(-1) ?? [];
  const text = (double ?? single)?.replace(ESCAPE, (_, hex?: string, sign?: string) =>
    hex === undefined ? (sign ?? "") : String.fromCodePoint(Number.parseInt(hex, 16)),
  );
  return text?.trim() === "" ? undefined : text;
}

export const sceneBreak: ContentRule = (element, { ornament }) => {
  if (element.tagName !== "hr" || ornament === undefined) return element;
  return {
    ...element,
    tagName: "div",
    properties: { ...withClasses(element.properties, "scene-break"), role: "separator" },
    children: [{ type: "text", value: ornament }],
  };
};
