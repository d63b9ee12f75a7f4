/**
 * Names the sides of a style sheet by the flow of the text (CSS Logical Properties 1).
 *
 * Styles say which side of a block a distance or a rule is on, “top” or “left”. Where lines run down the page the top
 * of a paragraph is its right side: with sides that are named by the flow one sheet of a theme dresses both.
 */
import { type CssNode, parse, walk } from "css-tree/dist/csstree.esm";
import { type Edit, edited } from "./sheet.js";

/** What is drawn stands upright, whichever way the lines run. */
const DRAWN = /\b(?:img|svg|cover|plate|math)\b/;

/** @param styles valid ones: what is wrong in a style sheet was told when it was read. */
export function namedByFlow(styles: string): string {
  const tree = parse(styles, { positions: true, parseCustomProperty: true, onParseError: () => undefined });
  const textOf = ({ loc }: CssNode) => styles.slice(loc.start.offset, loc.end.offset);
  const edits: Edit[] = [];
  walk(tree, function (node) {
    if (node.type !== "Declaration" || typeof node.value !== "object") return;
    const isDrawn = this.rule?.prelude ? DRAWN.test(textOf(this.rule.prelude)) : false;
    const property = node.property!.toLowerCase();
    const flow = flowed(property, textOf(node.value).trim(), isDrawn);
    if (flow === undefined) return;
    const declaration = textOf(node).trimEnd();
    const important = /!\s*important$/i.test(declaration) ? " !important" : "";
    const start = node.loc.start.offset;
    const text = flow.map(([name, value]) => `${name}: ${value}${important}`).join("; ");
    edits.push({ start, end: start + declaration.length, text });
  });
  return edited(styles, edits);
}

type Declarations = readonly (readonly [property: string, value: string])[];

const SIDES = { top: "block-start", right: "inline-end", bottom: "block-end", left: "inline-start" } as const;
const SIZES: Readonly<Record<string, string>> = {
  width: "inline-size",
  height: "block-size",
  "min-width": "min-inline-size",
  "min-height": "min-block-size",
};
const ONE_SIDE = /^(margin|padding|border)-(top|right|bottom|left)(-[a-z]+)?$/;

/** What stands in the place of a declaration; undefined when it is no matter of sides. */
function flowed(property: string, value: string, isDrawn: boolean): Declarations | undefined {
  if (property === "text-align" && /^(?:left|right)$/.test(value))
    return [[property, value === "left" ? "start" : "end"]];
  const size = SIZES[property];
  if (size !== undefined && !isDrawn) return [[size, value]];
  const [, box, side, rest = ""] = ONE_SIDE.exec(property) ?? [];
  if (side !== undefined) return [[`${box}-${SIDES[side as keyof typeof SIDES]}${rest}`, value]];
  return /^(?:margin|padding)$/.test(property) ? fourSides(property, value) : undefined;
}

function fourSides(property: string, value: string): Declarations | undefined {
  const parts = value.split(/\s+(?![^(]*\))/);
  if (parts.length < 2 || parts.length > 4) return undefined;
  const [top, right = top, bottom = top, left = right] = parts as [string, ...string[]];
  return Object.entries({ top, right, bottom, left }).map(([side, each]) => [
    `${property}-${SIDES[side as keyof typeof SIDES]}`,
    each,
  ]);
}
