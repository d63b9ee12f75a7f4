/**
 * Faces from packages that carry fonts as their makers drew them: `@expo-google-fonts/<family>/<weight><name>[_Italic]`,
 * a folder with one TrueType file.
 *
 * Packages for the web (Fontsource) cut a font into scripts, and leave out what a web page seldom asks for: small
 * capitals, old-style figures, superiors, non-breaking hyphens.
 */
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/** A face in a file of its own, for all characters that it has. */
export interface WholeFace {
  readonly family: string;
  readonly weight: number;
  readonly style: "normal" | "italic";
  /** Absolute path. */
  readonly file: string;
}

/** `@expo-google-fonts/eb-garamond/400Regular_Italic`. */
const WHOLE = /^(?<name>@expo-google-fonts\/[\w-]+)\/(?<look>(?<weight>\d{3})[A-Za-z]+(?<italic>_Italic)?)$/;

/**
 * The face that an import names.
 *
 * @param folders where packages are looked for, the first one first.
 * @returns undefined for an import of anything else, and for what is not installed.
 */
export function wholeFace(imported: string, folders: readonly string[]): WholeFace | undefined {
  const { name, look, weight, italic } = WHOLE.exec(imported)?.groups ?? {};
  if (name === undefined || look === undefined) return undefined;
  for (const folder of folders) {
    try {
      const manifest = createRequire(path.join(folder, "package.json")).resolve(`${name}/package.json`);
      const inside = path.join(path.dirname(manifest), look);
      const file = readdirSync(inside).find((each) => each.endsWith(".ttf"));
      if (file === undefined) continue;
      const { family } = JSON.parse(readFileSync(path.join(path.dirname(manifest), "metadata.json"), "utf8"));
      return {
        family: String(family),
        weight: Number(weight),
        style: italic === undefined ? "normal" : "italic",
        file: path.join(inside, file),
      };
    } catch {
      // Not in this place: the next one may have it.
    }
  }
  return undefined;
}
