/** Tells the elements of a script from one another, line by line (Fountain 1.1). */
import { isSceneHeading, numberOf } from "./scene-heading.js";
import type { ScriptElement, ScriptLine, Speech, SpeechPart } from "./script.js";

/** The lines of a script, and the one that is read next. */
interface Cursor {
  readonly lines: readonly ScriptLine[];
  next: number;
}

/** Reads an element that may begin here; undefined when another kind does. */
type Rule = (
  line: ScriptLine,
  cursor: Cursor,
  elements: readonly ScriptElement[],
) => ScriptElement | undefined;

/** In this order: what is marked comes before what only looks like something. */
const RULES: readonly Rule[] = [
  pageBreak,
  forcedAction,
  section,
  synopsis,
  lyrics,
  centered,
  forcedTransition,
  forcedHeading,
  sceneHeading,
  transition,
  speech,
  action,
];

export function elementsOf(lines: readonly ScriptLine[]): ScriptElement[] {
  const cursor: Cursor = { lines, next: 0 };
  const elements: ScriptElement[] = [];
  while (cursor.next < lines.length) {
    const line = lines[cursor.next]!;
    if (isBlank(line)) {
      cursor.next += 1;
      continue;
    }
    for (const rule of RULES) {
      const element = rule(line, cursor, elements);
      if (element === undefined) continue;
      elements.push(element);
      break;
    }
  }
  return elements;
}

function pageBreak({ text, at }: ScriptLine, cursor: Cursor): ScriptElement | undefined {
  if (!/^\s*={3,}\s*$/.test(text)) return undefined;
  cursor.next += 1;
  return { kind: "page-break", at };
}

/** `!` at the beginning of a line makes action of what looks like something else. */
function forcedAction(line: ScriptLine, cursor: Cursor): ScriptElement | undefined {
  return /^\s*!/.test(line.text) ? { kind: "action", lines: actionLines(cursor) } : undefined;
}

