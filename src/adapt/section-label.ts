/** What stands above the title of a numbered section: “Chapter 3”, “第3章”, “3. fejezet”. */
import { COUNTED_ROLES, type CountedRole } from "../language/section-number.js";
import { numberForm } from "../language/words.js";
import type { Book, Section } from "../model/book.js";

/** A word or the number, which themes set apart. */
export interface LabelPart {
  readonly kind: "word" | "number";
  readonly text: string;
  /** What stands before it. */
  readonly gap: "" | " ";
}

/** The parts in their order; none for a section without a number. */
export function labelParts({ edition }: Pick<Book, "edition">, section: Section): readonly LabelPart[] {
  const { label, role, language } = section;
  if (label === undefined || !isCounted(role)) return [];
  const { before, after } = numberForm(edition, language, role);
  // A point belongs to the number: “3.”, and then the word.
  const point = /^[.)]/.exec(after)?.[0] ?? "";
  const gap = /\s$/.test(before) ? " " : "";
  const parts: LabelPart[] = [
    { kind: "word", text: before.trim(), gap: "" },
    { kind: "number", text: label + point, gap },
    wordAfter(after.slice(point.length)),
  ];
  return parts.filter(({ text }) => text !== "");
}

function isCounted(role: string): role is CountedRole {
  return (COUNTED_ROLES as readonly string[]).includes(role);
}

function wordAfter(text: string): LabelPart {
  return { kind: "word", text: text.trim(), gap: /^\s/.test(text) ? " " : "" };
}

/** The label as one text; undefined for a section without a number. */
export function labelText(book: Pick<Book, "edition">, section: Section): string | undefined {
  const parts = labelParts(book, section);
  return parts.length === 0 ? undefined : parts.map(({ gap, text }) => gap + text).join("");
}
