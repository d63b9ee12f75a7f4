/** Sides have the scenes of a call sheet, of a list, or all of them. */
import { expect, test } from "vitest";
import type { Diagnostic } from "../../../../src/diagnostics/diagnostic.js";
import { loadPublication } from "../../../../src/load/load.js";
import { temporaryFolders } from "../../../support/temporary-folders.js";

const folders = temporaryFolders();

async function sidesOf(sides: string) {
  const root = await folders.make({
    "publication.yaml": `title: Rooms
language: en
theme: screenplay
bodymatter: [rooms.fountain]
editions:
  own: { format: pdf, script: { sides: { ${sides} } } }
`,
    "content/rooms.fountain": "INT. ROOM - DAY #4A#\n\nRain.\n",
    "content/day.yaml": "kind: call-sheet\nproduction: Rooms\nscenes: day.csv\n",
    "content/day.csv": "Scene #,Pgs\n12,1/8\n4A,2\n",
    "content/listed.yaml": "kind: call-sheet\nscenes: [{ number: 007 }, { set: ROOM }, 3]\n",
  });
  const told: Diagnostic[] = [];
  const publication = await loadPublication(root, (each) => told.push(each));
  const edition = publication?.editions[0];
  const found = edition?.format === "pdf" ? edition.script?.sides : undefined;
  return { sides: found, told: told.map(({ code, location }) => [code, location?.line]) };
}

test.each([
  ["call-sheet: day.yaml", ["12", "4A"]],
  ["call-sheet: listed.yaml", ["007"]],
  ['call-sheet: day.yaml, scenes: "1, 2"', ["1", "2"]],
  ["scenes: [1, 2A]", ["1", "2A"]],
])("sides with %s have the scenes %s", async (sides, scenes) => {
  expect(await sidesOf(sides)).toEqual({ sides: { scenes }, told: [] });
});

test("sides of somebody without a day have all their scenes", async () => {
  expect(await sidesOf("character: Ada")).toEqual({ sides: { character: "Ada" }, told: [] });
});

test("a call sheet that is not there is told at its place", async () => {
  const { told } = await sidesOf("call-sheet: days.yaml");
  expect(told).toEqual([["missing-file", 6]]);
});
