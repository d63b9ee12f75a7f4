/** Messages and hints are written alike, as the head of `src/diagnostics/codes.ts` says. */
import { describe, expect, it } from "vitest";
import { textsInSource, type Wording } from "../../support/message-texts.js";

/** With what hints begin: all that they ask for is said with these verbs. */
const VERBS = new Set(
  `Add Allow Ask Break Build Change Check Choose Close Compare Convert Copy Correct Define Delete Divide Download Draw End Export Finish
  Give Import Index Indent Install Keep Lead Link List Look Make Mark Move Name Nest Open Order Put Remove Rename Replace
  Reword Run Save Select Separate Set Shorten Split Start Step Stop Take Try Use Write In For Did`.split(
    /\s+/,
  ),
);

/** What is not written, and what is written in its place. */
const TERMS: ReadonlyArray<readonly [RegExp, string]> = [
  [/\bstylesheet/i, "style sheet"],
  [/\bpictures?\b/i, "image"],
  [/\be-book/i, "ebook"],
  [/\bweb site/i, "website"],
  [/\b(?:out|in)side of\b/i, "inside, outside"],
  [/(?<!\bthere) (?:is|are) no (?!longer\b)/i, "is not a"],
  [/\btake\b.*\bout\b/i, "remove"],
];

const texts = textsInSource();

describe("messages and hints", () => {
  it("are found where the program makes them", () => {
    expect(texts.filter(({ kind }) => kind === "message").length).toBeGreaterThan(200);
    expect(texts.filter(({ kind }) => kind === "hint").length).toBeGreaterThan(200);
  });

  it("are written in one style", () => {
    expect(
      texts.flatMap((text) => faultsOf(text).map((fault) => `${text.place} “${text.words}”: ${fault}`)),
    ).toEqual([]);
  });

  it.each<[Wording["kind"], string, string]>([
    ["message", "the text has no end", "begins with neither a capital nor a quotation"],
    ["message", "The text has no end.", "ends with a stop"],
    ["message", "`a` is no image", "write “is not a”"],
    ["hint", "delete it", "begins with neither a capital nor a quotation"],
    ["hint", "Delete it.", "ends with a stop"],
    ["hint", "Paths are relative", "does not begin with what to do"],
  ])("would fail for the %s “%s”", (kind, words, fault) => {
    expect(faultsOf({ kind, words, begins: true, ends: true, place: "" })).toContain(fault);
  });
});

function faultsOf({ kind, words, begins, ends }: Wording): string[] {
  const faults: string[] = [];
  if (begins && !/^[\p{Lu}`“]/u.test(words)) faults.push("begins with neither a capital nor a quotation");
  if (ends && /[.!:;,]$/.test(words)) faults.push("ends with a stop");
  if (kind === "hint" && begins && !VERBS.has(words.split(/\W/)[0]!))
    faults.push("does not begin with what to do");
  for (const [term, better] of TERMS) if (term.test(words)) faults.push(`write “${better}”`);
  return faults;
}
