/** Takes the footnotes out of the text, and reports those that do not match their references. */
import type { StateCore, Token } from "markdown-it";
import { contextOf, type NoteDefinition, type ParseContext, type PlacedToken, reportAt } from "../context.js";

export function separateNotes(state: StateCore): void {
  const context = contextOf(state.env);
  const found = takeDefinitions(state);
  const byLabel = new Map<string, NoteDefinition>();
  for (const note of found.sort((a, b) => a.start - b.start)) {
    if (byLabel.has(note.label)) reportDuplicate(context, note);
    else byLabel.set(note.label, note);
  }
  const used = new Set<string>();
  for (const tokens of [state.tokens, ...[...byLabel.values()].map((note) => note.tokens)]) {
    for (const token of tokens) checkReferences(context, token.children ?? [], byLabel, used);
  }
  for (const note of byLabel.values()) {
    context.notes.push(note);
    if (!used.has(note.label)) reportUnused(context, note);
  }
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
  notes: ReadonlyMap<string, NoteDefinition>,
  used: Set<string>,
): void {
  for (const token of tokens) {
    if (token.type !== "note_reference") continue;
    const label = String(token.meta?.label);
    if (notes.has(label)) used.add(label);
    else {
      token.type = "text";
      reportMissing(context, label, token.start ?? 0);
    }
  }
}

function reportMissing(context: ParseContext, label: string, start: number): void {
  reportAt(
    context,
    "note-without-text",
    `the footnote \`[^${label}]\` has no text`,
    start,
    `add a paragraph \`[^${label}]: …\` to the file; write \`\\[^${label}]\` if no footnote is meant`,
  );
}

function reportDuplicate(context: ParseContext, note: NoteDefinition): void {
  reportAt(
    context,
    "duplicate-note",
    `there is a second text for the footnote \`[^${note.label}]\`; the first one is kept`,
    note.start,
    "give one of them another label",
  );
}

function reportUnused(context: ParseContext, note: NoteDefinition): void {
  reportAt(
    context,
    "note-not-used",
    `nothing refers to the footnote \`[^${note.label}]\`, so it is not printed`,
    note.start,
    `put \`[^${note.label}]\` where it belongs, or delete the note`,
  );
}
