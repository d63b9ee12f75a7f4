/** The tables of the lists behind a script. */
import type { Element, ElementContent } from "hast";
import { hasClass } from "../hast/class-names.js";
import { type ScriptWord, scriptWord } from "../language/script-words.js";
import type { ScriptList } from "../model/script-pages.js";
import { writtenEighths } from "../script/eighths.js";
import { sceneNames } from "../script/scene-names.js";
import { lengthOf, type Scene } from "../script/scenes.js";
import { wordsOf } from "../script/units.js";
import { textOf } from "../script/wrap.js";
import { folioMark } from "./medium-marks.js";

/** A scene as lists name it. */
export interface ListedScene {
  /** See `script/scene-names.ts`. */
  readonly label: string;
  readonly words: string;
  readonly id?: string;
  readonly location: string;
  /** `INT`, `EXT`. */
  readonly place: string;
  /** Undefined for one that is left out and keeps its number. */
  readonly eighths?: number;
  /** Undefined where there are no pages. */
  readonly page?: ElementContent;
  /** False for what stands before the first scene. */
  readonly isScene: boolean;
  readonly speeches: ReadonlyMap<string, number>;
}

/** Names of the pages by the headings on them, or whether pages are counted through the book, or are none. */
export type PagesOfScenes = ReadonlyMap<Element, string> | "folios" | "none";

export function listedScenes(scenes: readonly Scene[], pages: PagesOfScenes): readonly ListedScene[] {
  const names = sceneNames(scenes.flatMap(({ heading }) => heading ?? []));
  return scenes.map((scene): ListedScene => {
    const { heading, speeches } = scene;
    if (heading === undefined)
      return { label: "", words: "", location: "", place: "", isScene: false, speeches };
    const { id, dataLocation, dataPlace } = heading.properties;
    const words = wordsOfHeading(heading);
    const page = pageOf(heading, pages);
    return {
      label: names.get(heading)!,
      words,
      ...(typeof id === "string" ? { id } : {}),
      location: String(dataLocation || words).toUpperCase(),
      place: String(dataPlace ?? ""),
      ...(hasClass(heading.properties, "omitted") ? {} : { eighths: lengthOf(scene) }),
      ...(page === undefined ? {} : { page }),
      isScene: true,
      speeches,
    };
  });
}

/** In one line, without what a redline edition shows as taken out. */
function wordsOfHeading(element: Element): string {
  const words = wordsOf({ kind: "scene-heading", element });
  return textOf(words.filter((node) => node.type !== "element" || node.tagName !== "del")).replaceAll(
    "\n",
    " ",
  );
}

function pageOf(heading: Element, pages: PagesOfScenes): ElementContent | undefined {
  if (pages === "none") return undefined;
  if (pages !== "folios") return { type: "text", value: pages.get(heading) ?? "" };
  const { id } = heading.properties;
  return typeof id === "string" ? folioMark(id) : undefined;
}

/** A column, by the word that heads it; figures stand at its end. */
interface Column {
  readonly word: ScriptWord;
  readonly figures?: true;
}

interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  readonly total?: readonly Cell[];
}

type Cell = ElementContent | string | undefined;

type Lists = Readonly<Record<ScriptList, (scenes: readonly ListedScene[], language: string) => Table>>;

const LISTS: Lists = {
  scenes: sceneTable,
  characters: characterTable,
  locations: locationTable,
  cast: castTable,
};

