/**
 * Puts a script on pages, line by line, as the industry does it: a heading is never the last thing on a page, speeches
 * and paragraphs go over a page between sentences, and a page says what goes on on the next.
 */
import { CONTINUED, cueAgain, divideParagraph, divideSpeech, more } from "./divide.js";
import { MEASURES } from "./measures.js";
import { heightOf, type PageItem, type PageRules, type ScriptPage } from "./pages.js";
import { setCue, setDual, setParagraph } from "./set-units.js";
import { type Paragraph, type Speech, type Unit, wordsOf } from "./units.js";
import { textOf } from "./wrap.js";

/** Where the plan is. */
interface State {
  readonly rules: PageRules;
  readonly pages: PageItem[][];
  /** Lines of the page that are used. */
  used: number;
  /** The scene that goes on, by its number, which may be none. */
  scene: { readonly number?: string } | undefined;
  /** Who has spoken last in this scene. */
  speaker: string | undefined;
}

export function planPages(units: readonly Unit[], rules: PageRules): ScriptPage[] {
  return planOn(units, rules, {}).pages;
}

/** What of a script is known where its pages begin. */
export interface Before {
  /** The scene that goes on there, by its number, which may be none. */
  readonly scene?: { readonly number?: string };
  /** Who has spoken last in it. */
  readonly speaker?: string;
}

export interface Planned {
  readonly pages: ScriptPage[];
  readonly after: Before;
}

/** Plans what begins on a page of its own somewhere in a script. */
export function planOn(units: readonly Unit[], rules: PageRules, { scene, speaker }: Before): Planned {
  const state: State = { rules, pages: [[]], used: 0, scene, speaker };
  if (scene && rules.scenes === "marked" && !beginsScene(units[0])) beginScene(state);
  units.forEach((unit, index) => {
    place(unit, units.slice(index + 1, index + 1 + FOLLOWING), state);
  });
  const pages = state.pages.filter((items) => items.length > 0).map((items) => ({ items }));
  const after = {
    ...(state.scene === undefined ? {} : { scene: state.scene }),
    ...(state.speaker === undefined ? {} : { speaker: state.speaker }),
  };
  return { pages, after };
}

function beginsScene(unit: Unit | undefined): boolean {
  return unit?.kind === "paragraph" && unit.paragraph.kind === "scene-heading";
}

/** Units that may have to stay with the one before them: a heading, another one below it, and what follows. */
const FOLLOWING = 4;

function place(unit: Unit, next: readonly Unit[], state: State): void {
  switch (unit.kind) {
    case "page-break":
      if (state.used > 0) turn(state, "new scene");
      break;
    case "other":
      put({ kind: "other", above: 1, node: unit.element }, state);
      break;
    case "dual":
      state.speaker = undefined;
      placeWhole(setDual(unit.speeches), state);
      break;
    case "speech":
      if (unit.isRest && isAtTop(state)) placeRest(unit, state);
      else placeSpeech(unit, addedTo(unit, state), keptFor(next), state);
      state.speaker = unit.name;
      break;
    case "paragraph":
      if (unit.paragraph.kind === "scene-heading") placeHeading(unit.paragraph, next, state);
      else placeParagraph(unit.paragraph, next, state);
  }
}

function placeHeading(heading: Paragraph, next: readonly Unit[], state: State): void {
  const block = setParagraph(heading);
  state.speaker = undefined;
  if (!fitsWithNext(block, next, state)) turn(state, "new scene");
  const { dataNumber } = heading.element.properties;
  state.scene = dataNumber === undefined ? {} : { number: String(dataNumber) };
  put(block, state);
}

/** Whether a heading fits with the beginning of what it is the heading of: two lines, at least. */
function fitsWithNext(block: PageItem, next: readonly Unit[], state: State): boolean {
  let room = roomFor(block, state) - heightOf(block);
  for (const unit of next) {
    const following = unit.kind === "paragraph" ? setParagraph(unit.paragraph) : undefined;
    const isShort = following?.kind === "scene-heading" || following?.lines.length === 1;
    if (!isShort) return room >= 0 && begins(unit, room, state);
    room -= heightWithAbove(following!);
  }
  return room >= 0;
}

/** Whether as much of a unit as may stand alone fits into the lines below something else. */
function begins(unit: Unit, room: number, { rules }: State): boolean {
  switch (unit.kind) {
    case "paragraph": {
      const block = setParagraph(unit.paragraph);
      const left = room - block.above;
      return block.lines.length <= left || divideParagraph(unit.paragraph, left) !== undefined;
    }
    case "speech": {
      const left = room - MEASURES.character.above;
      return heightOfSpeech(unit) <= left || divideSpeech(unit, left, rules.words, undefined) !== undefined;
    }
    case "dual": {
      const block = setDual(unit.speeches);
      return heightOf(block) + block.above <= room;
    }
    default:
      return true;
  }
}

