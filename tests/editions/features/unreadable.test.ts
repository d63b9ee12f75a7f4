/** Words that nobody could read on the printed pages, in a book in each theme: each is told, and nothing else. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.js";
import { build } from "../../support/program.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

const folders = temporaryFolders();
const THEMES = ["novel", "technical", "magazine"] as const;

/** A style, the code that it is told by, and words that are told. */
const UNREADABLE: readonly (readonly [style: string, code: string, words: string])[] = [
  ["margin-left: -150mm", "text-lost", "left of the paper"],
  ["margin-left: 250mm", "text-lost", "right of the paper"],
  ["margin-top: -400mm; margin-bottom: 400mm", "text-lost", "above the paper"],
  ["overflow: hidden; height: 2px", "text-lost", "behind an edge"],
  ["clip-path: circle(1px at 0 0)", "text-lost", "outside of a circle"],
  ["transform: scale(0)", "text-lost", "shrunk to a point"],
  ["opacity: 0", "text-hidden", "made of glass"],
  ["visibility: hidden", "text-hidden", "sent away"],
  ["display: none", "text-hidden", "not displayed"],
  ["font-size: 0", "text-hidden", "without a size"],
  ["color: transparent", "text-hidden", "without a colour"],
  ["color: rgb(200 0 0 / 0)", "text-hidden", "a red like glass"],
  ["text-indent: -999em", "text-hidden", "pushed aside"],
  ["color: #fff", "text-hidden", "white on white"],
  ["background: #234; color: #234", "text-hidden", "blue on blue"],
  ["height: 0; margin: 0; break-after: avoid", "text-overprinted", "without room of its own"],
];

const AFTER: readonly (readonly [style: string, code: string, words: string])[] = [
  ["position: absolute; inset: -2px; background: #fff", "text-lost", "under a white sheet"],
  ["position: absolute; inset: -6px; background: #eee; border-radius: 6px", "text-lost", "under a round one"],
  ['position: absolute; left: -400mm; content: "Words of a style"', "text-cut", "Words of a style"],
];

/** What looks as if it could not be read. */
const READABLE = [
  ["background: #234; color: #fff", "white on blue"],
  ["text-transform: uppercase", "set in capitals, straße"],
  ["font-variant: small-caps", "Set in Small Capitals"],
  ["transform: rotate(3deg)", "set askew"],
  ["text-decoration: line-through", "struck through"],
  ["opacity: 0.5", "half transparent"],
  ["letter-spacing: 0.3em; direction: rtl", "spaced (out) to the right"],
  // Blocks that have lost text are set again without positions.
  ["position: relative; top: 400mm", "below the paper the first time"],
] as const;

const CODES = new Set([
  "text-lost",
  "text-hidden",
  "text-cut",
  "text-overprinted",
  "overfull",
  "running-head-cut",
]);

const diagnostics = new Map<string, readonly Diagnostic[]>();

beforeAll(async () => {
  const all = [...UNREADABLE, ...AFTER].map(([style, , words]) => [style, words] as const);
  const rules = [...all, ...READABLE].map(([style], index) => {
    const isAfter = index >= UNREADABLE.length && index < all.length;
    return isAfter
      ? `.c${index} { position: relative } .c${index}::after { content: ""; ${style} }`
      : `.c${index} { ${style} }`;
  });
  const blocks = [...all, ...READABLE].map(
    ([, words], index) => `Before it.\n\n<p class="c${index}">${words}</p>\n\nBehind it.\n`,
  );
  const editions = THEMES.map((theme) => `  ${theme}: { format: pdf, trim: a5, theme: ${theme} }\n`).join("");
  const folder = await folders.make({
    "publication.yaml": `title: A Book\nlanguage: en\ndate: 2026-11-22\nbodymatter: [{ file: one.md }]\neditions:\n${editions}`,
    "content/one.md": `# One\n\nThe first paragraph has a large letter in some themes.\n\n${blocks.join("\n")}`,
    "styles/print.css": `${rules.join("\n")} [class^="c"] + p { margin: 0 !important }`,
  });
  const request = { out: await folders.make(), publications: [folder], cache: "none", jobs: 1 } as const;
  const result = await build(request);
  for (const { edition, diagnostics: found = [] } of result.editions) {
    diagnostics.set(
      edition,
      found.filter(({ code }) => CODES.has(code)),
    );
  }
});

describe.each(THEMES)("in the theme %s", (theme) => {
  const told = () => diagnostics.get(theme) ?? [];

  test.each([...UNREADABLE, ...AFTER])("%s is told as %s: %s", (_style, code, words) => {
    expect(told().filter(({ message }) => message.includes(`“${words}`))).toMatchObject([
      { code, location: { file: "content/one.md" } },
    ]);
  });

  test("nothing else is told", () => {
    expect(told().map(({ message }) => message)).toHaveLength(UNREADABLE.length + AFTER.length);
  });
});