/** @param scenes of the script, with what stands before the first one. */
export function writeScriptList(list: ScriptList, scenes: readonly ListedScene[], language: string): Element {
  const { columns, rows, total } = LISTS[list](scenes, language);
  const row = (name: "td" | "th", cells: readonly Cell[]) =>
    element(
      "tr",
      {},
      columns.map(({ figures }, index) => {
        const properties = {
          ...(figures ? { className: ["figures"] } : {}),
          ...(name === "th" ? { scope: "col" } : {}),
        };
        return element(name, properties, [cells[index]]);
      }),
    );
  const head = columns.map(({ word }) => scriptWord(language, word));
  return element("table", { className: ["script-list", `script-list-${list}`] }, [
    element("thead", {}, [row("th", head)]),
    element(
      "tbody",
      {},
      rows.map((cells) => row("td", cells)),
    ),
    ...(total === undefined ? [] : [element("tfoot", {}, [row("td", total)])]),
  ]);
}

function sceneTable(all: readonly ListedScene[], language: string): Table {
  const scenes = all.filter(({ isScene }) => isScene);
  const hasPages = scenes.some(({ page }) => page !== undefined);
  const page: readonly Column[] = hasPages ? [{ word: "page", figures: true }] : [];
  return {
    columns: [{ word: "number" }, { word: "scene" }, ...page, { word: "length", figures: true }],
    rows: scenes.map((scene) => [
      scene.label,
      linkTo(scene),
      ...(hasPages ? [scene.page] : []),
      scene.eighths === undefined ? "" : writtenEighths(scene.eighths),
    ]),
    total: ["", scriptWord(language, "total"), ...(hasPages ? [""] : []), writtenEighths(sumOf(scenes))],
  };
}

/** Who speaks most comes first; of two who speak as often, the one who speaks before the other. */
function characterTable(all: readonly ListedScene[]): Table {
  const names = [...new Set(all.flatMap(({ speeches }) => [...speeches.keys()]))];
  const counted = names.map((name) => {
    const own = all.filter(({ speeches }) => speeches.has(name));
    const speeches = own.reduce((sum, scene) => sum + scene.speeches.get(name)!, 0);
    return { name, speeches, scenes: own.filter(({ isScene }) => isScene).length };
  });
  return {
    columns: [{ word: "character" }, { word: "speeches", figures: true }, { word: "scenes", figures: true }],
    rows: counted
      .sort((one, other) => other.speeches - one.speeches)
      .map(({ name, speeches, scenes }) => [name, String(speeches), String(scenes)]),
  };
}

function locationTable(all: readonly ListedScene[], language: string): Table {
  const scenes = all.filter(({ eighths }) => eighths !== undefined);
  const { compare } = new Intl.Collator(language, { numeric: true });
  const rows = [...new Set(scenes.map(({ location }) => location))].sort(compare).map((location) => {
    const own = scenes.filter((scene) => scene.location === location);
    return [
      location,
      joined(new Set(own.map(({ place }) => place))),
      joined(own.map(({ label }) => label)),
      writtenEighths(sumOf(own)),
    ];
  });
  return {
    columns: [
      { word: "location" },
      { word: "inside" },
      { word: "scenes" },
      { word: "length", figures: true },
    ],
    rows,
  };
}

function castTable(all: readonly ListedScene[]): Table {
  const scenes = all.filter(({ eighths }) => eighths !== undefined);
  return {
    columns: [{ word: "number" }, { word: "scene" }, { word: "cast" }],
    rows: scenes.map((scene) => [scene.label, linkTo(scene), joined(scene.speeches.keys()) || "–"]),
  };
}

function joined(words: Iterable<string>): string {
  return [...words].filter((word) => word !== "").join(", ");
}

function sumOf(scenes: readonly ListedScene[]): number {
  return scenes.reduce((sum, { eighths = 0 }) => sum + eighths, 0);
}

function linkTo({ id, words }: ListedScene): Cell {
  return id === undefined ? words : element("a", { href: `#${id}` }, [words]);
}

function element(tagName: string, properties: Element["properties"], cells: readonly Cell[]): Element {
  const children = cells.flatMap((cell): ElementContent[] => {
    if (cell === undefined || cell === "") return [];
    return [typeof cell === "string" ? { type: "text", value: cell } : cell];
  });
  return { type: "element", tagName, properties, children };
}
