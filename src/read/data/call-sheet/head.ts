/** The head of a call sheet: whose call it is, when, where, the weather, the hospital. */
import type { Element, Properties } from "hast";
import type { Location } from "../../../diagnostics/location.js";
import { type Content, classed, dateMark, element, wordMark } from "../elements.js";
import type { ContentContext } from "../kind.js";
import { type Department, departmentsOf, type Person, peopleOf } from "./people.js";
import type { CallSheet } from "./schema.js";
import { telephone } from "./telephones.js";

/** “Low Water – Call Sheet 2”. */
export function sheetTitle({ production, number }: CallSheet, { at }: ContentContext): Element {
  const place = at(["production"]);
  const name = [production, " – ", wordMark("call-sheet"), number === undefined ? undefined : ` ${number}`];
  return element("h1", { className: ["unnumbered"] }, name, place);
}

/** For each person and department: their own call, first of all, in the editions that are for them alone. */
export function ownCalls(sheet: CallSheet, { at }: ContentContext): Element[] {
  const all = [...peopleOf(sheet), ...departmentsOf(sheet).flatMap(asPerson)];
  return all.map((person) => ownCall(person, ownVersion(person, sheet), at(person.path)));
}

function asPerson({ id, name, call, members }: Department): readonly Person[] {
  if (id === "") return [];
  const versions = members.flatMap(({ version }) => version ?? []);
  return [{ id, name, call, times: [], version: versions.sort().at(-1), path: members[0]!.person.path }];
}

/**
 * Sheets with their own rows alone have versions of their own: one that has not changed is the first. Empty for what
 * only an issue says.
 */
function ownVersion({ version }: Person, sheet: CallSheet): string | undefined {
  if (version !== undefined || !isSheetOfOwn(sheet)) return version;
  return sheet.version === undefined ? "" : "1";
}

function isSheetOfOwn({ personal }: CallSheet): boolean {
  return personal === "own-rows";
}

function ownCall(
  { id, name, as, call, times, remarks }: Person,
  version: string | undefined,
  at: Location,
): Element {
  const others = times.flatMap(([word, time], index) => [
    ...(index === 0 ? [] : [" · "]),
    wordMark(word),
    ` ${time}`,
  ]);
  return element(
    "div",
    { className: ["own-call"], dataAddressee: id },
    [
      classed(
        "p",
        "own-name",
        [element("strong", {}, [name]), as === undefined ? undefined : ` – ${as}`],
        at,
      ),
      call === undefined
        ? undefined
        : classed("p", "own-time", [wordMark("your-call"), " ", element("strong", {}, [call])], at),
      others.length === 0 ? undefined : classed("p", "own-times", others, at),
      remarks === undefined ? undefined : classed("p", "own-remarks", [remarks], at),
      version === undefined ? undefined : versionMark("own-version", version, {}, [], at),
    ],
    at,
  );
}

/** Who makes it; the general call, large; what day it is. */
export function sheetHead(sheet: CallSheet, context: ContentContext): Element {
  return classed("div", "sheet-head", [
    makers(sheet, context),
    calls(sheet, context),
    theDay(sheet, context),
  ]);
}

function makers(sheet: CallSheet, { at }: ContentContext): Element {
  const { company, office, contacts = [] } = sheet;
  const lines = contacts.map(({ role, name, phone }, index) =>
    classed(
      "p",
      "contact",
      [
        classed("span", "contact-role", [role]),
        " ",
        classed("span", "contact-name", [name]),
        telephone(phone, sheet, at),
      ],
      at(["contacts", index]),
    ),
  );
  return classed("div", "sheet-makers", [
    company === undefined ? undefined : classed("p", "company", [company], at(["company"])),
    ...lines,
    office === undefined
      ? undefined
      : classed("p", "office", [wordMark("office"), ` ${office}`], at(["office"])),
  ]);
}

function calls({ call, times = {} }: CallSheet, { at }: ContentContext): Element {
  const others = Object.entries(times).map(([name, time]) =>
    element(
      "li",
      {},
      [classed("span", "time-name", [name]), " ", classed("span", "time", [time])],
      at(["times", name]),
    ),
  );
  return classed("div", "sheet-calls", [
    classed("p", "general-name", [wordMark("general-call")]),
    classed("p", "general-call", [element("strong", {}, [call])], at(["call"])),
    others.length === 0 ? undefined : classed("ul", "sheet-times", others),
  ]);
}

function theDay(sheet: CallSheet, { at }: ContentContext): Element {
  const { date, day, of, weather, sunrise, sunset } = sheet;
  const number =
    day === undefined ? undefined : of === undefined ? [` ${day}`] : [` ${day} `, wordMark("of"), ` ${of}`];
  const sun = [
    ...(sunrise === undefined ? [] : [wordMark("sunrise"), ` ${sunrise}`]),
    ...(sunrise === undefined || sunset === undefined ? [] : [" · "]),
    ...(sunset === undefined ? [] : [wordMark("sunset"), ` ${sunset}`]),
  ];
  const line = (key: keyof CallSheet, name: string, children: readonly Content[] | undefined) =>
    children === undefined || children.length === 0 ? undefined : classed("p", name, children, at([key]));
  const script = sheet["script-version"];
  return classed("div", "sheet-day", [
    line("date", "sheet-date", [dateMark(date)]),
    line("day", "sheet-number", number && [wordMark("day"), ...number]),
    line("weather", "weather", weather === undefined ? undefined : [weather]),
    line("sunrise", "sun", sun),
    line(
      "script-version",
      "script-version",
      script === undefined ? undefined : [wordMark("script"), ` ${script}`],
    ),
    versionOfAll(sheet, at),
  ]);
}

/** Of the whole sheet: who gets their own rows alone has another. */
function versionOfAll(sheet: CallSheet, at: ContentContext["at"]): Element {
  const { version = "", distributed } = sheet;
  const more = isSheetOfOwn(sheet) ? { dataOthers: "hidden" } : {};
  return versionMark("version", version, more, [distributed], at(["version"]));
}

/** A version, typed or that of an issue (`compose/versions.ts`), and what stands behind it. */
function versionMark(
  name: string,
  version: string,
  more: Properties,
  behind: readonly Content[],
  at: Location,
): Element {
  const children = [wordMark("version"), ...behind];
  return element("p", { className: [name], dataVersion: version, ...more }, children, at);
}

/** What has to be found in an emergency. */
export function sheetEmergency(
  { hospital, emergency }: CallSheet,
  { at }: ContentContext,
): Element | undefined {
  if (hospital === undefined && emergency === undefined) return undefined;
  const where =
    hospital && [hospital.name, hospital.address, hospital.phone].filter((each) => each !== undefined);
  return classed("div", "sheet-emergency", [
    where &&
      classed(
        "p",
        "hospital",
        [element("strong", {}, [wordMark("hospital")]), ` ${where.join(" · ")}`],
        at(["hospital"]),
      ),
    emergency === undefined
      ? undefined
      : classed(
          "p",
          "emergency",
          [element("strong", {}, [wordMark("emergency"), ` ${emergency}`])],
          at(["emergency"]),
        ),
  ]);
}
