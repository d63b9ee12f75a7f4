/**
 * The fonts that Mermaid measures words with: a face of the program, and for other scripts the fonts that stand in
 * for those of themes, where they are installed. So a picture is the same on every machine.
 *
 * Whoever shows it has other fonts: print those of its theme, a reading system its own. Widths are
 * measured a little larger than those of our font, which is narrow, so that words stay in their shapes.
 */
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, extname, join } from "node:path";
import type { ServedFile } from "../../formats/pdf/paginate/loader.js";
import { PACKAGE_ROOT } from "../../runtime/package-root.js";
import { FALLBACK_FONTS } from "../../theme/glyphs/fallback-fonts.js";

const OWN = { package: "@fontsource/source-sans-3", sheets: ["400.css", "700.css", "400-italic.css"] };
/** What turns the widths of Source Sans 3 into those of Helvetica and its like. */
const WIDER = "size-adjust: 107%;";

/** As pictures ask for fonts: print finds the first in a theme that has it, else the theme's own without serifs. */
export const FAMILIES = "'Source Sans 3', Helvetica, Arial, sans-serif";

interface Sheet {
  /** Under which the page finds it; its fonts are beside it. */
  readonly path: string;
  readonly package: string;
  readonly characters?: RegExp;
}

/** The style sheets of fonts that are installed, the own first. */
function fontSheets(): readonly Sheet[] {
  const others = FALLBACK_FONTS.filter(({ families }) => families === undefined);
  const all = [OWN, ...others.map((font) => ({ ...font, sheets: font.sheets.slice(0, 1) }))];
  const sheets = all.flatMap((font) => {
    if (folderOf(font.package) === undefined) return [];
    const characters = "characters" in font ? (font.characters as RegExp) : undefined;
    return font.sheets.map((sheet) => ({
      path: `${font.package}/${sheet}`,
      package: font.package,
      ...(characters && { characters }),
    }));
  });
  return sheets;
}

/** The sheets that a text needs, as paths, each once. */
export function sheetsFor(text: string): readonly string[] {
  const needed = fontSheets().filter(({ characters }) => characters === undefined || characters.test(text));
  return [...new Set(needed.map(({ path }) => path))];
}

const require = createRequire(join(PACKAGE_ROOT, "package.json"));
const folders = new Map<string, string | undefined>();

function folderOf(name: string): string | undefined {
  if (folders.has(name)) return folders.get(name);
  const places = (require.resolve.paths(name) ?? []).map((place) => join(place, name));
  const folder = places.find((place) => existsSync(join(place, "package.json")));
  folders.set(name, folder);
  return folder;
}

const MEDIA_TYPES: Readonly<Record<string, string>> = { ".css": "text/css", ".woff2": "font/woff2" };
const FONT_FILE = /^(@fontsource(?:-variable)?\/[\w-]+)\/((?:files\/)?[\w.-]+)$/;

/** Answers what the page asks of a font's package. */
export function servedFont(path: string): ServedFile | undefined {
  const [, name, file] = FONT_FILE.exec(path) ?? [];
  const folder = name === undefined ? undefined : folderOf(name);
  const mediaType = MEDIA_TYPES[extname(file ?? "")];
  if (folder === undefined || mediaType === undefined) return undefined;
  const whole = join(folder, file!);
  if (!existsSync(whole) || dirname(file!).includes("..")) return undefined;
  const body = readFileSync(whole);
  if (mediaType !== "text/css") return { mediaType, body };
  const text = body.toString();
  return {
    mediaType,
    body: name === OWN.package ? text.replaceAll("@font-face {", `@font-face { ${WIDER}`) : text,
  };
}
