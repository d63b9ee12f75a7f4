/** Writes the planned pages of a script: every line as it was planned, on the page for which it was planned. */
import type { Element, ElementContent, Properties, Root } from "hast";
import { withClasses } from "../../../hast/class-names.js";
import { scriptWord } from "../../../language/script-words.js";
import { colourOf, type Issue } from "../../../model/issue.js";
import type { ScriptPages } from "../../../model/script-pages.js";
import { isRevised, issueOf, type PlannedPage, planScript } from "../../../revision/plan-script.js";
import type { Block, DualBlock, Mark, PageItem } from "../../../script/pages.js";
import { isScript } from "../../../script/units.js";
import type { Line } from "../../../script/wrap.js";
import { writeSides } from "./script-sides.js";

/** How the pages of one script are set. */
export interface ScriptSetting extends ScriptPages {
  readonly language: string;
  /** What was issued of the edition. */
  readonly issues: readonly Issue[];
}

/** @returns the tree itself when it is no script. */
export function withScriptPages(tree: Root, setting: ScriptSetting): Root {
  if (!isScript(tree.children)) return tree;
  const pages = planScript(tree, setting);
  const { sides } = setting;
  if (sides !== undefined) {
    return { ...tree, children: writeSides(tree, pages, sides, (item) => writeItem(item, setting)) };
  }
  const isShown = shownIn(tree, setting);
  const shown: Element[] = [];
  let missed: Element[] = [];
  for (const page of pages) {
    const written = writePage(page, shown.length, setting);
    if (isShown(page)) {
      shown.push({ ...written, children: [...missed, ...written.children] });
      missed = [];
    } else missed.push(...placesIn(written));
  }
  shown.at(-1)?.children.push(...missed);
  return { ...tree, children: shown };
}

/** Which pages are published: all of them, or those that the last issue has changed. */
function shownIn(tree: Root, { pages }: ScriptSetting): (page: PlannedPage) => boolean {
  const issue = issueOf(tree);
  return (page) => pages === "all" || issue <= 1 || page.issue === issue;
}

/** What the pages of a script are called of which some have gone out: `12A`; undefined where pages are counted. */
export function lockedNames(tree: Root, setting: ScriptSetting): readonly string[] | undefined {
  if (!isScript(tree.children) || issueOf(tree) === 0 || setting.sides !== undefined) return undefined;
  return planScript(tree, setting)
    .filter(shownIn(tree, setting))
    .map(({ name }) => name);
}

/** What bookmarks lead to on a page that is left out: they lead to the next one that is there. */
function placesIn(page: Element): Element[] {
  return page.children.flatMap((child) => {
    const id = child.type === "element" ? child.properties.id : undefined;
    return id === undefined ? [] : [element("span", { id }, [])];
  });
}

function writePage({ items, name, issue }: PlannedPage, index: number, setting: ScriptSetting): Element {
  const head = issue === undefined ? {} : { dataHead: headOf(name, issue, setting) };
  const properties = {
    className: ["script-page", "nohyphen", ...(issue === undefined ? [] : ["script-page-locked"])],
    ...head,
    ...(index === 0 ? {} : { style: "break-before: page" }),
  };
  return element(
    "div",
    properties,
    items.map((item) => writeItem(item, setting)),
  );
}

/** `Blue Rev. 2026-12-04`, and the number of the page, which the first one goes without. */
function headOf(name: string, issue: number, { issues, language }: ScriptSetting): string {
  const { name: colour, date } = issues[issue - 1] ?? { name: colourOf(issue), date: "" };
  const said = issue === 1 ? "" : `${colour} ${scriptWord(language, "revision")} ${date}`.trim();
  return `${said}${NO_BREAK.repeat(4)}${name === "1" ? "" : `${name}.`}`.trim();
}

const NO_BREAK = "\u00A0";

function writeItem(item: PageItem, setting: ScriptPages): ElementContent {
  switch (item.kind) {
    case "other":
      return item.node;
    case "dual":
      return writeDual(item);
    case "more":
    case "speech-goes-on":
    case "scene-continued":
    case "scene-goes-on":
      return writeMark(item, setting);
    case "scene-heading":
      return withNumber(writeBlock(item), item.paragraph.element.properties.dataNumber, setting);
    default:
      return writeBlock(item);
  }
}

/** The element of the script with the lines that are here. Only its beginning has its id. */
function writeBlock({ kind, paragraph, above, lines, added }: Block): Element {
  const { tagName, properties, position } = paragraph.element;
  const id = paragraph.from !== undefined || properties.id === undefined ? {} : { id: properties.id };
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

function writeMark({ kind, above, text, number }: Mark, setting: ScriptPages): Element {
  const line = made("p", { className: [`script-${kind}`], ...setBelow(above) }, text);
  return withNumber(line, number, setting);
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
  return lines.flatMap(({ children }, index) => [
    ...(index > 0 ? [element("br", {}, [])] : []),
    ...(isRevised(children) ? [made("span", { className: ["script-star"] }, "*")] : []),
    ...children,
  ]);
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
