/**
 * The document type of a drawing, and the entities that it declares (XML 1.0, 2.8 and 4.2).
 *
 * Each character is looked at once: a file may hold a hundred thousand beginnings and no end.
 */
import { SvgFault } from "./fault.js";

export interface Doctype {
  /** The text without it. */
  readonly text: string;
  /** What stands in its brackets; undefined when there is no document type. */
  readonly subset: string | undefined;
}

/** What may stand before it: a declaration, comments, processing instructions. */
const BEFORE = /(?:\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->)/y;
/** Characters that all entities together may stand for. */
const MOST_CHARACTERS = 1_000_000;

/** What cannot be read is left where it is: the parser of XML says so. */
export function withoutDoctype(source: string): Doctype {
  const start = endOfHead(source);
  if (!source.startsWith("<!DOCTYPE", start)) return { text: source, subset: undefined };
  const opening = firstOf(source, start, "[>");
  if (opening < 0) return { text: source, subset: undefined };
  const isShort = source[opening] === ">";
  const close = isShort ? opening : endOfSubset(source, opening + 1);
  const end = isShort ? opening : source.indexOf(">", close);
  if (close < 0 || end < 0) return { text: source, subset: undefined };
  const subset = isShort ? "" : source.slice(opening + 1, close);
  return { text: source.slice(0, start) + source.slice(end + 1), subset };
}

function endOfHead(source: string): number {
  BEFORE.lastIndex = source.startsWith("\uFEFF") ? 1 : 0;
  for (;;) {
    const at = BEFORE.lastIndex;
    if (!BEFORE.test(source)) return at;
  }
}

/** The first of some characters outside of quotes; -1 when there is none. */
function firstOf(source: string, from: number, wanted: string): number {
  for (let at = from; at < source.length; at += 1) {
    const character = source[at]!;
    if (wanted.includes(character)) return at;
    if (character !== '"' && character !== "'") continue;
    at = source.indexOf(character, at + 1);
    if (at < 0) return -1;
  }
  return -1;
}

function endOfSubset(source: string, from: number): number {
  for (let at = from; ; ) {
    const next = firstOf(source, at, "]<");
    if (next < 0 || source[next] === "]") return next;
    const isComment = source.startsWith("<!--", next);
    const end = isComment ? source.indexOf("-->", next) : firstOf(source, next + 1, ">");
    if (end < 0) return -1;
    at = end + 1;
  }
}

/**
 * Entities that the file declares itself (Illustrator does), with those inside them written out.
 *
 * @param removed gets what is left out.
 */
export function entitiesOf(subset: string, removed: Set<string>): Map<string, string> {
  const found = new Map<string, string>();
  let total = 0;
  for (const declaration of declarations(subset)) {
    const [, name, double, single, outside] =
      /^\s+([\w.:-]+)\s+(?:"([^"]*)"|'([^']*)'|(SYSTEM|PUBLIC)\b)/.exec(declaration) ?? [];
    if (outside !== undefined || /^\s+%/.test(declaration)) removed.add("an entity from outside");
    if (name === undefined || outside !== undefined) continue;
    const value = writtenOut(double ?? single ?? "", found);
    total += value.length;
    if (total > MOST_CHARACTERS) throw new SvgFault("its entities multiply without end");
    found.set(name, value);
  }
  return found;
}

/** What stands between `<!ENTITY` and the end of each declaration. */
function* declarations(subset: string): Generator<string> {
  const mark = "<!ENTITY";
  for (let at = subset.indexOf(mark); at >= 0; ) {
    const end = firstOf(subset, at + mark.length, ">");
    if (end < 0) return;
    yield subset.slice(at + mark.length, end);
    at = subset.indexOf(mark, end);
  }
}

function writtenOut(value: string, known: ReadonlyMap<string, string>): string {
  return value.replace(/&(?:#(\d+)|#x([0-9a-f]+)|([\w.:-]+));/gi, (whole, decimal, hex, inner) => {
    if (inner !== undefined) return known.get(inner) ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "\uFFFD";
  });
}
