/** Compares a text with what was issued of it, block by block and then word by word. */
import type { IssuedBlock } from "../model/issue.js";
import { common } from "./diff.js";

export interface Comparison {
  /** For each block of the text the issued one that it was; undefined for a new one. */
  readonly was: readonly (number | undefined)[];
  /** Issued blocks that are gone, with the index of the block that stands behind them now. */
  readonly gone: readonly { readonly block: number; readonly before: number }[];
}

/** A block that has as many words in common with another one is that one, changed. */
const ALIKE = 0.4;

export function compareBlocks(issued: readonly IssuedBlock[], now: readonly IssuedBlock[]): Comparison {
  const was: (number | undefined)[] = now.map(() => undefined);
  const pairs = common(namesOf(issued), namesOf(now));
  for (const [before, after] of pairs) was[after] = before;
  let [lastBefore, lastAfter] = [-1, -1];
  for (const [before, after] of [...pairs, [issued.length, now.length] as const]) {
    pairChanged({ issued, from: lastBefore + 1, to: before }, { now, from: lastAfter + 1, to: after }, was);
    [lastBefore, lastAfter] = [before, after];
  }
  return { was, gone: goneBlocks(issued.length, was) };
}

/** A cue of a script is known by what is spoken, too: the same few names come again and again. */
function namesOf(blocks: readonly IssuedBlock[]): string[] {
  return blocks.map(({ kind, text }, index) => {
    const spoken = kind === "character" ? (blocks[index + 1]?.text ?? "") : "";
    return `${kind}\0${text}\0${spoken}`;
  });
}

/** Between two blocks that have stayed, blocks of one kind with words in common are the same ones, changed. */
function pairChanged(
  {
    issued,
    from,
    to,
  }: { readonly issued: readonly IssuedBlock[]; readonly from: number; readonly to: number },
  after: { readonly now: readonly IssuedBlock[]; readonly from: number; readonly to: number },
  places: (number | undefined)[],
): void {
  let next = from;
  const isOneForOne = to - from === after.to - after.from;
  for (let index = after.from; index < after.to; index += 1) {
    const block = after.now[index]!;
    for (let before = next; before < to; before += 1) {
      const was = issued[before]!;
      if (was.kind !== block.kind) continue;
      const isInPlace = CELLS.has(block.kind) && isOneForOne && before - from === index - after.from;
      if (!isInPlace && !areAlike(was.text, block.text)) continue;
      places[index] = before;
      next = before + 1;
      break;
    }
  }
}

/** Where as many are there as before, each is the one that it was, whatever it says. */
const CELLS = new Set(["td", "th"]);

function areAlike(one: string, other: string): boolean {
  const [first, second] = [wordsOf(one), wordsOf(other)];
  return common(first, second).length / Math.max(first.length, second.length) >= ALIKE;
}

/** What is gone stands before what is new in its place. */
function goneBlocks(count: number, was: readonly (number | undefined)[]): Comparison["gone"] {
  const places = new Map(
    was.flatMap((before, index) => (before === undefined ? [] : [[before, index] as const])),
  );
  const gone: { block: number; before: number }[] = [];
  let next = 0;
  for (let block = 0; block < count; block += 1) {
    const place = places.get(block);
    if (place === undefined) gone.push({ block, before: next });
    else next = place + 1;
  }
  return gone;
}

/** A part of a block: words that have stayed, that are new, or that are gone. */
export interface Part {
  readonly kind: "kept" | "new" | "gone";
  readonly text: string;
}

/** @param by what stays or goes as a whole: code is read by its lines. */
export function compareWords(issued: string, now: string, by: "words" | "lines" = "words"): Part[] {
  const split = by === "words" ? wordsOf : linesOf;
  const [before, after] = [split(issued), split(now)];
  const parts: { kind: Part["kind"]; text: string }[] = [];
  const add = (kind: Part["kind"], words: readonly string[]) => {
    if (words.length === 0) return;
    if (parts.at(-1)?.kind === kind) parts.at(-1)!.text += words.join("");
    else parts.push({ kind, text: words.join("") });
  };
  let [x, y] = [0, 0];
  for (const [one, other] of [...common(before, after), [before.length, after.length] as const]) {
    add("gone", before.slice(x, one));
    add("new", after.slice(y, other));
    add("kept", after.slice(other, other + 1));
    [x, y] = [one + 1, other + 1];
  }
  return parts;
}

/** Words with the space behind them; a formula is one. */
function wordsOf(text: string): string[] {
  return text.match(/\$\S(?:[^$\n]*\S)?\$\s*|\S+\s*|\s+/g) ?? [];
}

function linesOf(text: string): string[] {
  return text.match(/.*\n|.+/g) ?? [];
}
