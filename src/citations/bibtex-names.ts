/** Names as BibTeX and BibLaTeX write them: `von Last, Jr, First`, `First von Last`, `family=…, given=…`. */
import type { Name } from "./item.js";
import { latexText } from "./latex-text.js";

/**
 * @param prefixes whether a particle stays with the family name: BibLaTeX's option `useprefix`.
 * @returns one name for each that `and` joins; `others` is a literal name.
 */
export function namesOf(value: string, prefixes: "kept" | "dropped" = "kept"): Name[] {
  return splitOutside(value, /\s+and\s+/iy)
    .map((name) => name.trim())
    .filter((name) => name !== "")
    .map((name) => (name === "others" ? { literal: "others" } : placed(nameOf(name), prefixes)));
}

function placed(name: Name, prefixes: "kept" | "dropped"): Name {
  const { "non-dropping-particle": particle, ...rest } = name;
  return prefixes === "kept" || particle === undefined ? name : { ...rest, "dropping-particle": particle };
}

function nameOf(name: string): Name {
  if (/^\{[\s\S]*\}$/.test(name) && splitOutside(name, /[\s,]/y).length === 1)
    return { literal: latexText(name) };
  const parts = splitOutside(name, /\s*,\s*/y);
  if (
    parts.every((part) =>
      /^(?:family|given|prefix|suffix|given-i|family-i|prefix-i|useprefix|id)\s*=/.test(part),
    )
  ) {
    return keyedName(parts);
  }
  if (parts.length === 1) return plainName(splitOutside(name, /(?:\s|~)+/y));
  const [last = "", middle = "", first] = parts;
  const { particle, family } = withParticle(splitOutside(last, /(?:\s|~)+/y));
  const given = latexText(first ?? middle);
  return {
    ...(particle === "" ? {} : { "non-dropping-particle": particle }),
    family,
    ...(given === "" ? {} : { given }),
    ...(first === undefined || middle === "" ? {} : { suffix: latexText(middle) }),
  };
}

/** BibLaTeX 3.20, section 3.5, “Data model”: names with keys. */
function keyedName(parts: readonly string[]): Name {
  const values = new Map(
    parts.map((part) => {
      const at = part.indexOf("=");
      const value = part.slice(at + 1).trim();
      return [part.slice(0, at).trim(), latexText(value.replace(/^"(.*)"$/, "$1"))];
    }),
  );
  const particle = values.get("prefix");
  const kind = values.get("useprefix") === "false" ? "dropping-particle" : "non-dropping-particle";
  const given = values.get("given");
  const suffix = values.get("suffix");
  return {
    ...(particle === undefined ? {} : { [kind]: particle }),
    family: values.get("family") ?? "",
    ...(given === undefined ? {} : { given }),
    ...(suffix === undefined ? {} : { suffix }),
  };
}

function plainName(words: readonly string[]): Name {
  const lower = words.findIndex((word, index) => index < words.length - 1 && isLower(word));
  const start = lower < 0 ? words.length - 1 : lower;
  const { particle, family } = withParticle(words.slice(start));
  const given = latexText(words.slice(0, start).join(" "));
  return {
    ...(particle === "" ? {} : { "non-dropping-particle": particle }),
    family,
    ...(given === "" ? {} : { given }),
  };
}

function withParticle(words: readonly string[]): { particle: string; family: string } {
  let count = 0;
  while (count < words.length - 1 && isLower(words[count]!)) count++;
  return {
    particle: latexText(words.slice(0, count).join(" ")),
    family: latexText(words.slice(count).join(" ")),
  };
}

function isLower(word: string): boolean {
  return /^\p{Ll}/u.test(word.replace(/^[{\\'"`^~]+/, ""));
}

/** Cuts at a separator that stands outside of braces. */
function splitOutside(text: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "\\") {
      at++;
      continue;
    }
    if (text[at] === "{") depth++;
    if (text[at] === "}") depth--;
    separator.lastIndex = at;
    const match = depth === 0 ? separator.exec(text)?.[0] : undefined;
    if (!match) continue;
    parts.push(text.slice(start, at));
    at += match.length - 1;
    start = at + 1;
  }
  return [...parts, text.slice(start)];
}
