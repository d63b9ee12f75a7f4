/** Divides what goes over the end of a page: between sentences, with two lines on each side. */
import type { Block, PageItem, ScriptWords } from "./pages.js";
import { setCue, setParagraph } from "./set-units.js";
import { type Paragraph, type Speech, wordsOf } from "./units.js";
import { divide, sentenceEnds, textOf } from "./wrap.js";

/** Lines that a paragraph has at least on each of two pages. */
const LEAST = 2;
/** A sentence that is longer goes over a page like any text: to keep it together would leave a hole. */
const LONG_SENTENCE = 8;

export interface Divided<Rest> {
  readonly items: readonly PageItem[];
  readonly rest: Rest;
}

/** @param room lines that there are for it. @returns undefined when it has to go to the next page as a whole. */
export function divideParagraph(paragraph: Paragraph, room: number): Divided<Paragraph> | undefined {
  const block = setParagraph(paragraph);
  const cuts = cutsOf(block, room, LEAST);
  for (const at of cuts) {
    const [first, rest] = inTwo(paragraph, at);
    if (setParagraph(rest).lines.length >= LEAST)
      return { items: [{ ...setParagraph(first), above: block.above }], rest };
  }
  return undefined;
}

/**
 * A speech that goes over a page says so at its end, and who speaks at the head of the next. It is divided neither
 * behind the name nor behind a direction to the actor.
 */
export function divideSpeech(
  speech: Speech,
  room: number,
  words: ScriptWords,
  added: string | undefined,
): Divided<Speech> | undefined {
  const cue = setCue(speech, added);
  const parts = speech.parts.map(setParagraph);
  // The last line on the page says that there is more.
  const left = room - cue.lines.length - 1;
  for (let index = parts.length - 1; index >= 0; index -= 1) {
    const part = parts[index]!;
    if (part.kind === "parenthetical") continue;
    const before = parts.slice(0, index);
    const own = left - linesOf(before);
    const spoken = linesOf(before.filter(({ kind }) => kind !== "parenthetical"));
    for (const [first, rest] of cutsOfPart(speech.parts, index, own, Math.max(1, LEAST - spoken))) {
      if (linesOf(rest.map(setParagraph)) < LEAST) continue;
      const items = [cue, ...before, ...first.map(setParagraph), more(words)];
      return { items, rest: { ...speech, parts: rest } };
    }
  }
  return undefined;
}

/** The name of a speaker at the head of the page on which a speech goes on. */
export function cueAgain(speech: Speech, words: ScriptWords): PageItem {
  const said = textOf(wordsOf(speech.cue)).replace(CONTINUED, "");
  return { kind: "speech-goes-on", above: 0, text: `${said} ${words.continued}` };
}

/** How writers say it themselves, in English and French. */
export const CONTINUED = /\s*\((?:cont(?:['’]?d|inued|\.)?|suite)\)\s*$/i;

export function more(words: ScriptWords): PageItem {
  return { kind: "more", above: 0, text: words.more };
}

type Cut = readonly [first: readonly Paragraph[], rest: readonly Paragraph[]];

/** The ways to divide a speech in or behind one of its parts, the later ones first. */
function* cutsOfPart(
  parts: readonly Paragraph[],
  index: number,
  room: number,
  least: number,
): Generator<Cut> {
  const part = parts[index]!;
  const block = setParagraph(part);
  const behind = parts.slice(index + 1);
  if (behind.length > 0 && block.lines.length <= room && block.lines.length >= least) yield [[part], behind];
  for (const at of cutsOf(block, room, least)) {
    const [first, rest] = inTwo(part, at);
    yield [[first], [rest, ...behind]];
  }
}

/** Offsets at which a paragraph may be divided, the later ones first. */
function cutsOf({ paragraph, lines }: Block, room: number, least: number): readonly number[] {
  const last = lines[Math.min(room, lines.length) - 1];
  const first = lines[least - 2]?.end ?? 0;
  if (last === undefined || room < least) return [];
  const text = textOf(wordsOf(paragraph));
  const ends = [...sentenceEnds(text), ...lineFeeds(text)].filter(
    (at) => at > first && at <= last.end && at < text.length,
  );
  if (ends.length > 0) return ends.sort((one, other) => other - one);
  return lines.length > LONG_SENTENCE && room < lines.length ? [last.end] : [];
}

/** Where the writer has ended lines. */
function lineFeeds(text: string): number[] {
  return [...text.matchAll(/\n/g)].map(({ index }) => index);
}

/** A paragraph in two, at an offset of its text. */
export function inTwo(paragraph: Paragraph, at: number): readonly [Paragraph, Paragraph] {
  const { element, from = 0, whole = element } = paragraph;
  const words = wordsOf(paragraph);
  const [before, after] = divide(words, at);
  const skipped = textOf(words).length - textOf(after).length;
  return [
    { ...paragraph, whole, element: { ...element, children: before } },
    { ...paragraph, whole, element: { ...element, children: after }, from: from + skipped },
  ];
}

function linesOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { lines }) => sum + lines.length, 0);
}
