/** What a project of another tool says that its book is about, and which series it belongs to. */
import { isCode, plainWords } from "./plain-words.js";
import { textOf, textsOf, type Values, valuesOf } from "./values.js";

export type SubjectSaid =
  | string
  | { readonly scheme: string; readonly code: string; readonly term?: string | undefined };

export interface SeriesSaid {
  readonly name: string;
  readonly position?: number | undefined;
}

/** Keys of Pandoc and its relatives; all that are there count. */
const KEYS = ["subject", "subjects", "keywords", "tags"];

/** Undefined when nothing is said. With `authority` and `term`, Pandoc has codes of a scheme. */
export function subjectsIn(values: Values): readonly SubjectSaid[] | undefined {
  const all = KEYS.flatMap((key) => [values[key] ?? []].flat().flatMap(subject));
  const known = new Map(all.map((each) => [JSON.stringify(each), each]));
  return known.size === 0 ? undefined : [...known.values()];
}

function subject(item: unknown): readonly SubjectSaid[] {
  const { text, authority, term } = valuesOf(item);
  const words = textOf(text) === undefined ? undefined : plainWords(textOf(text)!);
  const scheme = textOf(authority);
  const code = textOf(term);
  if (scheme !== undefined && code !== undefined)
    return [{ scheme: scheme.toLowerCase(), code, term: words }];
  const said = words === undefined ? textsOf(item).flatMap((each) => each.split(/\s*[,;]\s*/)) : [words];
  return said.map(plainWords).filter((each) => each !== "" && !isCode(each));
}

/** https://pandoc.org/MANUAL.html#epub-metadata */
export function seriesIn(values: Values): SeriesSaid | undefined {
  const name = plainWords(textOf(values["belongs-to-collection"]) ?? "");
  if (name === "") return undefined;
  const position = Number(textOf(values["group-position"]));
  return Number.isFinite(position) ? { name, position } : { name };
}
