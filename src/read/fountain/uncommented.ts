/**
 * Takes out what a script says to its writers alone: the boneyard between slashes and asterisks, and notes in double
 * brackets. What is never closed stays in the text, where somebody sees it.
 */
import { diagnostic, type Report } from "../../diagnostics/diagnostic.js";
import { lastAtOrBelow, locate, type Source } from "../source.js";

/** A text with parts taken out, which still knows its places. */
export interface Uncommented {
  readonly text: string;
  /** The offset in the source of an offset in `text`. */
  offset(at: number): number;
}

interface Comment {
  readonly name: "boneyard" | "note";
  readonly open: string;
  readonly close: string;
}

const COMMENTS: readonly Comment[] = [
  { name: "boneyard", open: "/*", close: "*/" },
  { name: "note", open: "[[", close: "]]" },
];

const OPENING = /\/\*|\[\[/g;

export function withoutComments(source: Source, report: Report): Uncommented {
  const { text } = source;
  const pieces: string[] = [];
  const starts: number[] = [];
  const froms: number[] = [];
  let length = 0;
  const keep = (from: number, to: number) => {
    starts.push(length);
    froms.push(from);
    pieces.push(text.slice(from, to));
    length += to - from;
  };
  let done = 0;
  for (const span of commentSpans(source, report)) {
    keep(done, span.from);
    done = span.to;
  }
  keep(done, text.length);
  return {
    text: pieces.join(""),
    offset(at) {
      const piece = lastAtOrBelow(starts, at);
      return froms[piece]! + at - starts[piece]!;
    },
  };
}

interface Span {
  readonly from: number;
  readonly to: number;
}

function commentSpans(source: Source, report: Report): Span[] {
  const { text } = source;
  const spans: Span[] = [];
  /** Where each kind is closed next: nothing is looked for twice. */
  const closings = new Map<Comment, number>();
  let done = 0;
  for (const { 0: open, index } of text.matchAll(OPENING)) {
    if (index < done) continue;
    const comment = COMMENTS.find((each) => each.open === open)!;
    let close = closings.get(comment) ?? 0;
    if (close >= 0 && close < index + 2) close = text.indexOf(comment.close, index + 2);
    const isNew = closings.get(comment) !== -1;
    closings.set(comment, close);
    if (close < 0 || (comment.name === "note" && hasEmptyLine(text, index, close))) {
      // One that is never closed is one fault, however often others open behind it.
      if (close >= 0 || isNew) report(unclosed(comment, source, index));
      continue;
    }
    done = close + 2;
    spans.push(withItsSpace(text, { from: index, to: done }));
  }
  return spans;
}

/** A note ends at an empty line; a line of two spaces is none (Fountain 1.1, Notes). */
function hasEmptyLine(text: string, from: number, to: number): boolean {
  const empty = /\n[ \t]?\n/g;
  empty.lastIndex = from;
  const found = empty.exec(text);
  return found !== null && found.index < to;
}

/** What goes with a comment: the line that it is alone on, within a paragraph, else one of the blanks around it. */
function withItsSpace(text: string, { from, to }: Span): Span {
  const isAlone = /\S[ \t]*\n[ \t]*$/.test(text.slice(Math.max(0, from - NEAR), from));
  if (isAlone && /^[ \t]*\n[ \t]*\S/.test(text.slice(to, to + NEAR))) {
    return { from: text.lastIndexOf("\n", from - 1) + 1, to: text.indexOf("\n", to) + 1 };
  }
  const [blanks = ""] = /^[ \t]*(?=\S)/.exec(text.slice(to, to + NEAR)) ?? [];
  return { from, to: /\s/.test(text[from - 1] ?? "\n") ? to + blanks.length : to };
}

/** Letters before and behind a comment that are looked at. */
const NEAR = 80;

function unclosed({ name, open, close }: Comment, source: Source, at: number) {
  const what = name === "note" ? "A note opens" : "A boneyard opens";
  return diagnostic(
    name === "note" ? "unclosed-note" : "unclosed-boneyard",
    `${what} with \`${open}\` and is not closed; its text is set as part of the script`,
    locate(source, at),
    name === "note"
      ? `Write \`${close}\` at its end; an empty line within it has two spaces`
      : `Write \`${close}\` at its end`,
  );
}
