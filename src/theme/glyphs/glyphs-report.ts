/**
 * Tells of the characters that no font of an edition has.
 *
 * What is missing of a script is missing in words: one message for each script, which names the package
 * to install. A page full of such words cannot be read, so it stops the edition; a few of them, in a
 * book that can be read, do not. Signs are told in one message. Each is printed as its number.
 */
import { diagnostic, type Report } from "../../diagnostics/diagnostic.js";
import type { Location } from "../../diagnostics/location.js";
import { BEYOND_ASCII, BEYOND_PLAIN, type BookText, type BookTexts, placeIn } from "./book-texts.js";
import { emojiSequencesIn, isEmojiSequence, partsOfSequence } from "./emoji.js";
import { scriptsOf, type WordScript } from "./scripts.js";
import { plainLetters } from "./stand-ins.js";

/** From this many letters on, or this part of a book, a script is more than a few words in another one. */
const MANY = 200;
const SOME = 20;
const SHARE = 0.01;

interface Missing {
  /** In the order of the book. */
  readonly characters: Set<string>;
  readonly places: Location[];
  count: number;
}

interface MissingScript extends Missing {
  readonly script: WordScript;
  /** The first letters that stand together. */
  words: string;
}

/** @param missing the characters without a glyph; of those that others stand in for nothing is said. */
export function reportUnreadable(book: BookTexts, missing: ReadonlySet<string>, report: Report): void {
  const unreadable = new Set([...missing].filter((each) => plainLetters(each) === undefined));
  const scripts = new Map<string, MissingScript>();
  const signs: Missing = { characters: new Set(), places: [], count: 0 };
  const characters = new Set<string>();
  for (const text of book.texts) {
    for (const [character] of text.text.matchAll(BEYOND_PLAIN)) characters.add(character);
    for (const run of runsIn(text.text, unreadable)) count(run, text, scripts, signs);
  }
  for (const script of scripts.values()) {
    if (hasOthersOf(script.script, characters, unreadable)) addTo(signs, script);
    else reportScript(script, isPartOf(book, script), report);
  }
  if (signs.count > 0) reportSigns(signs, report);
}

/** True when the script has a font, since other letters of it can be read: what is missing are rare ones. */
function hasOthersOf(
  { name }: WordScript,
  characters: ReadonlySet<string>,
  unreadable: ReadonlySet<string>,
): boolean {
  return [...characters].some(
    (each) => !unreadable.has(each) && scriptsOf(each).some((script) => script.name === name),
  );
}

function addTo(all: Missing, { characters, places, count: more }: Missing): void {
  for (const character of characters) all.characters.add(character);
  all.places.push(...places.slice(0, PLACES - all.places.length));
  all.count += more;
}

interface CharacterRun {
  readonly text: string;
  readonly offset: number;
}

/** The characters without a glyph that stand side by side. */
function* runsIn(text: string, unreadable: ReadonlySet<string>): Generator<CharacterRun> {
  let run = "";
  let end = 0;
  for (const { 0: character, index } of text.matchAll(BEYOND_PLAIN)) {
    if (!unreadable.has(character)) continue;
    if (run !== "" && index > end) {
      yield { text: run, offset: end - run.length };
      run = "";
    }
    run += character;
    end = index + character.length;
  }
  if (run !== "") yield { text: run, offset: end - run.length };
}

function count(
  { text, offset }: CharacterRun,
  around: BookText,
  scripts: Map<string, MissingScript>,
  signs: Missing,
): void {
  for (const character of text) {
    const all = scriptsOf(character);
    // A stop that scripts share belongs to the one that it stands in.
    const script = all.find(({ name }) => scripts.has(name)) ?? all[0];
    const missing = script ? scriptNamed(scripts, script, text) : signs;
    missing.count += 1;
    missing.characters.add(character);
    const place = missing.places.length < PLACES ? placeIn(around, offset) : undefined;
    if (place && !missing.places.some((each) => isSame(each, place))) missing.places.push(place);
  }
}

/** As many as a message names. */
const PLACES = 3;

function scriptNamed(scripts: Map<string, MissingScript>, script: WordScript, words: string): MissingScript {
  const present = scripts.get(script.name);
  if (present) return present;
  const missing = { script, words, characters: new Set<string>(), places: [], count: 0 };
  scripts.set(script.name, missing);
  return missing;
}

function isSame(one: Location, other: Location): boolean {
  return one.file === other.file && one.line === other.line;
}

