/** One name: in the order of speech or of sorting, with initials or in full (CSL 1.0.2, "Names"). */
import type { Name } from "../item.js";
import { formatted } from "./finish.js";
import { concat, join, parseMarkup, type Rich, text } from "./rich.js";
import { applyTextCase } from "./text-case.js";

export interface NameStyle {
  readonly form: "long" | "short";
  readonly order: "spoken" | "sorted";
  readonly sortSeparator: string;
  /** What follows an initial; undefined for names in full. */
  readonly initialize?: string;
  readonly hyphens: "keep" | "drop";
  /** Where a particle such as `von` goes when names are sorted. */
  readonly demote: "never" | "sort-only" | "display-and-sort";
  /** Formatting of parts, by `family` and `given`. */
  readonly parts: ReadonlyMap<string, Readonly<Record<string, string>>>;
  readonly language: string;
}

const EAST_ASIAN = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;

export function formatName(name: Name, style: NameStyle): Rich {
  if (name.literal !== undefined) return part("family", name.literal, style);
  const { family = "", suffix = "" } = name;
  const particle = name["non-dropping-particle"] ?? "";
  const dropping = name["dropping-particle"] ?? "";
  const given = givenName(name.given ?? "", style);
  if (EAST_ASIAN.test(family) && EAST_ASIAN.test(name.given ?? "")) {
    return style.form === "short" ? text(family) : text(family + (name.given ?? ""));
  }
  const withParticle = spaced([part("family", particle, style), part("family", family, style)]);
  if (style.form === "short") return withParticle;
  const givenPart = part("given", given, style);
  if (style.order === "spoken") {
    const last = spaced([givenPart, text(dropping), withParticle]);
    return suffix === "" ? last : concat([last, text(` ${suffix}`)]);
  }
  const isDemoted = style.demote === "display-and-sort";
  const first = isDemoted ? part("family", family, style) : withParticle;
  const rest = spaced([givenPart, text(dropping), isDemoted ? text(particle) : []]);
  return join([first, rest, text(suffix)], style.sortSeparator);
}

function spaced(parts: readonly Rich[]): Rich {
  const filled = parts.filter((each) => each.length > 0);
  return concat(
    filled.flatMap((each, index) => {
      const before = filled[index - 1];
      // No space after `d’` or a hyphen.
      const isTight = before && /[’'-]$/.test(last(before));
      return index === 0 || isTight ? [each] : [text(" "), each];
    }),
  );
}

function last(nodes: Rich): string {
  const node = nodes.at(-1);
  return node?.type === "text" ? node.value : "";
}

function part(name: "family" | "given", value: string, { parts, language }: NameStyle): Rich {
  if (value === "") return [];
  const attributes = parts.get(name) ?? {};
  const cased = applyTextCase(parseMarkup(value), attributes["text-case"], language);
  const made = formatted(cased, attributes);
  return concat([text(attributes.prefix ?? ""), made, text(attributes.suffix ?? "")]);
}

function givenName(given: string, { initialize, hyphens }: NameStyle): string {
  if (initialize === undefined || given === "") return given;
  const words = given.split(/\s+|(?<=\p{Lu}\.)(?=\p{Lu})/u).filter((word) => word !== "");
  return words
    .map((word) => initialsOf(word, initialize, hyphens))
    .join("")
    .trim();
}

/** `Jean-Paul` gives `J.-P.`; words with a small letter are particles and stay. */
function initialsOf(word: string, after: string, hyphens: "keep" | "drop"): string {
  if (/^\p{Ll}/u.test(word)) return `${/\s$/.test(after) ? "" : " "}${word} `;
  const initials = word.split("-").map((each) => [...each][0] ?? "");
  const tight = after.trimEnd();
  const between = hyphens === "keep" ? `${tight}-` : after;
  return initials.join(between) + after;
}

/** A name as it is sorted, in plain text. */
export function sortName(name: Name, demote: NameStyle["demote"]): string {
  if (name.literal !== undefined) return name.literal;
  const particle = name["non-dropping-particle"] ?? "";
  const family = demote === "never" ? `${particle} ${name.family ?? ""}` : `${name.family ?? ""} ${particle}`;
  return `${family.trim()} ${name.given ?? ""}`.replace(/\s+/g, " ").trim();
}
