/** Fonts of packages are read once in a process, and again when they are others: a preview runs for days. */
import { copyFile, mkdir, readFile, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { noStore } from "../../../../src/cache/store.js";
import { takeFonts } from "../../../../src/theme/fonts/fonts.js";
import { charactersOf } from "../../../../src/theme/glyphs/glyphs.js";
import { temporaryFolders } from "../../../support/temporary-folders.js";

const folders = temporaryFolders();
const FILES = join(import.meta.dirname, "../../../../node_modules/@fontsource/source-serif-4/files");
const IMPORT = '@import "reed/400.css";';

/** A package with one face, in the letters of one script. */
async function packageWith(script: string): Promise<string> {
  const root = await folders.make({
    "node_modules/reed/package.json": '{ "name": "reed", "version": "1.0.0" }',
    "node_modules/reed/400.css": sheet(400),
  });
  await mkdir(join(root, "node_modules/reed/files"));
  await putFont(root, script);
  return root;
}

function sheet(weight: number): string {
  return `@font-face { font-family: "Reed"; font-weight: ${weight}; src: url(files/reed.woff2) format("woff2"); }`;
}

async function putFont(root: string, script: string): Promise<void> {
  for (const kind of ["woff", "woff2"]) {
    const file = join(root, `node_modules/reed/files/reed.${kind}`);
    await copyFile(join(FILES, `source-serif-4-${script}-400-normal.${kind}`), file);
    // Another time, whatever the clock of the file system can tell apart.
    await utimes(file, new Date(), new Date(script === "latin" ? 1_000_000 : 2_000_000));
  }
}

describe("the faces of a package", () => {
  it("are the same objects as long as its files are the same", async () => {
    const root = await packageWith("latin");
    expect(takeFonts(IMPORT, root).faces[0]).toBe(takeFonts(IMPORT, root).faces[0]);
  });

  it("are others when its style sheet has changed", async () => {
    const root = await packageWith("latin");
    expect(takeFonts(IMPORT, root).faces[0]).toMatchObject({ weight: 400 });
    await writeFile(join(root, "node_modules/reed/400.css"), `${sheet(700)}\n`);
    expect(takeFonts(IMPORT, root).faces[0]).toMatchObject({ weight: 700 });
  });

  it("have the letters of the font that is there now", async () => {
    const root = await packageWith("latin");
    const has = async (letter: string) => {
      const ranges = await charactersOf(noStore, takeFonts(IMPORT, root).faces[0]!);
      const code = letter.codePointAt(0)!;
      return ranges!.some(([first, last]) => code >= first && code <= last);
    };
    expect([await has("é"), await has("ж")]).toEqual([true, false]);
    await putFont(root, "cyrillic");
    expect([await has("é"), await has("ж")]).toEqual([false, true]);
    expect(await readFile(join(root, "node_modules/reed/400.css"), "utf8")).toBe(sheet(400));
  });
});
