/** Reads YAML 1.2 so that every value keeps its place, and says in plain words what does not parse. */
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Pair,
  type ParsedNode,
  parseDocument,
  type Scalar,
  visit,
  type YAMLError,
  type YAMLMap,
} from "yaml";
import { diagnostic, type Report } from "../../diagnostics/diagnostic.js";
import type { Location } from "../../diagnostics/location.js";
import type { Path, Places } from "../../model/places.js";
import { syntaxWords } from "./syntax-words.js";

/** More copies than any publication needs, and far fewer than a "billion laughs" file makes. */
const MAX_ALIASES = 200;
/** Parsers recurse: text nested deeper than this is an attack or an accident, never a publication. */
const MAX_OPEN_BRACKETS = 500;
/** Columns: each block within another begins further in, on a line of its own or behind a mark and a blank. */
const MAX_INDENT = 500;
const TOO_DEEP = new RegExp(`^(?: |[-?:](?= )){${MAX_INDENT + 1}}`, "m");
const MAX_LENGTH = 4 * 1024 * 1024;

export interface YamlText {
  readonly data: unknown;
  readonly places: Places;
}

/** `typed`: numbers, true and false are what they look like. `as-written`: all is text, so that `012` and `12E1` stay. */
export type YamlValues = "typed" | "as-written";

/**
 * Parses a YAML file.
 *
 * @param file Path for the diagnostics, relative to the publication's folder.
 * @returns undefined when the text does not parse. Keys that stand twice are reported and the last one
 *   holds, so that the rest of the file can still be checked.
 */
export function readYaml(
  text: string,
  file: string,
  report: Report,
  values: YamlValues = "typed",
): YamlText | undefined {
  const refused = refusal(text);
  if (refused !== undefined) {
    report(diagnostic("yaml-syntax", refused, { file, line: 1, column: 1 }));
    return undefined;
  }
  const lines = new LineCounter();
  // The parser compares each key with all others of its mapping: many keys would take minutes.
  const options = {
    lineCounter: lines,
    prettyErrors: false,
    logLevel: "error",
    uniqueKeys: false,
    schema: values === "typed" ? "core" : "failsafe",
  } as const;
  const document = parseDocument(text, options);
  const at = (offset: number): Location => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  for (const error of firstOfEachLine([...document.errors, ...document.warnings], lines)) {
    reportSyntax(error, at, report);
  }
  for (const key of repeatedKeys(document)) {
    const message = `\`${String(key.value)}\` is given a second time`;
    report(diagnostic("duplicate-key", message, at(startOf(key) ?? 0), "Keep one of the two"));
  }
  for (const key of keysOfObjects(document)) {
    const message = `\`${String(key.value)}\` cannot be a name here`;
    report(diagnostic("bad-name", message, at(startOf(key) ?? 0), "Choose another name"));
  }
  if (document.errors.length > 0) return undefined;
  const data = toPlain(document, at, report);
  return data === undefined ? undefined : { data: data.value, places: placesIn(document, at) };
}

function refusal(text: string): string | undefined {
  if (text.length > MAX_LENGTH) return "The file is longer than 4 MiB, which no publication file is";
  if (TOO_DEEP.test(text)) return `A line is indented by more than ${MAX_INDENT} columns`;
  let open = 0;
  for (const character of text) {
    if (character === "[" || character === "{") open += 1;
    else if (character === "]" || character === "}") open -= 1;
    if (open > MAX_OPEN_BRACKETS) return `More than ${MAX_OPEN_BRACKETS} brackets are open at once`;
  }
  return undefined;
}

/** One slip often makes the parser stumble several times on the same line: the first one counts. */
function firstOfEachLine(errors: readonly YAMLError[], lines: LineCounter): readonly YAMLError[] {
  const seen = new Set<number>();
  return errors.filter((error) => {
    const { line } = lines.linePos(error.pos[0]);
    if (seen.has(line)) return false;
    seen.add(line);
    return true;
  });
}

