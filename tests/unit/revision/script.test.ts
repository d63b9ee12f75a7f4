/** Scripts after they have gone out: numbers of pages and scenes stand still, and only what has changed is marked. */
import type { Root } from "hast";
import { describe, expect, test } from "vitest";
import type { Issue } from "../../../src/model/issue.js";
import { parseFile } from "../../../src/read/fountain/parse.js";
import { blocksOf } from "../../../src/revision/blocks.js";
import { withChanges } from "../../../src/revision/changes.js";
import { isRevised, planScript } from "../../../src/revision/plan-script.js";
import { beginningOf, nameBehind } from "../../../src/script/locked-pages.js";
import { linesOfItem } from "../../../src/script/pages.js";

const file = "play.fountain";
const SETTING = { scenes: "unmarked", language: "en" } as const;
const scene = (number: number, lines = 20) =>
  `INT. MILL ${number} - DAY #${number}#\n\n${Array.from({ length: lines }, (_, line) => `!Scene ${number}, line ${line + 1}.`).join("\n")}\n\nMARA\nThis is what I say in scene ${number}. And this is what I think.\n\n`;
const text = (scenes: readonly string[]) => `Title: Low Water\n\n${scenes.join("")}`;
const ALL = [1, 2, 3, 4, 5, 6].map((number) => scene(number));

function treeOf(source: string, issues: readonly Issue[]): Root {
  const { tree } = parseFile({ file, text: source });
  const manuscript = { file, tree, notes: new Map() };
  return issues.length === 0 ? tree : withChanges(manuscript, { changes: "starred", issues }, "en").tree;
}

/** What `colophon revise` writes down. */
function issue(source: string, issues: readonly Issue[]): Issue[] {
  const tree = treeOf(source, issues);
  const blocks = blocksOf(tree);
  const number = issues.length + 1;
  const pages = planScript(tree, SETTING).map((page) => {
    const { element, offset } = beginningOf(page)!;
    const block = blocks.findIndex((each) => each.element === element);
    return { name: page.name, issue: page.issue ?? number, block, offset };
  });
  const files = [{ file, blocks: blocks.map(({ kind, text: words }) => ({ kind, text: words })), pages }];
  return [...issues, { number, name: "", date: "2026-12-04", files }];
}

function pagesOf(source: string, issues: readonly Issue[]) {
  return planScript(treeOf(source, issues), SETTING).map(({ name, issue: changed, items }) => {
    const lines = items.flatMap(linesOfItem);
    return {
      name,
      issue: changed,
      starred: lines.filter(({ children }) => isRevised(children)).length,
      text: lines.map((line) => line.text),
    };
  });
}

const white = issue(text(ALL), []);
const before = pagesOf(text(ALL), white);