/** True when a book is to some part in a script that is missing, by its languages or by its letters. */
function isPartOf(book: BookTexts, { script, count: missing }: MissingScript): boolean {
  if ([book.language, ...book.languages].some((language) => scriptCodeOf(language) === script.code))
    return true;
  return missing >= MANY || (missing >= SOME && missing > book.letters * SHARE);
}

/** ISO 15924: the script that a language is mostly written in. */
function scriptCodeOf(language: string): string | undefined {
  const code = new Intl.Locale(language).maximize().script;
  return code === "Hant" ? "Hans" : code;
}

function reportScript({ script, words, ...missing }: MissingScript, isPart: boolean, report: Report): void {
  const shown = words.length > 40 ? `${[...words].slice(0, 30).join("")}…` : words;
  const letters = missing.count === 1 ? "1 letter" : `${missing.count} letters`;
  const message = `No font of this edition has ${script.name}: ${letters}, first in “${shown}”${also(missing)}`;
  const hint = script.package
    ? `Run npm install ${script.package} in the folder of the publication`
    : "Import a font that has it in `styles/print.css` of the publication";
  report(diagnostic(isPart ? "script-without-font" : "missing-glyph", message, missing.places[0], hint));
}

function reportSigns(signs: Missing, report: Report): void {
  const [first, second, third, ...others] = [...signs.characters].map(named);
  const named3 = [first, second, third].filter((each) => each !== undefined).join(", ");
  const more = others.length > 0 ? ` and ${others.length} more characters` : "";
  const message = `No font of this edition has ${named3}${more}${also(signs)}: printed as numbers`;
  const hint =
    "Import a font that has them in `styles/print.css` of the publication, or write something else";
  report(diagnostic("missing-glyph", message, signs.places[0], hint));
}

/** `\`𝄞\` (U+1D11E)`. */
function named(character: string): string {
  return `\`${character}\` (${numberOf(character)})`;
}

function numberOf(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
}

/** Where else it is. */
function also({ places }: Missing): string {
  const others = places.slice(1).map(({ file, line }) => `${file}:${line}`);
  return others.length === 0 ? "" : `, also in ${others.join(", ")}`;
}

/**
 * A text with what stands in for its unreadable characters; those without anything as their numbers, which every
 * font has: `[U+0928 U+092E]`.
 */
export function withCodePoints(text: string, unreadable: ReadonlySet<string> | undefined): string {
  if (!unreadable || unreadable.size === 0 || !BEYOND_ASCII.test(text)) return text;
  const { sequences, standIns, others } = lookUp(unreadable);
  const parted = sequences.size === 0 ? text : inParts(text, sequences);
  const plain =
    standIns.size === 0 ? parted : Array.from(parted, (each) => standIns.get(each) ?? each).join("");
  return others.size === 0 ? plain : inNumbers(plain, others);
}

interface Unreadable {
  readonly sequences: ReadonlySet<string>;
  /** With what is printed in their place. */
  readonly standIns: ReadonlyMap<string, string>;
  readonly others: ReadonlySet<string>;
}

/** The unreadable characters of books, by how they are shown: a book asks for each of its texts. */
const known = new WeakMap<ReadonlySet<string>, Unreadable>();

function lookUp(unreadable: ReadonlySet<string>): Unreadable {
  const before = known.get(unreadable);
  if (before) return before;
  const sequences = new Set([...unreadable].filter(isEmojiSequence));
  const standIns = new Map<string, string>();
  const others = new Set<string>();
  for (const character of unreadable) {
    if (sequences.has(character)) continue;
    const standIn = plainLetters(character);
    if (standIn === undefined) others.add(character);
    else standIns.set(character, standIn);
  }
  const sorted = { sequences, standIns, others };
  known.set(unreadable, sorted);
  return sorted;
}

function inNumbers(text: string, unreadable: ReadonlySet<string>): string {
  let shown = "";
  let done = 0;
  for (const run of runsIn(text, unreadable)) {
    shown += `${text.slice(done, run.offset)}[${[...run.text].map(numberOf).join(" ")}]`;
    done = run.offset + run.text.length;
  }
  return shown + text.slice(done);
}

/** A text in which the sequences of emoji that no font has are taken apart. */
function inParts(text: string, sequences: ReadonlySet<string>): string {
  let shown = "";
  let done = 0;
  for (const { sequence, offset } of emojiSequencesIn(text)) {
    if (!sequences.has(sequence)) continue;
    shown += text.slice(done, offset) + partsOfSequence(sequence);
    done = offset + sequence.length;
  }
  return shown + text.slice(done);
}
