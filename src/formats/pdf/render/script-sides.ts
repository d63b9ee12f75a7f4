/**
 * Sides: of the planned pages of a script those with somebody's scenes of a day, two on a sheet, under the numbers that
 * they have in the script. What else stands on these pages is struck out.
 */
import type { Element, ElementContent, Root } from "hast";
import { withClasses } from "../../../hast/class-names.js";
import type { Sides } from "../../../model/script-pages.js";
import type { PageItem, ScriptPage } from "../../../script/pages.js";
import { headingOf } from "../../../script/scenes.js";
import { spokenScenes } from "../../../script/speakers.js";

/** A page with the number that it has in the script. */
interface NumberedPage extends ScriptPage {
  readonly name: string;
}

const PER_SHEET = 2;

/**
 * @param tree of the script.
 * @param write makes an element of an item of a page.
 */
export function writeSides(
  tree: Root,
  pages: readonly NumberedPage[],
  sides: Sides,
  write: (item: PageItem) => ElementContent,
): Element[] {
  const own = ownScenes(tree, sides);
  const halves = pagesOf(pages, own, write).filter(({ isOwn }) => isOwn);
  // A PDF has a page, if only to say that nothing is on it.
  if (halves.length === 0) {
    const line = element("p", ["script-side-number"], [{ type: "text", value: "–" }]);
    return [element("div", ["script-sheet"], [element("div", ["script-side"], [line])])];
  }
  const sheets = Array.from({ length: Math.ceil(halves.length / PER_SHEET) }, (_, index) =>
    halves.slice(index * PER_SHEET, (index + 1) * PER_SHEET),
  );
  return sheets.map((sheet, index) => ({
    ...element(
      "div",
      ["script-sheet", "nohyphen"],
      sheet.map(({ half }) => half),
    ),
    ...(index === 0
      ? {}
      : { properties: { className: ["script-sheet", "nohyphen"], style: "break-before: page" } }),
  }));
}

/** Headings of the day's scenes in which somebody speaks; of all of them when it is for nobody alone. */
function ownScenes(tree: Root, { scenes, character }: Sides): ReadonlySet<Element> {
  const speaker = character?.trim().toUpperCase();
  const own = spokenScenes(tree).filter(
    ({ name, speakers }) =>
      scenes?.includes(name) !== false && (speaker === undefined || speakers.has(speaker)),
  );
  return new Set(own.map(({ heading }) => heading));
}

interface Half {
  readonly half: Element;
  /** True when something of it is theirs. */
  readonly isOwn: boolean;
}

function pagesOf(
  pages: readonly NumberedPage[],
  own: ReadonlySet<Element>,
  write: (item: PageItem) => ElementContent,
): readonly Half[] {
  let isTheirs = false;
  return pages.map(({ items, name }) => {
    let isOwn = false;
    const children = items.map((item) => {
      if (item.kind === "scene-heading") isTheirs = own.has(headingOf(item));
      isOwn ||= isTheirs;
      return isTheirs ? write(item) : struck(write(item));
    });
    const number = numberOf(name);
    return {
      half: element("div", ["script-side"], [number, element("div", ["script-page"], children)]),
      isOwn,
    };
  });
}

/** What only the page says: no part of the text. */
function numberOf(name: string): Element {
  const number = element("p", ["script-side-number"], [{ type: "text", value: `${name}.` }]);
  return { ...number, properties: { ...number.properties, ariaHidden: "true", dataRepeated: "" } };
}

function struck(node: ElementContent): ElementContent {
  return node.type === "element"
    ? { ...node, properties: withClasses(node.properties, "script-struck") }
    : node;
}

function element(tagName: string, className: string[], children: ElementContent[]): Element {
  return { type: "element", tagName, properties: { className }, children };
}
