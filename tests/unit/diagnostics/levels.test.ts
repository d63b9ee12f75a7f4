/** What a publication and the command line can make of a diagnostic, and what they cannot. */
import { describe, expect, it } from "vitest";
import { leveller } from "../../../src/build/outcome.js";
import { CODES, type Code } from "../../../src/diagnostics/codes.js";
import { diagnostic } from "../../../src/diagnostics/diagnostic.js";
import { allLevelled, isFixed, levelFault, levelsFrom } from "../../../src/diagnostics/levels.js";
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

  it("makes an error a warning", () => {
    expect(levelFault("text-lost", "warning")).toBeUndefined();
    expect(allLevelled([ERROR], { "text-lost": "warning" }, "lenient")).toEqual([
      { ...ERROR, severity: "warning" },
    ]);
  });

  it("lowers no error after which there is nothing to publish, and nothing that the machine lacks", () => {
    expect(levelFault("layout-stopped", "off")).toMatchObject({ code: "fixed-level" });
    const stopped = [diagnostic("layout-stopped", "Too long"), diagnostic("no-browser", "None")];
    const off = { "layout-stopped": "off", "no-browser": "warning" } as const;
    expect(allLevelled(stopped, off, "lenient")).toEqual(stopped);
    expect(allLevelled(stopped, {}, "anyway")).toEqual(stopped);
  });

  it("for a kind is one for each of its codes, before which a code's own counts", () => {
    const levels = levelsFrom({ "link-outside": "off", links: "error" });
    expect(levels).toMatchObject({ "broken-link": "error", "link-outside": "off" });
    expect(Object.keys(levels)).not.toContain("overfull");
    expect(levelFault("links", "error")).toBeUndefined();
  });

  it("does not touch what is fixed when its kind is lowered", () => {
    const found = [diagnostic("yaml-syntax", "Odd"), diagnostic("unknown-key", "Odd")];
    const severities = allLevelled(found, levelsFrom({ publication: "warning" }), "lenient");
    expect(severities.map(({ severity }) => severity)).toEqual(["error", "warning"]);
  });

  it("is error by default only for what no reader could live with", () => {
    const refused = (Object.keys(CODES) as Code[]).filter(
      (code) => CODES[code].severity === "error" && CODES[code].scope === "publication" && !isFixed(code),
    );
    expect(refused.filter((code) => !/^(pdf|epub)-/.test(code)).sort()).toEqual([
      "file-too-large",
      "missing-file",
      "path-outside",
      "provenance-contradiction",
      "script-without-font",
      "text-lost",
      "unreadable-text",
    ]);
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

describe("a build that publishes anyway", () => {
  it("makes warnings of errors, but not of those that have a level of their own", () => {
    const found = allLevelled([ERROR, WARNING], { overfull: "error" }, "anyway");
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

  it("and `strict` may be an edition's own", async () => {
    const folder = await folders.make({
      "publication.yaml":
        "title: T\nlanguage: en\nbodymatter: [{ file: a.md }]\nstrict: true\n" +
        "editions:\n  draft: { format: pdf, strict: false, diagnostics: { links: off } }\n  shop: { format: epub }\n",
      "content/a.md": "# A\n",
    });
    const publication = await loadPublication(folder, (each) => expect(each).toBeUndefined());
    const [draft, shop] = publication!.editions;
    const judged = (edition: typeof draft) =>
      leveller(
        publication!,
        edition!,
        {},
      )([WARNING, diagnostic("broken-link", "Dead")]).map(({ code, severity }) => `${code} ${severity}`);
    expect(judged(draft)).toEqual(["overfull warning"]);
    expect(judged(shop)).toEqual(["overfull error", "broken-link error"]);
  });

  it("that cannot be set are told at their place", async () => {
    const { found } = await load("  overful: error\n  layout-stopped: off\n  unsafe-html: eror\n");
    expect(found).toEqual([
      "6:3 unknown-code Did you mean `overfull`?",
      "7:3 fixed-level Remove the level, and the fault",
      "8:16 wrong-type Did you mean `error`?",
    ]);
  });
});
