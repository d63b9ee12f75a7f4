/**
 * The hostile texts and pictures in print, all in one book, each a section of its own: a browser
 * lays them out, nothing is lost, nothing is sent, and it ends.
 */
import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { CODES, type Code } from "../../../src/diagnostics/codes.js";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.js";
import type { EditionResult } from "../../../src/model/edition-result.js";
import { countingServer } from "../../support/counting-server.js";
import { type Pdf, readPdf } from "../../support/pdf.js";
import { build } from "../../support/program.js";
import { pageText } from "../../support/small-book.js";
import { temporaryFolders } from "../../support/temporary-folders.js";
import { CANARY, type HostileCase, SERVER } from "./case.js";
import { IMAGES } from "./images.js";
import { TEXTS } from "./texts.js";

const folders = temporaryFolders();
const server = countingServer();
/** Bytes of a text: longer ones are hundreds of pages, and no other danger than their length. */
const LONGEST_TEXT = 120_000;

const isError = (code: string) => CODES[code as Code].severity === "error";
const isPrintable = ({ files, links, said }: HostileCase) =>
  links === undefined &&
  !said.some(isError) &&
  // What is indented ninety times is beside the paper, and told as lost.
  !said.includes("nesting-too-deep") &&
  files["content/one.md"] !== undefined &&
  files["content/one.md"].length < LONGEST_TEXT &&
  Object.keys(files).every((name) => name.startsWith("content/"));
const CASES = [...TEXTS, ...IMAGES].filter(isPrintable).map((each, index) => ({
  ...each,
  folder: `case-${String(index).padStart(3, "0")}`,
}));

let editions: readonly EditionResult[];
let found: readonly Diagnostic[];
let pdf: Pdf;

beforeAll(async () => {
  const files = CASES.flatMap(({ folder, files }) =>
    Object.entries(files).map(([name, content]): [string, string | Uint8Array] => [
      `book/content/${folder}/${name.slice("content/".length)}`,
      typeof content === "string" ? content.replaceAll(SERVER, server.address()) : content,
    ]),
  );
  const sections = CASES.map(({ folder }) => `{ file: ${folder}/one.md }`).join(", ");
  const project = await folders.make({
    "book/publication.yaml": `title: A Book\nlanguage: en\ndate: 2026\nbodymatter: [${sections}]\neditions: { print: { format: pdf } }\n`,
    "secret.md": CANARY,
    ...Object.fromEntries(files),
  });
  const result = await build({
    publications: [`${project}/book`],
    out: `${project}/out`,
    cache: "none",
    jobs: 2,
    limits: { time: 120, stall: 60 },
  });
  editions = result.editions;
  found = result.diagnostics.flatMap((each) => each.diagnostics);
  const [edition] = editions;
  if (edition?.path !== undefined) pdf = await readPdf(new Uint8Array(await readFile(edition.path)));
}, 500_000);

describe("hostile texts and pictures in print", () => {
  test("are an edition, with no error and no word lost", () => {
    expect(CASES.length).toBeGreaterThanOrEqual(40);
    expect(found.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(editions.map(({ status }) => status)).toEqual(["published"]);
  });

  test.each(CASES)("$claim", ({ folder, said, shows }) => {
    const own = found.filter(({ location }) => location?.file.startsWith(`content/${folder}/`));
    const codes = own.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(said.filter((code) => !code.startsWith("epub-"))));
    // The theme sets the first line of a chapter in capitals.
    const letters = (text: string) => text.toLowerCase().replace(/[\s\u00ad]/g, "");
    if (shows !== undefined && /^[\x20-\x7e]+$/.test(shows))
      expect(letters(pdf.pages.map(pageText).join(""))).toContain(letters(shows));
  });

  test("have nothing of what lies beside the folder, and make nobody ask for anything", () => {
    expect(pdf.pages.map(pageText).join("")).not.toContain(CANARY);
    expect(server.requests()).toEqual([]);
  });
});
