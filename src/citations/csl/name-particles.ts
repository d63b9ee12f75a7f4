/** Finds the particles and suffixes of names that are written into the family or given name. */
import type { Name } from "../item.js";

/** In characters: what is longer is no name of a person. */
const LONGEST = 500;

/**
 * As citeproc-js does: small words before a family name are a particle that stays with it, small words
 * after a given name one that does not; what follows a comma after the given name is a suffix. A family name
 * in quotation marks is taken as it is.
 */
export function withParticles(name: Name): Name {
  if (name.literal !== undefined || name.family === undefined) return name;
  if (name.family.length + (name.given?.length ?? 0) > LONGEST) return name;
  if (/^".*"$/.test(name.family)) return { ...name, family: name.family.slice(1, -1) };
  return withDropping(withNonDropping(withSuffix(name)));
}

function withSuffix(name: Name): Name {
  const match = /^(.*?),(!?)\s+(.+)$/.exec(name.given ?? "");
  // “François, abbé d’” ends in a title with a particle, which is no suffix.
  if (!match || name.suffix !== undefined) return name;
  const [, given = "", isComma, suffix = ""] = match;
  return { ...name, given, suffix, ...(isComma === "!" ? { "comma-suffix": true } : {}) };
}

function withNonDropping(name: Name): Name {
  if (name["non-dropping-particle"] !== undefined || name["dropping-particle"] !== undefined) return name;
  const match = /^((?:['’]?\p{Ll}[\p{Ll}\p{M}.]*(?:['’]\s?|-|\s+))+)(.+)$/u.exec(name.family ?? "");
  if (!match || /^\p{Ll}/u.test(match[2]!)) return name;
  return { ...name, "non-dropping-particle": curled(match[1]!), family: match[2]! };
}

function withDropping(name: Name): Name {
  if (name["dropping-particle"] !== undefined) return name;
  const match = /^(.*?\S)((?:\s+\p{Ll}[\p{Ll}\p{M}]*['’]?)+)$/u.exec(name.given ?? "");
  if (!match) return name;
  return { ...name, given: match[1]!, "dropping-particle": curled(match[2]!) };
}

/** The blank of `de’ Medici` is kept, that of `van Gogh` goes without saying. */
function curled(particle: string): string {
  const curly = particle.replace(/'/g, "’").trimStart();
  return /’\s$/.test(curly) ? curly : curly.trimEnd();
}
