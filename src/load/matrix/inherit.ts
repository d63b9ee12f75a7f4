/** `extends`: an edition with everything that the one it extends says and it does not say itself. */
import { diagnostic, type Report } from "../../diagnostics/diagnostic.js";
import { nearest } from "../../diagnostics/nearest.js";
import type { Path, Places } from "../../model/places.js";

export type Mapping = Readonly<Record<string, unknown>>;

/** What an edition says, with where each of its values is written. */
export interface Inherited {
  readonly values: Mapping;
  /** Source of the value at a path inside the edition, by the path as JSON: one or two keys. */
  readonly sources: ReadonlyMap<string, Path>;
}

/** Keys that speak of one description and not of the editions made from it. */
const OWN_KEYS = new Set(["extends", "abstract"]);

export function isMapping(value: unknown): value is Mapping {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Makes a function from the name of an edition to what it says with all that it inherits.
 *
 * Own keys win; mappings are merged key by key, lists are not merged. A cycle and a name that is not
 * there are reported once, and the edition goes on without.
 */
export function inheritance(
  editions: Mapping,
  places: Places,
  report: Report,
): (name: string) => Inherited | undefined {
  const known = new Map<string, Inherited | undefined>();
  const resolve = (name: string, heirs: readonly string[]): Inherited | undefined => {
    if (known.has(name)) return known.get(name);
    const own = editions[name];
    if (!isMapping(own)) return undefined;
    const base = baseOf(own, name, heirs);
    const parent = base === undefined ? undefined : resolve(base, [...heirs, name]);
    const result = merged(parent, ownOf(own, ["editions", name]));
    known.set(name, result);
    return result;
  };
  const baseOf = (own: Mapping, name: string, heirs: readonly string[]): string | undefined => {
    const base = own.extends;
    if (typeof base !== "string") return undefined;
    const place = places.value(["editions", name, "extends"]);
    if (!Object.hasOwn(editions, base)) {
      report(
        diagnostic("bad-extends", `There is no edition \`${base}\` to extend`, place, hintFor(base, name)),
      );
      return undefined;
    }
    if (base !== name && !heirs.includes(base)) return base;
    const circle = [...heirs.slice(heirs.indexOf(base)), name, base].filter(
      (each, at) => at > 0 || each !== "",
    );
    const words = base === name ? `\`${name}\` extends itself` : `A circle: ${circle.join(" extends ")}`;
    report(diagnostic("bad-extends", words, place, "Remove one `extends`"));
    return undefined;
  };
  const hintFor = (base: string, name: string): string => {
    const others = Object.keys(editions).filter((each) => each !== name);
    const similar = nearest(base, others);
    if (similar !== undefined) return `Did you mean \`${similar}\`?`;
    return others.length === 0
      ? "Remove `extends`: there is no other edition"
      : `Use one of: ${others.join(", ")}`;
  };
  return (name) => resolve(name, []);
}

function ownOf(values: Mapping, path: Path): Inherited {
  const sources = new Map<string, Path>();
  for (const [key, value] of Object.entries(values)) {
    sources.set(JSON.stringify([key]), [...path, key]);
    if (!isMapping(value)) continue;
    for (const inner of Object.keys(value)) sources.set(JSON.stringify([key, inner]), [...path, key, inner]);
  }
  return { values, sources };
}

function merged(parent: Inherited | undefined, own: Inherited): Inherited {
  if (parent === undefined) return own;
  const values: Record<string, unknown> = {};
  const sources = new Map<string, Path>();
  for (const [key, value] of Object.entries(parent.values)) {
    if (OWN_KEYS.has(key)) continue;
    const isMerged = isMapping(value) && isMapping(own.values[key]) && key !== "for-each";
    if (Object.hasOwn(own.values, key) && !isMerged) continue;
    values[key] = value;
    for (const [path, source] of parent.sources) {
      if ((JSON.parse(path) as string[])[0] === key) sources.set(path, source);
    }
  }
  for (const [key, value] of Object.entries(own.values)) {
    const before = values[key];
    values[key] = isMapping(before) && isMapping(value) ? { ...before, ...value } : value;
  }
  for (const [path, source] of own.sources) sources.set(path, source);
  return { values, sources };
}
