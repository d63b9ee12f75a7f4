/**
 * The lists behind a script that an edition asks for: its scenes, who speaks, where it plays, who is in which scene.
 *
 * Each is a section of its own from early on, so that it has a title and an id like any other; its table is written when
 * the script is as it will be planned, and headings have the ids to which rows lead.
 */
import type { Element, Root } from "hast";
import { diagnostic, type Report } from "../diagnostics/diagnostic.js";
import { classNames } from "../hast/class-names.js";
import { visitElements } from "../hast/visit.js";
import { scriptWord } from "../language/script-words.js";
import type { Edition } from "../model/publication.js";
import type { ScriptList } from "../model/script-pages.js";
import { issueOf, planScript } from "../revision/plan-script.js";
import { pagesOfScenes, scenesOf } from "../script/scenes.js";
import { isScript, unitsOf } from "../script/units.js";
import type { Draft, DraftSection } from "./draft.js";
import { type ListedScene, listedScenes, type PagesOfScenes, writeScriptList } from "./script-tables.js";

export function addScriptLists({ edition, sections }: Draft, report: Report): void {
  const { scriptLists } = edition;
  if (scriptLists === undefined) return;
  const all = sections.flatMap((section) => {
    if (!section.bodies.some(({ tree }) => isScript(tree.children))) return [section];
    const classes = classesIn(section);
    const lacks = (list: ScriptList) => NEEDED[list].find((name) => !classes.has(name));
    for (const lacking of new Set(scriptLists.flatMap((list) => lacks(list) ?? []))) {
      const without = scriptLists.filter((list) => lacks(list) === lacking);
      report(nothingToList(without, lacking, edition));
    }
    const lists = scriptLists.filter((list) => lacks(list) === undefined);
    return [section, ...lists.map((list) => listSection(list, section))];
  });
  sections.splice(0, Infinity, ...all);
}

type Needed = "scene-heading" | "character";

/** What a script has to have, by its classes, for a list of it. */
const NEEDED: Readonly<Record<ScriptList, readonly Needed[]>> = {
  scenes: ["scene-heading"],
  characters: ["character"],
  locations: ["scene-heading"],
  cast: ["scene-heading", "character"],
};

function classesIn({ bodies }: DraftSection): ReadonlySet<string> {
  const classes = new Set<string>();
  for (const { tree } of bodies) {
    visitElements(tree, (element) => {
      for (const name of classNames(element.properties)) classes.add(name);
      return undefined;
    });
  }
  return classes;
}

const LACKS: Readonly<Record<Needed, string>> = {
  "scene-heading": "The script has no scenes",
  character: "Nobody speaks in the script",
};

function nothingToList(lists: readonly ScriptList[], lacking: Needed, { location }: Edition) {
  const names = lists.map((list) => `\`${list}\``).join(", ");
  const leftOut = lists.length === 1 ? `its list ${names} is left out` : `its lists ${names} are left out`;
  const hint = `Remove ${names} from \`lists\`, or see that the script is written as Fountain has it`;
  return diagnostic("nothing-to-list", `${LACKS[lacking]}, so ${leftOut}`, location, hint);
}

function listSection(list: ScriptList, script: DraftSection): DraftSection {
  const { role, matter, language, spec } = script;
  const title = scriptWord(language, `list-${list}`);
  const heading: Element = {
    type: "element",
    tagName: "h1",
    properties: { className: ["unnumbered"] },
    children: [{ type: "text", value: title }],
  };
  const tree: Root = { type: "root", children: [heading] };
  return {
    id: `script-${list}`,
    role,
    matter,
    ...(spec === undefined ? {} : { spec: { ...spec, title, files: [] } }),
    title,
    language,
    bodies: [{ file: script.bodies[0]!.file, level: 1, tree, notes: new Map(), names: new Map(), start: "" }],
    notes: [],
    scriptList: list,
  };
}

/** Runs when texts are as they will be planned. */
export function fillScriptLists({ edition, sections }: Draft): void {
  if (edition.scriptLists === undefined) return;
  let scenes: readonly ListedScene[] = [];
  for (const { bodies, language, scriptList } of sections) {
    const scripts = bodies.filter(({ tree }) => isScript(tree.children));
    if (scripts.length > 0) scenes = scripts.flatMap(({ tree }) => scenesIn(tree, edition, language));
    if (scriptList !== undefined)
      bodies[0]!.tree.children.push(writeScriptList(scriptList, scenes, language));
  }
}

function scenesIn(tree: Root, edition: Edition, language: string): readonly ListedScene[] {
  return listedScenes(scenesOf(unitsOf(tree.children)), pagesIn(tree, edition, language));
}

/** Locked pages say their own names; others are counted with those of the whole book. */
function pagesIn(tree: Root, edition: Edition, language: string): PagesOfScenes {
  if (edition.format !== "pdf") return "none";
  if (edition.script === undefined || issueOf(tree) === 0) return "folios";
  const pages = planScript(tree, { ...edition.script, language });
  return new Map([...pagesOfScenes(pages)].map(([heading, page]) => [heading, pages[page]!.name]));
}
