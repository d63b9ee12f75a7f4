/** A call sheet: who is called on a day of shooting, when, where and for what. Its parts stand in the order that crews know. */
import { dataKind } from "../kind.js";
import { table } from "../shape.js";
import { checkSheet } from "./checks.js";
import { ownCalls, sheetEmergency, sheetHead, sheetTitle } from "./head.js";
import { advance, background, cast, crew, locations, scenes } from "./lists.js";
import { channels, confidential, departments, notes, safety } from "./remarks.js";
import { COLUMNS, callSheetSchema } from "./schema.js";
import { findScenes, type ScriptScenes, withScript } from "./script-scenes.js";

const PARTS = [
  sheetHead,
  sheetEmergency,
  locations,
  scenes,
  cast,
  background,
  safety,
  departments,
  notes,
  crew,
  channels,
  advance,
  confidential,
];

export const callSheet = dataKind({
  name: "call-sheet",
  schema: callSheetSchema,
  tables: {
    scenes: table(COLUMNS.scenes, {
      scene: "number",
      "scene-no": "number",
      "scene-number": "number",
      sc: "number",
      "i-e": "int-ext",
      "int-ext": "int-ext",
      ie: "int-ext",
      "d-n": "day-night",
      dn: "day-night",
      synopsis: "description",
      "cast-ids": "cast",
      pgs: "pages",
      eighths: "pages",
      "page-count": "pages",
      "est-time": "time",
    }),
    cast: table(COLUMNS.cast, {
      no: "number",
      role: "character",
      actor: "name",
      "played-by": "name",
      talent: "name",
      "pick-up": "pickup",
      pu: "pickup",
      "make-up": "makeup",
      "mu-w": "makeup",
      "on-set": "set",
      "set-call": "set",
      "call-time": "call",
      notes: "remarks",
    }),
    crew: table(COLUMNS.crew, {
      dept: "department",
      position: "role",
      title: "role",
      "call-time": "call",
      notes: "remarks",
    }),
    background: table(COLUMNS.background, {
      quantity: "count",
      number: "count",
      description: "who",
      notes: "remarks",
    }),
    advance: table(COLUMNS.advance, { day: "date", notes: "remarks" }),
    locations: table(COLUMNS.locations, { notes: "remarks" }),
    contacts: table(COLUMNS.contacts),
  },
  find: findScenes,
  content(said, script, context) {
    const sheet = withScript(said, script as ScriptScenes, context);
    checkSheet(sheet, context);
    const parts = PARTS.map((part) => part(sheet, context)).filter((part) => part !== undefined);
    return [sheetTitle(sheet, context), ...ownCalls(sheet, context), ...parts];
  },
});
