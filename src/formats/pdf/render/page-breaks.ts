/**
 * Makes authors' page breaks breaks of the printed page.
 *
 * An author may write one as an element of its own, or in the style of any element (`break-before`,
 * `break-after`, and their older names with `page-`). Paged.js reads style sheets only. Here each is said of what begins the next page, as a break of the
 * column: a page is filled as one of two columns, and what the browser puts into the second is cut off.
 * So it works at any depth, two breaks in a row make no empty page, and none is left where nothing stands before or after it.
 */
import type { Element, ElementContent, Parents } from "hast";
import { hasClass } from "../../../hast/class-names.js";

const FORCED = /^(?:page|always|left|right|recto|verso|column|all)$/;
const DECLARATION = /^\s*(?:page-)?break-(before|after)\s*:\s*([a-z]+)/i;
const SHOWN = new Set(["img", "svg", "math", "hr", "input"]);

type Side = "before" | "after";

/** Moves all breaks of a tree, in place. */
export function placePageBreaks(tree: Parents): void {
  const state: State = { isWanted: false, isBegun: false };
  walk(tree, state);
}

interface State {
  /** A break has come, and nothing after it yet. */
  isWanted: boolean;
  /** Something to see has come. */
  isBegun: boolean;
}

function walk(parent: Parents, state: State): void {
  parent.children = (parent.children as ElementContent[]).filter((child) => {
    if (child.type === "text") {
      // Text on its own cannot carry a style: the break waits for an element.
      if (child.value.trim() !== "") state.isBegun = true;
      return true;
    }
    if (child.type !== "element") return true;
    return place(child, state);
  });
}

/** False for an element that is nothing but a break. */
function place(element: Element, state: State): boolean {
  const sides = takeBreaks(element);
  if (sides.has("before")) state.isWanted = state.isBegun || state.isWanted;
  const isMark = sides.size > 0 && isEmpty(element);
  if (!isMark) enter(element, state);
  if (sides.has("after")) state.isWanted = state.isBegun;
  const isLeftEmpty = element.tagName === "p" && element.children.length === 0;
  return !isMark && !isLeftEmpty;
}

function enter(element: Element, state: State): void {
  if (state.isWanted && !isEmpty(element) && !isInline(element)) {
    const { style } = element.properties;
    element.properties.style = `${typeof style === "string" && style !== "" ? `${style}; ` : ""}break-before: column`;
    state.isWanted = false;
  }
  if (SHOWN.has(element.tagName)) state.isBegun = true;
  if (element.tagName !== "svg" && element.tagName !== "math") walk(element, state);
}

/** The breaks that an element asks for; they are taken out of its style. */
function takeBreaks({ properties }: Element): Set<Side> {
  const sides = new Set<Side>();
  const { style } = properties;
  if (hasClass(properties, "page-break")) sides.add("after");
  if (typeof style !== "string" || !style.includes("break-")) return sides;
  const kept = style.split(";").filter((declaration) => {
    const [, side, value] = DECLARATION.exec(declaration) ?? [];
    if (side === undefined || !FORCED.test(value!.toLowerCase())) return true;
    sides.add(side.toLowerCase() as Side);
    return false;
  });
  properties.style = kept.join(";");
  return sides;
}

function isEmpty({ tagName, children, properties }: Element): boolean {
  if (SHOWN.has(tagName) || properties.id !== undefined) return false;
  return children.every((child) => (child.type === "element" ? isEmpty(child) : isBlank(child)));
}

function isBlank(node: ElementContent): boolean {
  return node.type !== "text" || node.value.trim() === "";
}

const INLINE = new Set(
  "a abbr b bdi bdo br cite code del dfn em i ins kbd mark q s samp small span strong sub sup time u var wbr".split(
    " ",
  ),
);

function isInline({ tagName }: Element): boolean {
  return INLINE.has(tagName);
}
