/** One name: in the order of speech or of sorting, with initials or in full (CSL 1.0.2, "Names"). */
import type { Name } from "../item.js";
import { type InitialStyle, initials } from "./name-initials.js";
import { type Attributes, box, type Output, rich, words } from "./output.js";
import { parseMarkup } from "./text/markup.js";
import { plain } from "./text/rich.js";

export interface NameStyle {
  readonly form: "long" | "short";
  readonly order: "spoken" | "sorted";
  readonly sortSeparator: string;
  /** Undefined for names in full. */
  readonly initials?: InitialStyle;
  /** Where a particle such as `von` goes when names are sorted. */
  readonly demote: Demotion;
  /** Formatting of parts, by `family` and `given`. */
  readonly parts: ReadonlyMap<string, Attributes>;
  readonly language: string;
}

export type Demotion = "never" | "sort-only" | "display-and-sort";

/** Names in these scripts have the family first, and no blank between. */
const UNSPACED = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}々・\s]+$/u;

export function nameOutput(name: Name, style: NameStyle): Output[] {
  if (name.literal !== undefined) return part("family", name.literal, style);
  const { family = "", suffix = "", given = "" } = name;
  const particle = name["non-dropping-particle"] ?? "";
  const dropping = name["dropping-particle"] ?? "";
  if (UNSPACED.test(family) && (given === "" || UNSPACED.test(given))) {
    const first = part("family", family, style);
    return style.form === "short" ? first : [...first, ...part("given", given, style)];
  }
  const familyPieces = [piece("family", particle, style), piece("family", family, style)];
  if (style.form === "short") return affixer(style)("family", spaced(familyPieces));
  const shortened = style.initials && family !== "" ? initials(given, style.initials) : given;
  const affixed = affixer(style);
  const givenPieces = piece("given", shortened, style);
  const droppingPieces = piece("given", dropping, style);
  if (style.order === "spoken") {
    const comma = name["comma-suffix"] ? ", " : " ";
    const end = suffix === "" ? [] : [...words(comma), ...rich(parseMarkup(suffix))];
    const last = [...spaced([droppingPieces, ...familyPieces]), ...end];
    return spaced([affixed("given", givenPieces), affixed("family", last)]);
  }
  const isDemoted = style.demote === "display-and-sort";
  const first = affixed("family", isDemoted ? piece("family", family, style) : spaced(familyPieces));
  const particles = isDemoted ? piece("family", particle, style) : [];
  const rest = affixed("given", spaced([givenPieces, droppingPieces, particles]));
  const separated = [first, rest, rich(parseMarkup(suffix))].filter((each) => each.length > 0);
  return separated.flatMap((each, index) => (index === 0 ? each : [...words(style.sortSeparator), ...each]));
}

function spaced(parts: readonly Output[][]): Output[] {
  const filled = parts.filter((each) => each.length > 0);
  return filled.flatMap((each, index) =>
    index === 0 || endsTight(filled[index - 1]!) ? each : [...words(" "), ...each],
  );
}

/** No space after `d’` or a hyphen. */
function endsTight(output: readonly Output[]): boolean {
  const last = output.at(-1);
  if (!last) return false;
  if (last.kind === "box") return !last.attributes.suffix && endsTight(last.children);
  return /[’'ʼ-]$/.test(plain(last.nodes));
}

/** Particles look like the part that they belong to, wherever they stand (CSL 1.0.2, "Name-part"). */
function piece(name: "family" | "given", value: string, { parts, language }: NameStyle): Output[] {
  const { prefix: _, suffix: __, ...format } = parts.get(name) ?? {};
  return box(rich(parseMarkup(value)), format, { language });
}

/** Affixes go around all that stands with a part. */
function affixer({ parts }: NameStyle) {
  return (name: "family" | "given", output: readonly Output[]): Output[] => {
    const { prefix = "", suffix = "" } = parts.get(name) ?? {};
    return box(output, { prefix, suffix });
  };
}

function part(name: "family" | "given", value: string, style: NameStyle): Output[] {
  return affixer(style)(name, piece(name, value, style));
}

/** A name as it is sorted: family, given, suffix as far as it has them, in plain text. */
export function sortName(name: Name, demote: Demotion): string {
  if (name.literal !== undefined) return name.literal.replace(/<[^>]*>/g, "");
  const particle = name["non-dropping-particle"] ?? "";
  const dropping = name["dropping-particle"] ?? "";
  const { family = "", given = "", suffix = "" } = name;
  const keys =
    demote === "never"
      ? [`${particle} ${family}`, dropping, given, suffix]
      : [family, `${dropping} ${particle}`, given, suffix];
  return keys
    .map((key) => key.trim())
    .filter((key) => key !== "")
    .join(" ");
}

/** What tells a person from others. */
export function nameKey(name: Name): string {
  const given = name.given?.replace(/[\s.]+/g, " ").trim();
  return JSON.stringify([
    name.literal,
    name.family,
    given,
    name.suffix,
    name["non-dropping-particle"],
    name["dropping-particle"],
  ]);
}
