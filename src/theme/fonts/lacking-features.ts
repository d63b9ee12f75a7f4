/**
 * Tells what the font of the text lacks of what the styles of an edition ask for: small capitals, old-style figures.
 *
 * A browser makes small capitals of large ones made smaller, which look thin, and leaves figures as they are; neither
 * says a word. Fonts cut for the web lack both.
 */
import { existsSync, readFileSync } from "node:fs";
import { diagnostic, type Report } from "../../diagnostics/diagnostic.js";
import { type FontFace, shapeFile } from "./fonts.js";

interface Wish {
  readonly name: string;
  /** Of OpenType. */
  readonly feature: string;
  readonly isAsked: (styles: string) => boolean;
  /** What styles do where the font has it not: nothing is made up. */
  readonly instead: string;
}

/** Rules of the base for classes that few texts have. */
const FEW = /\.(?:smallcaps|csl-[\w-]+)\s*\{[^}]*\}/g;

const WISHES: readonly Wish[] = [
  {
    name: "small capitals",
    feature: "smcp",
    isAsked: (styles) => /small-caps/.test(styles.replace(FEW, "")),
    instead: "body { font-synthesis-small-caps: none; }\n",
  },
  {
    name: "old-style figures",
    feature: "onum",
    isAsked: (styles) => /oldstyle-nums/.test(lastValue("figures", styles) ?? ""),
    instead: "",
  },
];

/**
 * @param settings variables of the edition, as CSS; they come after the styles.
 * @returns rules that make up for nothing, to stand behind the styles.
 */
export async function reportLackingFeatures(
  styles: string,
  settings: string,
  faces: readonly FontFace[],
  report: Report,
): Promise<string> {
  const all = `${styles}\n${settings}`;
  const family = /^\s*["']?([^"',;]+)/.exec(lastValue("font-text", all) ?? "")?.[1]?.trim();
  const face = faces.find((each) => each.family === family && each.style === "normal" && hasLatin(each));
  if (face === undefined) return "";
  const asked = WISHES.filter(({ isAsked }) => isAsked(all));
  const has = asked.length > 0 ? await featuresOf(face) : undefined;
  if (has === undefined) return "";
  const lacking = asked.filter(({ feature }) => !has.has(feature));
  if (lacking.length === 0) return "";
  const names = lacking.map(({ name }) => name).join(" and no ");
  const hint = "Use a whole font, such as one of @expo-google-fonts, or ask for none (`figures: normal`)";
  report(
    diagnostic(
      "font-lacks",
      `The font \`${family}\` has no ${names}, which the styles ask for`,
      undefined,
      hint,
    ),
  );
  return lacking.map(({ instead }) => instead).join("");
}

/** The last one counts: `--figures: oldstyle-nums;`. */
function lastValue(variable: string, styles: string): string | undefined {
  return [...styles.matchAll(new RegExp(`--${variable}:([^;}]*)[;}]`, "g"))].at(-1)?.[1];
}

function hasLatin({ ranges }: FontFace): boolean {
  const letter = 0x61;
  return ranges.length === 0 || ranges.some(([from, to]) => from <= letter && letter <= to);
}

/** Of fonts that were looked into in this process, by file: the whole fonts of the themes are asked for in every build. */
const known = new Map<string, ReadonlySet<string>>();

async function featuresOf({ file, own }: FontFace): Promise<ReadonlySet<string> | undefined> {
  const found = own === undefined ? known.get(file) : undefined;
  if (found) return found;
  const content =
    own?.bytes ?? [shapeFile(file), file].filter(existsSync).map((each) => readFileSync(each))[0];
  if (content === undefined) return undefined;
  const { create } = await import("fontkit");
  const font = create(Buffer.from(content)) as { readonly availableFeatures?: readonly string[] } | null;
  const features = font?.availableFeatures && new Set(font.availableFeatures);
  if (features && own === undefined) known.set(file, features);
  return features ?? undefined;
}
