/**
 * Takes the footnotes out of the text, and reports those that do not match their references.
 *
 * A label that is defined twice, as in a file that includes others, has two notes: a reference means the
 * text that follows it, as the author of its part had it.
 */
import type { StateCore, Token } from "markdown-it";
import { contextOf, type NoteDefinition, type ParseContext, type PlacedToken, reportAt } from "../context.js";

export function separateNotes(state: StateCore): void {
  const context = contextOf(state.env);
  const found = takeDefinitions(state).sort((a, b) => a.start - b.start);
  const groups = new Map<string, NoteDefinition[]>();
  for (const note of found) {
    const group = groups.get(note.label) ?? [];
    if (group.length > 0) reportDuplicate(context, note);
    group.push({ ...note, label: group.length === 0 ? note.label : freeLabel(note, group.length, groups) });
    groups.set(note.label, group);
  }
  const notes = [...groups.values()].flat().sort((a, b) => a.start - b.start);
  const used = new Set<NoteDefinition>();
  for (const tokens of [state.tokens, ...notes.map((note) => note.tokens)]) {
    for (const token of tokens) checkReferences(context, token.children ?? [], groups, used);
  }
  const kept = [...groups.values()].flatMap((group) => withoutUnused(context, group, used));
  context.notes.push(...kept.sort((a, b) => a.start - b.start));
}

/** A name for the second note of a label, which no author has given. */
function freeLabel(
  { label }: NoteDefinition,
  count: number,
  groups: ReadonlyMap<string, readonly NoteDefinition[]>,
): string {
  let free = `${label}~${count + 1}`;
  while (groups.has(free)) free += "~";
  return free;
}

/** The notes of one label: a text that no reference means goes on in the note of those that do. */
function withoutUnused(
  context: ParseContext,
  group: readonly NoteDefinition[],
  used: ReadonlySet<NoteDefinition>,
): readonly NoteDefinition[] {
  const kept = group.filter((note) => used.has(note));
  if (kept.length === 0) {
    for (const note of group) reportUnused(context, { ...note, label: group[0]!.label });
    return group;
  }
  const [first, ...others] = kept;
  const rest = group.filter((note) => !used.has(note)).flatMap((note) => note.tokens);
  return [{ ...first!, tokens: [...first!.tokens, ...rest] }, ...others];
}

/** Leaves in the state what is not part of a definition. */
function takeDefinitions(state: StateCore): NoteDefinition[] {
  const found: NoteDefinition[] = [];
  const open: NoteDefinition[] = [];
  const text: Token[] = [];
  for (const token of state.tokens as PlacedToken[]) {
    if (token.type === "footnote_reference_open") {
      open.push({ label: String(token.meta?.label), start: token.start ?? 0, tokens: [] });
    } else if (token.type === "footnote_reference_close") {
      found.push(open.pop()!);
    } else {
      (open.at(-1)?.tokens ?? text).push(token);
    }
  }
  state.tokens = text;
  return found;
}

/** A reference to nothing stays in the text as it was written. */
function checkReferences(
  context: ParseContext,
  tokens: readonly PlacedToken[],
  groups: ReadonlyMap<string, readonly NoteDefinition[]>,
  used: Set<NoteDefinition>,
): void {
  for (const token of tokens) {
    if (token.type !== "note_reference") continue;
    const label = String(token.meta?.label);
    const { start = 0 } = token;
    const group = groups.get(label);
    const note = group && noteFor(start, group);
    if (note) {
      used.add(note);
      token.meta = { ...token.meta, label: note.label };
    } else {
      token.type = "text";
      reportMissing(context, label, start);
    }
  }
}

/** The first text after the reference, else the last one before it. */
function noteFor(start: number, group: readonly NoteDefinition[]): NoteDefinition | undefined {
  let low = 0;
  let high = group.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (group[middle]!.start > start) high = middle;
    else low = middle + 1;
  }
  return group[low];
}

function reportMissing(context: ParseContext, label: string, start: number): void {
  reportAt(
    context,
    "note-without-text",
    `The footnote \`[^${label}]\` has no text`,
    start,
    `Add a paragraph \`[^${label}]: …\` to the file; write \`\\[^${label}]\` if no footnote is meant`,
  );
}

function reportDuplicate(context: ParseContext, note: NoteDefinition): void {
  reportAt(
    context,
    "duplicate-note",
    `There is a second text for the footnote \`[^${note.label}]\`; a reference means the text that follows it`,
    note.start,
    "Give one of them another label",
  );
}

function reportUnused(context: ParseContext, note: NoteDefinition): void {
  reportAt(
    context,
    "note-not-used",
    `Nothing refers to the footnote \`[^${note.label}]\`, so it is not printed`,
    note.start,
    hintForUnused(context.source.text, `[^${note.label}]`),
  );
}

/** A mark that stands somewhere and is none stands in HTML, or in code. */
function hintForUnused(text: string, mark: string): string {
  return marksTypedIn(text).has(mark)
    ? `Put an empty line before and after the text in HTML that has \`${mark}\`: no mark is read in HTML or code`
    : `Put \`${mark}\` where it belongs, or delete the note`;
}

let typed: { readonly text: string; readonly marks: ReadonlySet<string> } | undefined;

/** Looked for once in a text: it may have thousands of notes. */
function marksTypedIn(text: string): ReadonlySet<string> {
  if (typed?.text !== text) {
    typed = { text, marks: new Set(Array.from(text.matchAll(/\[\^[^\]\n]+\](?!:)/g), ([mark]) => mark)) };
  }
  return typed.marks;
}