function reportSyntax(error: YAMLError, at: (offset: number) => Location, report: Report): void {
  const place = at(error.pos[0]);
  const { message, hint } = syntaxWords(error);
  report(diagnostic("yaml-syntax", message, place, hint));
}

/** Keys that stand a second time in their mapping, in the order of the text. */
function repeatedKeys(document: Document.Parsed): Scalar[] {
  const repeated: Scalar[] = [];
  visit(document, {
    Map(_, map) {
      const seen = new Set<string>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (seen.has(name)) repeated.push(key);
        seen.add(name);
      }
    },
  });
  return repeated;
}

/** A key that would set what an object is, and be lost: it is taken out. */
const OF_OBJECTS = "__proto__";

function keysOfObjects(document: Document.Parsed): Scalar[] {
  const found: Scalar[] = [];
  visit(document, {
    Map(_, map) {
      const isOne = ({ key }: Pair) => isScalar(key) && key.value === OF_OBJECTS;
      for (const { key } of map.items.filter(isOne)) found.push(key as Scalar);
      map.items = map.items.filter((each) => !isOne(each));
    },
  });
  return found;
}

/** Aliases are copied here, so this is where a missing anchor or an alias bomb comes out. */
function toPlain(
  document: Document.Parsed,
  at: (offset: number) => Location,
  report: Report,
): { value: unknown } | undefined {
  const start = at(document.contents?.range?.[0] ?? 0);
  try {
    const value: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
    // An alias inside its own anchor makes a value without an end.
    JSON.stringify(value);
    return { value };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    report(diagnostic("yaml-syntax", aliasWords(reason), start, "Write the values out instead"));
    return undefined;
  }
}

function aliasWords(reason: string): string {
  const missing = /Unresolved alias .*: (.+)$/.exec(reason)?.[1];
  if (missing !== undefined) return `The alias \`*${missing}\` has no anchor \`&${missing}\` before it`;
  if (reason.startsWith("Excessive alias count")) return "Aliases multiply to more values than allowed";
  return "An alias stands inside its own anchor";
}

function placesIn(document: Document.Parsed, at: (offset: number) => Location): Places {
  const offset = (path: Path, end: "key" | "value"): number => {
    let node: unknown = document.contents;
    let found = startOf(node) ?? 0;
    for (const [index, step] of path.entries()) {
      const child = childOf(resolved(node, document), step);
      if (child === undefined) break;
      const wantsKey = end === "key" && index === path.length - 1;
      // A value that is not there (`subtitle:`) has no place of its own.
      const empty = isScalar(child.value) && child.value.value === null;
      found = startOf(wantsKey || empty ? child.key : child.value) ?? found;
      node = child.value;
    }
    return found;
  };
  return {
    value: (path) => at(offset(path, "value")),
    key: (path) => at(offset(path, "key")),
  };
}

function resolved(node: unknown, document: Document.Parsed): unknown {
  return isAlias(node) ? node.resolve(document) : node;
}

function childOf(node: unknown, step: string | number): { key: unknown; value: unknown } | undefined {
  if (isSeq(node)) {
    const value = node.items[Number(step)];
    return value === undefined ? undefined : { key: value, value };
  }
  if (!isMap(node)) return undefined;
  const pair = pairsOf(node).get(String(step));
  return pair === undefined ? undefined : { key: pair.key, value: pair.value };
}

const known = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();

/** The entries of a mapping by key; with a key that stands twice the last one holds. */
function pairsOf(map: YAMLMap): ReadonlyMap<string, Pair> {
  const pairs =
    known.get(map) ??
    new Map(map.items.flatMap((each) => (isScalar(each.key) ? [[String(each.key.value), each]] : [])));
  known.set(map, pairs);
  return pairs;
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? (node as ParsedNode).range?.[0] : undefined;
}