function placeParagraph(paragraph: Paragraph, next: readonly Unit[], state: State): void {
  const block = setParagraph(paragraph);
  const room = roomFor(block, state);
  const kept = paragraph.kind === "transition" ? 0 : keptFor(next);
  const { length } = block.lines;
  if (length + kept <= room) {
    put(block, state);
    return;
  }
  const divided = divideParagraph(paragraph, Math.min(room, length - 1));
  for (const item of divided?.items ?? []) put(item, state);
  if (divided === undefined && isAtTop(state)) putInPieces(paragraph, state);
  else {
    turn(state, "same scene");
    placeParagraph(divided?.rest ?? paragraph, next, state);
  }
}

/** Lines that are kept for a transition, which stays with what is before it. */
function keptFor([following]: readonly Unit[]): number {
  const isTransition = following?.kind === "paragraph" && following.paragraph.kind === "transition";
  return isTransition ? heightWithAbove(setParagraph(following.paragraph)) : 0;
}

/** True of a page that says nothing yet but which scene goes on. */
function isAtTop({ pages }: State): boolean {
  return pages.at(-1)!.every(({ kind }) => kind === "scene-goes-on");
}

/** What no page holds and nothing divides is cut where a page is full. */
function putInPieces(paragraph: Paragraph, state: State): void {
  const block = setParagraph(paragraph);
  let { lines } = block;
  while (lines.length > 0) {
    const count = Math.max(1, roomFor(block, state));
    put({ ...block, lines: lines.slice(0, count) }, state);
    lines = lines.slice(count);
    if (lines.length > 0) turn(state, "same scene");
  }
}

function placeSpeech(speech: Speech, added: string | undefined, kept: number, state: State): void {
  const cue = setCue(speech, added);
  const room = roomFor(cue, state);
  const parts = speech.parts.map(setParagraph);
  const height = heightOfSpeech(speech);
  const isWhole = height + kept <= room;
  const divided = isWhole
    ? undefined
    : divideSpeech(speech, Math.min(room, height - 1), state.rules.words, added);
  if (!isWhole && divided === undefined && !isAtTop(state)) {
    turn(state, "same scene");
    placeSpeech(speech, added, kept, state);
    return;
  }
  for (const item of divided?.items ?? [cue, ...parts, ...moreOf(speech, state)]) put(item, state);
  if (divided) {
    turn(state, "same scene");
    placeRest(divided.rest, state);
  }
}

/** A speech that goes on on a locked page says so, too. */
function moreOf({ goesOn }: Speech, { rules }: State): PageItem[] {
  return goesOn ? [more(rules.words)] : [];
}

/** The rest of a speech on the page that has just begun, below the name of who speaks. */
function placeRest(speech: Speech, state: State): void {
  const again = cueAgain(speech, state.rules.words);
  const room = roomFor(again, state);
  const parts = speech.parts.map(setParagraph);
  const height = heightOfSpeech(speech);
  const divided = height <= room ? undefined : divideSpeech(speech, room, state.rules.words, undefined);
  put(again, state);
  // Of what is divided the first item is the cue, which the page has said.
  for (const item of divided?.items.slice(1) ?? [...parts, ...moreOf(speech, state)]) put(item, state);
  if (divided) {
    turn(state, "same scene");
    placeRest(divided.rest, state);
  }
}

/** Who speaks again after action has his name with `(CONT'D)`, unless the writer has said so. */
function addedTo({ name, cue }: Speech, { speaker, rules }: State): string | undefined {
  if (speaker !== name || CONTINUED.test(textOf(wordsOf(cue)))) return undefined;
  return rules.words.continued;
}

function placeWhole(item: PageItem, state: State): void {
  if (heightOf(item) > roomFor(item, state) && !isAtTop(state)) turn(state, "same scene");
  put(item, state);
}

function heightOfSpeech({ cue, parts, goesOn }: Speech): number {
  const blocks = [setParagraph(cue), ...parts.map(setParagraph)];
  return blocks.reduce((sum, { lines }) => sum + lines.length, goesOn ? 1 : 0);
}

function heightWithAbove(item: PageItem): number {
  return heightOf(item) + item.above;
}

/** Lines that there are for an item on this page. */
function roomFor({ above }: Pick<PageItem, "above">, { used, rules }: State): number {
  const foot = rules.scenes === "marked" ? FOOT : 0;
  return rules.lines - foot - used - (used > 0 ? above : 0);
}

/** Lines of `(CONTINUED)` with the one above it. */
const FOOT = 2;

function put(item: PageItem, state: State): void {
  const above = state.used > 0 ? item.above : 0;
  state.pages.at(-1)!.push({ ...item, above });
  state.used += above + heightOf(item);
}

function turn(state: State, to: "same scene" | "new scene"): void {
  const { rules, scene, pages } = state;
  const goesOn = to === "same scene" && rules.scenes === "marked" && scene !== undefined;
  if (goesOn) pages.at(-1)!.push({ kind: "scene-continued", above: 1, text: rules.words.sceneContinued });
  pages.push([]);
  state.used = 0;
  if (goesOn) beginScene(state);
}

function beginScene(state: State): void {
  put({ kind: "scene-goes-on", above: 0, text: state.rules.words.sceneGoesOn, ...state.scene }, state);
}
