/** What a publication and the command line can make of a diagnostic, and what they cannot. */
import { describe, expect, it } from "vitest";
import { CODES, type Code } from "../../../src/diagnostics/codes.js";
import { diagnostic } from "../../../src/diagnostics/diagnostic.js";
import { allLevelled, levelFault } from "../../../src/diagnostics/levels.js";
import { loadPublication } from "../../../src/load/load.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

const folders = temporaryFolders();
const WARNING = diagnostic("overfull", "A line sticks out");
const ERROR = diagnostic("text-lost", "A word is lost");

describe("a level", () => {
  it("makes a warning an error, or turns it off", () => {
    expect(allLevelled([WARNING], { overfull: "error" }, "lenient")).toEqual([
      { ...WARNING, severity: "error" },
    ]);
    expect(allLevelled([WARNING], { overfull: "off" }, "lenient")).toEqual([]);
  });

  it("never lowers an error that means a loss", () => {
    expect(levelFault("text-lost", "off")).toMatchObject({ code: "fixed-level" });
    expect(allLevelled([ERROR], { "text-lost": "off" }, "strict")).toEqual([ERROR]);
    expect(allLevelled([ERROR], { "text-lost": "warning" }, "lenient")).toEqual([ERROR]);
  });

  it("lowers no error that stops a build, whatever its code", () => {
    const lowered = (Object.keys(CODES) as Code[]).filter(
      (code) => CODES[code].severity === "error" && levelFault(code, "off") === undefined,
    );
    for (const code of lowered) expect(code).toMatch(/^pdf-/);
  });

  it("for a code that does not exist is wrong, with the code that was meant", () => {
    expect(levelFault("overful", "error")).toMatchObject({
      code: "unknown-code",
      hint: "Did you mean `overfull`?",
    });
  });
});

describe("a strict build", () => {
  it("makes errors of warnings, but not of those that have a level of their own", () => {
    const other = diagnostic("unsafe-html", "Removed");
    const found = allLevelled([WARNING, other], { overfull: "warning" }, "strict");
    expect(found.map(({ severity }) => severity)).toEqual(["warning", "error"]);
  });
});

describe("levels in publication.yaml", () => {
  const load = async (levels: string) => {
    const found: string[] = [];
    const folder = await folders.make({
      "publication.yaml": `title: T\nlanguage: en\ndate: 2026\nbodymatter: [{ file: a.md }]\ndiagnostics:\n${levels}`,
      "content/a.md": "# A\n",
    });
    const publication = await loadPublication(folder, ({ code, hint, location }) =>
      found.push(`${location?.line}:${location?.column} ${code} ${hint}`),
    );
    return { levels: publication?.levels, found };
  };

  it("belong to the publication", async () => {
    const { levels, found } = await load("  image-without-alt: off\n  overfull: error\n");
    expect(found).toEqual([]);
    expect(levels).toEqual({ "image-without-alt": "off", overfull: "error" });
  });

  it("that cannot be set are told at their place", async () => {
    const { found } = await load("  overful: error\n  text-lost: off\n  unsafe-html: eror\n");
    expect(found).toEqual([
      "6:3 unknown-code Did you mean `overfull`?",
      "7:3 fixed-level Remove the level, and the fault",
      "8:16 wrong-type Did you mean `error`?",
    ]);
  });
});
