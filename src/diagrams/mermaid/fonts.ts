/**
 * The fonts that Mermaid measures words with: a face of the program, and for other scripts the fonts that stand in
 * for those of themes, where they are installed. So a picture is the same on every machine.
 *
 * Whoever shows it has other fonts: print those of its theme, a reading system its own. Widths are
 * measured a little larger than those of our font, which is narrow, so that words stay in their shapes.
 */
import { existsSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import type { ServedFile } from "../../formats/pdf/paginate/loader.js";
import { FALLBACK_FONTS } from "../../theme/glyphs/fallback-fonts.js";
import { packageFolder } from "../packages.js";

const OWN = { package: "@fontsource/source-sans-3", sheets: ["400.css", "700.css", "400-italic.css"] };
/** What turns the widths of Source Sans 3 into those of Helvetica and its like. */
const WIDER = "size-adjust: 107%;";

/** As pictures ask for fonts: print finds the first in a theme that has it, else the theme's own without serifs. */
export const FAMILIES = "'Source Sans 3', Helvetica, Arial, sans-serif";

/** The style sheets that a text needs, as paths under which the page finds them: their fonts are beside them. */
export function sheetsFor(text: string): readonly string[] {
  const others = FALLBACK_FONTS.filter(
    ({ families, characters }) => families === undefined && characters.test(text),
  );
  const regular = others.map((font) => ({ package: font.package, sheets: font.sheets.slice(0, 1) }));
  const installed = [OWN, ...regular].filter((font) => packageFolder(font.package) !== undefined);
  return [...new Set(installed.flatMap((font) => font.sheets.map((sheet) => `${font.package}/${sheet}`)))];
}

const MEDIA_TYPES: Readonly<Record<string, string>> = { ".css": "text/css", ".woff2": "font/woff2" };
const FONT_FILE = /^(@fontsource(?:-variable)?\/[\w-]+)\/((?:files\/)?[\w.-]+)$/;

/** Answers what the page asks of a font's package. */
export function servedFont(path: string): ServedFile | undefined {
  const [, name, file] = FONT_FILE.exec(path) ?? [];
  const folder = name === undefined ? undefined : packageFolder(name);
  const mediaType = MEDIA_TYPES[extname(file ?? "")];
  if (folder === undefined || mediaType === undefined) return undefined;
  const whole = join(folder, file!);
  if (!existsSync(whole)) return undefined;
  const body = readFileSync(whole);
  if (mediaType !== "text/css") return { mediaType, body };
  const text = body.toString();
  return {
    mediaType,
    body: name === OWN.package ? text.replaceAll("@font-face {", `@font-face { ${WIDER}`) : text,
  };
}
