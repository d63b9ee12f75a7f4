/** An edition that an earlier build has made is taken again only while all that it was made of is the same. */
import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { build } from "../../../src/build/build.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

const folders = temporaryFolders();
const FONTS = join(import.meta.dirname, "../../../node_modules/@fontsource/source-serif-4/files");

afterEach(() => {
  vi.unstubAllEnvs();
});

/** A book with an ebook, the fonts of which the publication brings, as packages of fonts do. */
async function publication() {
  const folder = await folders.make({
    "publication.yaml": `title: Fens
language: en
date: 2026-01-01
content: .
bodymatter: [{ file: one.md }]
editions: { ebook: { format: epub, embed-fonts: subset } }
`,
    "one.md": "# Reeds\n\nThey bend.\n",
    "styles/print.css": '@import "../fonts/own.css";\n',
    "styles/epub.css": 'body { font-family: "Own" }\n',
    "fonts/own.css": '@font-face { font-family: "Own"; src: url(own.woff2) format("woff2"); }\n',
    "package.json": "{}",
    "node_modules/.package-lock.json": "{}",
  });
  vi.stubEnv("COLOPHON_CACHE", join(folder, "cache"));
  const put = (name: string) =>
    copyFile(join(FONTS, `source-serif-4-latin-${name}.woff2`), join(folder, "fonts/own.woff2"));
  await put("400-normal");
  const out = await folders.make();
  const made = async () => {
    const [edition] = (await build({ publications: [folder], out, jobs: 1 })).editions;
    return { status: edition!.status, isReused: edition!.reused === true, fonts: edition!.fonts };
  };
  return { folder, put, made };
}

describe("an edition that is kept", () => {
  it("is made anew when a font has changed that the publication brings", async () => {
    const { put, made } = await publication();
    const first = await made();
    expect(first).toMatchObject({ status: "published", isReused: false });
    expect((await made()).isReused).toBe(true);
    await put("700-normal");
    const second = await made();
    expect(second.isReused).toBe(false);
    expect(second.fonts).not.toEqual(first.fonts);
  });

  it("is made anew when packages have been installed: they may be the fonts that were missed", async () => {
    const { folder, made } = await publication();
    await made();
    expect((await made()).isReused).toBe(true);
    await mkdir(join(folder, "node_modules/reed"), { recursive: true });
    await writeFile(join(folder, "node_modules/.package-lock.json"), '{ "packages": { "reed": {} } }');
    expect((await made()).isReused).toBe(false);
    expect((await made()).isReused).toBe(true);
  });
});
