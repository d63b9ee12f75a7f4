/** The tables of a call sheet: locations, scenes, cast, background, crew, the days ahead. */
import type { Element, Properties } from "hast";
import type { Path } from "../../../model/places.js";
import { eighthsOf, writtenEighths } from "../../../script/eighths.js";
import { type Content, classed, dateMark, element, wordMark } from "../elements.js";
import type { ContentContext } from "../kind.js";
import { headingOf } from "./headings.js";
import { castPerson, type Department, departmentsOf, ownedBy } from "./people.js";
import type { CallSheet, Scene } from "./schema.js";
import { type Column, sheetTable, type TableRow } from "./table.js";
import { allowance, telephone } from "./telephones.js";

/** Columns that show values as they are. */
function plain<Name extends string>(
  ...names: readonly (Name | readonly [word: string, name: Name])[]
): Column<Readonly<Partial<Record<Name, unknown>>>>[] {
  return names.map((each) => {
    const [word, name] = typeof each === "string" ? [each, each] : each;
    return { word, cell: (row) => row[name] as string | undefined };
  });
}

function placed<Row>(
  key: string,
  rows: readonly Row[],
  at: ContentContext["at"],
  properties?: (row: Row, index: number) => Properties,
): TableRow<Row>[] {
  return rows.map((row, index) => ({
    row,
    at: at([key, index] as Path),
    ...(properties === undefined ? {} : { properties: properties(row, index) }),
  }));
}

/** A heading, which an ebook leads to, and what stands below it. */
export function block(name: string, content: Element | undefined, ...rest: readonly Content[]) {
  if (content === undefined) return undefined;
  return classed("div", `sheet-${name}`, [element("h2", {}, [wordMark(name)]), content, ...rest]);
}

export function locations({ locations: rows = [], ...sheet }: CallSheet, { at }: ContentContext) {
  const columns = plain(["location", "name"], "address", "parking", "basecamp", "remarks");
  const withId = rows.map(({ id, name, ...row }) => ({
    ...row,
    name: [...(id === undefined || id === name ? [] : [id]), ...(name === undefined ? [] : [name])].join(
      " – ",
    ),
  }));
  const { map } = sheet;
  const picture =
    map === undefined
      ? undefined
      : element(
          "img",
          { className: ["sheet-map"], src: encodeURI(map), alt: sheet["map-description"] ?? "" },
          [],
          at(["map"]),
        );
  const table = sheetTable("locations", columns, placed("locations", withId, at));
  if (table === undefined && picture === undefined) return undefined;
  return block("locations", classed("div", "sheet-places", [table, picture]));
}

export function scenes({ scenes: rows = [] }: CallSheet, { at }: ContentContext) {
  const shown = rows.map((row) => ({ ...row, ...headingOf(row) }));
  const columns: Column<Scene>[] = [
    { word: "scene", cell: ({ number }) => number },
    { word: "int-ext", cell: (row) => row["int-ext"] },
    { word: "set", cell: setAndDescription },
    { word: "day-night", cell: (row) => row["day-night"] },
    ...plain("cast", "pages", "location", "time"),
  ];
  const table = sheetTable("scenes", columns, placed("scenes", shown, at));
  return table && block("scenes", table, totalOf(rows));
}

function setAndDescription({ set, description }: Scene) {
  if (set === undefined) return description;
  return element("span", {}, [
    element("strong", {}, [set]),
    description === undefined ? undefined : ` ${description}`,
  ]);
}

/** Below the table: a row of it would have other columns, and a phone shows tables row by row. */
function totalOf(rows: readonly Scene[]): Element | undefined {
  const lengths = rows.flatMap(({ pages = "" }) => eighthsOf(pages) ?? []);
  if (lengths.length === 0) return undefined;
  const total = lengths.reduce((sum, each) => sum + each, 0);
  return classed("p", "total-pages", [wordMark("total-pages"), ` ${writtenEighths(total)}`]);
}

export function cast(sheet: CallSheet, { at }: ContentContext) {
  const { cast: rows = [] } = sheet;
  const columns = [
    ...plain("number", "character", ["played-by", "name"], "status", "pickup", "makeup", ["on-set", "set"]),
    ...plain("call", "remarks", "version"),
    ...phoneColumn(sheet, at),
  ];
  const ids = rows.map((row, index) => castPerson(row, index).id);
  const table = sheetTable(
    "cast",
    columns,
    placed("cast", rows, at, (_, index) => ownedBy([ids[index]!], sheet)),
  );
  return owned(block("cast", table), ids, sheet);
}

function phoneColumn(sheet: CallSheet, at: ContentContext["at"]): Column<{ readonly phone?: unknown }>[] {
  const allowed = allowance(sheet, at);
  return allowed === undefined ? [] : plain("phone").map((each) => ({ ...each, allowed }));
}

export function background({ background: rows = [] }: CallSheet, { at }: ContentContext) {
  const columns = plain("count", "who", "call", ["on-set", "set"], "remarks");
  return block("background", sheetTable("background", columns, placed("background", rows, at)));
}

export function advance({ advance: rows = [] }: CallSheet, { at }: ContentContext) {
  const columns = [
    {
      word: "date",
      cell: ({ date }: (typeof rows)[number]) => (date === undefined ? undefined : dateMark(date)),
    },
    ...plain("scenes", "set", "cast", "pages", "location", "remarks"),
  ];
  return block("advance", sheetTable("advance", columns, placed("advance", rows, at)));
}

/** A list for each department: names stand where there is room for them, and a call never without its name. */
export function crew(sheet: CallSheet, { at }: ContentContext) {
  const all = departmentsOf(sheet);
  if (all.length === 0) return undefined;
  const lists = all.map((department) => departmentList(department, sheet, at));
  return owned(block("crew", classed("div", "crew-list", lists)), all.flatMap(wordsOf), sheet);
}

function departmentList(
  department: Department,
  sheet: CallSheet,
  at: ContentContext["at"],
): Element | undefined {
  const { id, name, members } = department;
  const items = members.map(({ role, name: who, call, remarks, version, phone, person }) => {
    const place = at(person.path);
    const added = [remarks, version === undefined ? undefined : `v${version}`].filter(
      (each) => each !== undefined,
    );
    const shown = [
      classed("span", "crew-role", [role]),
      " ",
      classed("span", "crew-name", [who, added.length === 0 ? undefined : ` (${added.join("; ")})`]),
      telephone(phone, sheet, at),
      " ",
      classed("strong", "crew-call", [call]),
    ];
    return element("li", ownedBy([person.id, ...(id === "" ? [] : [id])], sheet), shown, place);
  });
  const list = classed("div", "department", [
    name === "" ? undefined : classed("h3", "department-name", [name], at(members[0]!.person.path)),
    element("ul", {}, items),
  ]);
  return owned(list, wordsOf(department), sheet);
}

/** Those who have something in the list of a department. */
function wordsOf({ id, members }: Department): readonly string[] {
  return [...(id === "" ? [] : [id]), ...members.map(({ person }) => person.id)];
}

/** What holds rows goes with the last of them. */
function owned(holder: Element | undefined, ids: readonly string[], sheet: CallSheet): Element | undefined {
  return holder && { ...holder, properties: { ...holder.properties, ...ownedBy(ids, sheet) } };
}
