/** Writes the planned pages of a script: every line as it was planned, on the page for which it was planned. */
import type { Element, ElementContent, Properties, Root } from "hast";
import { withClasses } from "../../../hast/class-names.js";
import { scriptWord } from "../../../language/script-words.js";
import type { ScriptPages } from "../../../model/publication.js";
import { LINES_OF_PAGE } from "../../../script/measures.js";
import type { Block, DualBlock, Mark, PageItem, PageRules, ScriptPage } from "../../../script/pages.js";
import { planPages } from "../../../script/plan-pages.js";
import { isScript, unitsOf } from "../../../script/units.js";
import type { Line } from "../../../script/wrap.js";

/** @returns the tree itself when it is no script. */
export function withScriptPages(tree: Root, settings: ScriptPages, language: string): Root {
  if (!isScript(tree.children)) return tree;
  const pages = planPages(unitsOf(tree.children), rulesOf(settings, language));
  return { ...tree, children: pages.map((page, index) => writePage(page, index, settings)) };
}

function rulesOf({ scenes }: ScriptPages, language: string): PageRules {
  const words = {
    more: scriptWord(language, "more"),
    continued: scriptWord(language, "continued"),
    sceneGoesOn: scriptWord(language, "scene-goes-on"),
    sceneContinued: scriptWord(language, "scene-continued"),
  };
  return { lines: LINES_OF_PAGE, words, scenes };
}

function writePage({ items }: ScriptPage, index: number, settings: ScriptPages): Element {
  const properties = {
    className: ["script-page", "nohyphen"],
    ...(index === 0 ? {} : { style: "break-before: page" }),
  };
  return element(
    "div",
    properties,
    items.map((item) => writeItem(item, settings)),
  );
}

function writeItem(item: PageItem, settings: ScriptPages): ElementContent {
  switch (item.kind) {
    case "other":
      return item.node;
    case "dual":
      return writeDual(item);
    case "more":
    case "speech-goes-on":
    case "scene-continued":
    case "scene-goes-on":
      return writeMark(item, settings);
    case "scene-heading":
      return withNumber(writeBlock(item), item.paragraph.element.properties.dataNumber, settings);
    default:
      return writeBlock(item);
  }
}

/** The element of the script with the lines that are here. Only its beginning has its id. */
function writeBlock({ kind, paragraph, above, lines, added }: Block): Element {
  const { tagName, properties, position } = paragraph.element;
  const id = paragraph.isRest || properties.id === undefined ? {} : { id: properties.id };
  const children = [...linesOf(lines), ...(added === undefined ? [] : [made("span", {}, ` ${added}`)])];
  return {
    ...element(tagName, { ...id, className: [kind], ...setBelow(above) }, children),
    ...(position === undefined ? {} : { position }),
  };
}

function writeDual({ above, columns }: DualBlock): Element {
  const column = (blocks: readonly Block[]) => element("div", {}, blocks.map(writeBlock));
  return element("div", { className: ["script-dual"], ...setBelow(above) }, columns.map(column));
}

function writeMark({ kind, above, text, number }: Mark, settings: ScriptPages): Element {
  const line = made("p", { className: [`script-${kind}`], ...setBelow(above) }, text);
  return withNumber(line, number, settings);
}

/** The number of a scene stands in the margins, beside the words; where it stands in both, one is a copy. */
function withNumber(line: Element, number: unknown, { sceneNumbers }: ScriptPages): Element {
  if (typeof number !== "string" || sceneNumbers === "none") return line;
  const first = sceneNumbers === "right" ? [] : [written("left", number)];
  const last =
    sceneNumbers === "left"
      ? []
      : [sceneNumbers === "both" ? made("span", sideOf("right"), number) : written("right", number)];
  const words = element("span", { className: ["numbered-words"] }, line.children);
  return {
    ...line,
    properties: withClasses(line.properties, "script-numbered"),
    children: [...first, words, ...last],
  };
}

type Side = "left" | "right";

function written(side: Side, number: string): Element {
  return element("span", sideOf(side), [text(number)]);
}

function sideOf(side: Side): Properties {
  return { className: ["scene-number", `scene-number-${side}`] };
}

function linesOf(lines: readonly Line[]): ElementContent[] {
  return lines.flatMap(({ children }, index) => [...(index > 0 ? [element("br", {}, [])] : []), ...children]);
}

/** What only the page says is no part of the text that is read aloud. */
function made(tagName: string, properties: Properties, value: string): Element {
  return element(tagName, { ...properties, ariaHidden: "true" }, [text(value)]);
}

function setBelow(above: number): Properties {
  return above === 0 ? {} : { style: `--above: ${above}` };
}

function element(tagName: string, properties: Properties, children: ElementContent[]): Element {
  return { type: "element", tagName, properties, children };
}

function text(value: string): ElementContent {
  return { type: "text", value };
}
