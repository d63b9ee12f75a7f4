/** Sides that cannot be: a scene that the script does not have, somebody who is not in it. */
import { describe, expect, it } from "vitest";
import { composeFolder } from "../../support/compose-folder.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

const folders = temporaryFolders();
const SCRIPT = `INT. HALL - DAY #1#

MARA (V.O.)
Here.

INT. YARD - DAY #2A#

TOBIAS
There.
`;

async function told(sides: string, script = SCRIPT) {
  const { diagnostics } = await composeFolder(
    await folders.make({
      "publication.yaml": `title: Hall\nlanguage: en\ntheme: screenplay\nbodymatter: [{ file: hall.fountain }]\neditions:\n  own: { format: pdf, script: { sides: ${sides} } }\n`,
      "content/hall.fountain": script,
    }),
  );
  return diagnostics.map(({ message, hint, location }) => `${location?.line}: ${message}; ${hint}`);
}

describe("sides", () => {
  it.each(['{ scenes: "1, 2A", character: Mara }', "{ scenes: 2A }", "{ scenes: [1], character: MARA }"])(
    "of %s have nothing to say",
    async (sides) => {
      expect(await told(sides)).toEqual([]);
    },
  );

  it.each([
    ["{ scenes: 2B }", "6: The script has no scene 2B; Did you mean `2A`?"],
    ["{ scenes: 1, character: MARAH }", "6: Nobody in the script is called `MARAH`; Did you mean `MARA`?"],
    [
      "{ scenes: 2A, character: mara }",
      "6: MARA speaks in none of the scenes 2A, so the sides `own` have no pages of theirs; Correct the scenes, or remove the edition",
    ],
  ])("of %s are told", async (sides, message) => {
    expect(await told(sides)).toEqual([message]);
  });

  const draft = SCRIPT.replaceAll(/ #.*#/g, "");

  it.each([
    ["{ scenes: 2, character: Tobias }", []],
    ["{ scenes: 3 }", ["6: The script has no scene 3; Correct the number"]],
  ])("of a draft without numbers name scenes as its lists count them: %s", async (sides, messages) => {
    expect(await told(sides, draft)).toEqual(messages);
  });

  it("of a script without scenes are told once", async () => {
    expect(await told("{ scenes: [1, 2], character: Mara }", "MARA\nHere.\n")).toEqual([
      "6: The script has no scenes, so the sides `own` have no pages; Write the headings of scenes as Fountain has them: `INT. MILL - DAY`, or `.MILL`",
    ]);
  });
});