function section(line: ScriptLine, cursor: Cursor): ScriptElement | undefined {
  const [marks, depth = ""] = /^\s*(#+)\s*/.exec(line.text) ?? [];
  if (marks === undefined) return undefined;
  cursor.next += 1;
  return { kind: "section", lines: [trimmed(line, marks.length)], depth: depth.length };
}

function synopsis(line: ScriptLine, cursor: Cursor): ScriptElement | undefined {
  const [mark] = /^\s*=(?!=)\s*/.exec(line.text) ?? [];
  if (mark === undefined) return undefined;
  cursor.next += 1;
  return { kind: "synopsis", lines: [trimmed(line, mark.length)], depth: 0 };
}

function lyrics({ text }: ScriptLine, cursor: Cursor): ScriptElement | undefined {
  return /^\s*~/.test(text) ? { kind: "lyrics", lines: linesOf(cursor, LYRIC) } : undefined;
}

const LYRIC = /^\s*~\s?/;

function centered(line: ScriptLine, cursor: Cursor): ScriptElement | undefined {
  const lines: ScriptLine[] = [];
  for (let each: ScriptLine | undefined = line; each && isCentered(each); each = cursor.lines[cursor.next]) {
    const inner = trimmed(each, each.text.indexOf(">") + 1);
    lines.push({ ...inner, text: inner.text.replace(/\s*<$/, "") });
    cursor.next += 1;
  }
  return lines.length === 0 ? undefined : { kind: "centered", lines };
}

function isCentered({ text }: ScriptLine): boolean {
  return /^\s*>.*<\s*$/.test(text);
}

function forcedTransition(line: ScriptLine, cursor: Cursor): ScriptElement | undefined {
  const [mark] = /^\s*>\s*(?=\S)/.exec(line.text) ?? [];
  if (mark === undefined) return undefined;
  cursor.next += 1;
  return { kind: "transition", lines: [trimmed(line, mark.length)] };
}

/** A point, but no ellipsis. */
function forcedHeading(line: ScriptLine, cursor: Cursor): ScriptElement | undefined {
  return /^\s*\.[\p{L}\p{N}]/u.test(line.text)
    ? heading(line, line.text.indexOf(".") + 1, cursor)
    : undefined;
}

function sceneHeading(line: ScriptLine, cursor: Cursor, elements: readonly ScriptElement[]) {
  const text = line.text.trimStart();
  const mayBegin = isAfterBlank(cursor) || elements.at(-1)?.kind === "scene-heading";
  return mayBegin && isSceneHeading(text) ? heading(line, 0, cursor) : undefined;
}

function heading(line: ScriptLine, skipped: number, cursor: Cursor): ScriptElement {
  cursor.next += 1;
  const whole = trimmed(line, skipped);
  const { heading: text, number } = numberOf(whole.text);
  return { kind: "scene-heading", lines: [{ ...whole, text }], ...(number === undefined ? {} : { number }) };
}

/** `TO:` at the end of a line of its own; who writes spaces behind it means action. */
const TRANSITION = /^\s*(?:[^\p{Ll}]*\bTO:|(?:FADE (?:TO BLACK|OUT)|CUT TO BLACK)\.)$/u;

function transition(line: ScriptLine, cursor: Cursor): ScriptElement | undefined {
  const isAlone = isAfterBlank(cursor) && isBlank(cursor.lines[cursor.next + 1]);
  if (!isAlone || !TRANSITION.test(line.text)) return undefined;
  cursor.next += 1;
  return { kind: "transition", lines: [trimmed(line, 0)] };
}

/** A cue in capitals with something below it; `@` makes one of any name. */
function speech(line: ScriptLine, cursor: Cursor): Speech | undefined {
  const isForced = /^\s*@\S/.test(line.text);
  const hasWords = !isEmpty(cursor.lines[cursor.next + 1]);
  if (!isForced && !(isAfterBlank(cursor) && hasWords && isCue(line.text))) return undefined;
  cursor.next += 1;
  const cue = trimmed(line, isForced ? line.text.indexOf("@") + 1 : 0);
  const isDual = cue.text.endsWith("^");
  const text = isDual ? cue.text.slice(0, -1).trimEnd() : cue.text;
  return { kind: "speech", cue: { ...cue, text }, isDual, parts: partsOf(cursor) };
}

/** Capitals, at least one, but in what stands behind the name in brackets: `MARY (cont'd)`. */
function isCue(text: string): boolean {
  const name = text.replace(/\([^()]*\)/g, "").replace(/\^\s*$/, "");
  return /\p{Lu}/u.test(name) && !/\p{Ll}/u.test(name);
}

function partsOf(cursor: Cursor): SpeechPart[] {
  const parts: { kind: SpeechPart["kind"]; lines: ScriptLine[] }[] = [];
  for (let line = cursor.lines[cursor.next]; !isEmpty(line); line = cursor.lines[cursor.next]) {
    const kind = partKind(line!.text);
    const words = trimmed(line!, kind === "lyrics" ? LYRIC.exec(line!.text)![0].length : 0);
    const last = parts.at(-1);
    if (last?.kind === kind && kind !== "parenthetical") last.lines.push(words);
    else parts.push({ kind, lines: [words] });
    cursor.next += 1;
  }
  return parts;
}

function partKind(text: string): SpeechPart["kind"] {
  if (/^\s*~/.test(text)) return "lyrics";
  return /^\s*\(.*\)\s*$/.test(text) ? "parenthetical" : "dialogue";
}

function action(_: ScriptLine, cursor: Cursor): ScriptElement {
  return { kind: "action", lines: actionLines(cursor) };
}

/** To the next empty line, or one that is marked as something else; its own spaces are kept. */
function actionLines(cursor: Cursor): ScriptLine[] {
  const lines: ScriptLine[] = [];
  for (let line = cursor.lines[cursor.next]; !isBlank(line); line = cursor.lines[cursor.next]) {
    if (lines.length > 0 && /^\s*(?:[~>]|={3,}\s*$|\.[\p{L}\p{N}]|@\S)/u.test(line!.text)) break;
    const [mark = ""] = /^\s*!/.exec(line!.text) ?? [];
    const text = line!.text.slice(mark.length).replaceAll("\t", "    ").trimEnd();
    lines.push({ text, at: line!.at + mark.length });
    cursor.next += 1;
  }
  return lines;
}

function linesOf(cursor: Cursor, mark: RegExp): ScriptLine[] {
  const lines: ScriptLine[] = [];
  for (let line = cursor.lines[cursor.next]; line && mark.test(line.text); line = cursor.lines[cursor.next]) {
    lines.push(trimmed(line, mark.exec(line.text)![0].length));
    cursor.next += 1;
  }
  return lines;
}

function trimmed({ text, at }: ScriptLine, skipped: number): ScriptLine {
  const rest = text.slice(skipped);
  const start = rest.length - rest.trimStart().length;
  return { text: rest.trim(), at: at + skipped + start };
}

function isAfterBlank({ lines, next }: Cursor): boolean {
  return isBlank(lines[next - 1]);
}

function isBlank(line: ScriptLine | undefined): boolean {
  return line === undefined || line.text.trim() === "";
}

/** Ends a speech: a line of two spaces does not (Fountain 1.1, Dialogue). */
function isEmpty(line: ScriptLine | undefined): boolean {
  return line === undefined || (line.text.trim() === "" && !/^ {2,}$/.test(line.text));
}