describe("a script that has gone out", () => {
  test("is as it was, without a star", () => {
    expect(before.map(({ name }) => name)).toEqual(["1", "2", "3", "4"]);
    expect(before.every(({ issue: changed, starred }) => changed === 1 && starred === 0)).toBe(true);
  });

  test("after a change in one scene, has stars and the next issue on the pages of that scene alone", () => {
    const changed = text(ALL.with(2, ALL[2]!.replace("line 20", "line twenty")));
    const now = pagesOf(changed, white);
    const page = before.findIndex(({ text: lines }) => lines.includes("Scene 3, line 20."));
    expect(now.map(({ starred }) => starred > 0)).toEqual(before.map((_, index) => index === page));
    expect(now.map((each) => each.issue)).toEqual(before.map((_, index) => (index === page ? 2 : 1)));
    expect(now.toSpliced(page, 1).map((each) => each.text)).toEqual(
      before.toSpliced(page, 1).map((each) => each.text),
    );
  });

  test("has one line for scenes in a row that are left out, and their numbers in the next issue, too", () => {
    const numbersIn = (source: string, issues: readonly Issue[]) =>
      treeOf(source, issues).children.flatMap((node) =>
        node.type === "element" && node.tagName === "h2" ? [node.properties.dataNumber] : [],
      );
    const [one, two, three, four, five, six] = ALL as [string, string, string, string, string, string];
    const shorter = text([one, two, six]);
    expect(numbersIn(shorter, white)).toEqual(["1", "2", "3–5", "6"]);
    const blue = issue(shorter, white);
    expect(numbersIn(shorter, blue)).toEqual(["1", "2", "3–5", "6"]);
    expect(numbersIn(text([one, six]), blue)).toEqual(["1", "2–5", "6"]);
    expect(numbersIn(text([one, three, four, six]), white)).toEqual(["1", "2", "3", "4", "5", "6"]);
    expect(numbersIn(text([two, three, five]), white)).toEqual(["1", "2", "3", "4", "5", "6"]);
    expect(numbersIn(text([one, two, four, six]), blue)).toEqual(["1", "2", "3", "4", "5", "6"]);
    const other = three.replace("#3#", "#3A#");
    expect(numbersIn(text([one, two, other, six]), blue)).toEqual(["1", "2", "3–5", "3A", "6"]);
  });

  test("leaves the scenes to authors that they name themselves, and knows numbers with a hyphen", () => {
    const [one, , , , , six] = ALL as [string, string, string, string, string, string];
    const row = ".OMITTED #2-5#\n\n";
    const headings = (source: string, issues: readonly Issue[]) =>
      blocksOf(treeOf(source, issues)).flatMap(({ kind, text: words }) =>
        kind === "scene-heading" && /\bOMITTED/.test(words) ? [words] : [],
      );
    expect(headings(text([one, row, six]), white)).toEqual(["2-5 OMITTED"]);
    const hyphened = issue(text(ALL).replaceAll(/#(\d)#/g, "#A-$1#"), []);
    expect(headings(text([one.replace("#1#", "#A-1#")]), hyphened)).toEqual(["A-2–A-6 OMITTED"]);
    const unnumbered = [one.replace("#1#", ""), ".1900 TOWERS\n\nRain.\n\n"];
    expect(headings(text(unnumbered.slice(0, 1)), issue(text(unnumbered), []))).toEqual([]);
  });

  test("puts what is too much on pages between, and all others stand still", () => {
    const longer = text(ALL.with(1, scene(2, 90)));
    const now = pagesOf(longer, white);
    expect(now.map(({ name }) => name)).toEqual(["1", "1A", "1B", "2", "3", "4"]);
    expect(now.at(-1)).toEqual({ ...before.at(-1)! });
    const blue = issue(longer, white);
    expect(pagesOf(longer, blue).map(({ name, issue: changed }) => [name, changed])).toEqual(
      now.map(({ name, issue: changed }) => [name, changed]),
    );
  });

  test("keeps the number of a scene that is gone, also in what goes out after that", () => {
    const without = text(ALL.toSpliced(3, 1));
    const line = (pages: ReturnType<typeof pagesOf>) =>
      pages.flatMap((page) => page.text).filter((each) => each === "OMITTED");
    expect(line(pagesOf(without, white))).toHaveLength(1);
    const blue = issue(without, white);
    const pink = issue(text(ALL.toSpliced(3, 1).with(0, scene(1, 19))), blue);
    expect(pink).toHaveLength(3);
    expect(line(pagesOf(without, pink))).toHaveLength(1);
    expect(pagesOf(without, pink).map(({ name }) => name)).toEqual(
      pagesOf(without, blue).map(({ name }) => name),
    );
  });

  test("counts on from a page that has another one in it", () => {
    const short = text([ALL[0]!, scene(5, 40), ...ALL.slice(5)]);
    const blue = issue(short, white);
    expect(pagesOf(short, blue).map(({ name }) => name)).toEqual(["1", "2-3", "3A", "4"]);
    const long = pagesOf(text([ALL[0]!, scene(5, 190), ...ALL.slice(5)]), blue).map(({ name }) => name);
    expect(long).toEqual(["1", "2-3", "A3A", "B3A", "C3A", "3A", "4"]);
  });

  test("loses no word, wherever its pages are locked", () => {
    for (const at of [0, 2, 5]) {
      const changed = ALL.with(at, scene(at + 1, 33));
      const lines = pagesOf(text(changed), white).flatMap((page) => page.text);
      for (let line = 1; line <= 33; line += 1) expect(lines).toContain(`Scene ${at + 1}, line ${line}.`);
      for (let number = 1; number <= 6; number += 1)
        expect(lines.join(" ")).toContain(`I say in scene ${number}.`);
    }
  });
});

test.each([
  ["12", "13", "12A"],
  ["12A", "13", "12B"],
  ["12", "12A", "A12A"],
  ["A12A", "12A", "B12A"],
  ["12", "A12A 12A", "AA12A"],
  ["12Z", "13", "12ZA"],
  ["12ZA", "13", "12ZB"],
  ["12-13", "14", "13A"],
  ["12-13A", "14-15", "13B"],
])("behind page %s, where there are %s, comes %s", (name, taken, behind) => {
  expect(nameBehind(name, new Set(taken.split(" ")))).toBe(behind);
});
