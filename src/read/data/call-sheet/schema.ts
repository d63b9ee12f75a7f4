/** What a call sheet may say: the one source of its validation, its types and its JSON Schema. */
import * as z from "zod";
import { optional, rows, several, text } from "../shape.js";

const sceneColumns = {
  number: optional("Number of the scene: `12`, `12A`."),
  "int-ext": optional("`INT`, `EXT` or `I/E`."),
  set: optional("The set: `KITCHEN`."),
  "day-night": optional("`D`, `N`, `DAWN`; a script day may follow: `D2`."),
  heading: optional("The heading as in the script, in place of the three before: `INT. KITCHEN - DAY`."),
  description: optional("What happens, in a line."),
  cast: optional("Numbers of the cast: `1, 2, 5`."),
  pages: optional("Length in pages and eighths: `1 3/8`."),
  location: optional("Where it is shot: the `id` or the name of one of the `locations`."),
  time: optional("Estimated time: `07:45`, `07:45–09:30`."),
};

const castColumns = {
  number: optional("Number of the part, by which scenes name it."),
  id: optional("Word for who plays it, in `audience` of an edition. Default: the name, spelt `ana-lima`."),
  character: optional("The part."),
  name: optional("Who plays it."),
  status: optional("`SW` starts work, `W` works, `H` hold, `F` finishes, `SWF`."),
  pickup: optional("When a car comes."),
  makeup: optional("Make-up and wardrobe."),
  set: optional("On set."),
  call: optional("The call, when it is not the earliest of make-up, set and pick-up."),
  remarks: optional("Anything else."),
  version: optional("Version of their own sheet, when it has been sent out again: `2`."),
  phone: optional("Published only where `phones-for` allows it."),
};

const crewColumns = {
  id: optional("Word for the person, in `audience` of an edition. Default: the name, spelt `ana-lima`."),
  department: optional("`Camera`; its word in `audience` is `camera`."),
  role: optional("`1st AC`."),
  name: optional("Who it is."),
  call: optional("When: a time, or `O/C` for on call."),
  remarks: optional("Anything else."),
  version: optional("Version of their own sheet, when it has been sent out again: `2`."),
  phone: optional("Published only where `phones-for` allows it."),
};

const backgroundColumns = {
  count: optional("How many."),
  who: optional("Who they are: `walkers`, `stand-in for 1`."),
  call: optional("When."),
  set: optional("On set."),
  remarks: optional("Wardrobe, where they report."),
};

const advanceColumns = {
  date: optional("The day, `YYYY-MM-DD`, or a word for it."),
  scenes: optional("Numbers of the scenes."),
  set: optional("Sets."),
  cast: optional("Numbers of the cast."),
  pages: optional("Length in pages and eighths. Default: that of its scenes in the script."),
  location: optional("Where."),
  remarks: optional("Anything else."),
};

const locationColumns = {
  id: optional("Word by which scenes name it: `A`."),
  name: optional("The place."),
  address: optional("Where it is."),
  parking: optional("Where to park."),
  basecamp: optional("Where the vehicles, make-up and catering are."),
  remarks: optional("Anything else: `load in by the east gate`."),
};

const contactColumns = {
  role: optional("`Director`, `1st AD`."),
  name: optional("Who it is."),
  phone: optional("Published only where `phones-for` allows it."),
};

export const COLUMNS = {
  scenes: sceneColumns,
  cast: castColumns,
  crew: crewColumns,
  background: backgroundColumns,
  advance: advanceColumns,
  locations: locationColumns,
  contacts: contactColumns,
} as const;

const entries = (description: string) => z.record(z.string(), text("A value.")).describe(description);

const shape = {
  production: text("Title of the production."),
  company: optional("Who produces it."),
  office: optional("The production office: address and telephone, which are printed everywhere."),
  number: optional("Number of the call sheet."),
  date: text("The day of shooting, `YYYY-MM-DD`."),
  day: optional("Which day of shooting it is."),
  of: optional("How many days of shooting there are."),
  version: optional("Version of the sheet: `1`, then `2` after a change."),
  distributed: optional("When it was sent out: `2026-12-02 18:30`."),
  script: optional(
    "The script in Fountain: scenes have its headings and lengths, and their numbers are looked for in it.",
  ),
  "script-version": optional("Which script is shot: `Blue, 28 November`."),
  call: text("General crew call, printed large: `06:30`."),
  times: entries("Other times by their names, in order: `Shooting call: 07:30`, `Lunch: 12:30`.").optional(),
  weather: optional("`Rain until noon, 9° / 4°, wind W 35 km/h`."),
  sunrise: optional("Time of sunrise."),
  sunset: optional("Time of sunset."),
  hospital: z
    .strictObject({
      name: text("The nearest hospital with an emergency department."),
      address: optional("Where it is."),
      phone: optional("Its telephone, which is printed everywhere."),
    })
    .optional()
    .describe("The nearest hospital."),
  emergency: optional("Emergency number: `112`."),
  contacts: rows(contactColumns, "Who answers questions: director, producers, assistant directors."),
  locations: rows(locationColumns, "Where the day is shot, in order."),
  map: optional("A picture of the way: a file beside this one."),
  "map-description": optional("What the map shows, for who cannot see it."),
  scenes: rows(sceneColumns, "The scenes in shooting order."),
  cast: rows(castColumns, "The cast of the day."),
  background: rows(backgroundColumns, "Background and stand-ins."),
  departments: entries("Notes to departments by their names: `Props: three wet ropes`.").optional(),
  crew: rows(crewColumns, "The crew; departments in the order in which they come."),
  channels: entries("Radio channels by their numbers: `1: Production`.").optional(),
  safety: several("What is dangerous on the day, and what is done about it.").optional(),
  notes: several("Notes for everybody.").optional(),
  advance: rows(advanceColumns, "The next day or two."),
  confidential: optional("A line on who may see the sheet."),
  personal: z
    .enum(["whole", "own-rows"])
    .optional()
    .describe(
      "What the sheet of one person or department shows of cast and crew: all of them (`whole`, default), or only " +
        "their own rows (`own-rows`), so that a change for one is no news for the others.",
    ),
  "phones-for": several(
    "Editions, formats or audiences whose sheets have the telephones of people, as in `only`. Default: none.",
  ).optional(),
};

export const callSheetSchema = z.strictObject(shape);

export type CallSheet = z.output<typeof callSheetSchema>;
export type Scene = NonNullable<CallSheet["scenes"]>[number];
export type Ahead = NonNullable<CallSheet["advance"]>[number];
export type CastMember = NonNullable<CallSheet["cast"]>[number];
export type CrewMember = NonNullable<CallSheet["crew"]>[number];
