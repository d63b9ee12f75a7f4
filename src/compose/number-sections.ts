/** Gives chapters and appendices their numbers. */
import { toRoman } from "../language/roman.js";
import type { Draft, DraftSection } from "./draft.js";

/**
 * Chapters are counted through the whole book with arabic numbers, parts with roman ones,
 * appendices with letters when there is more than one.
 */
export function numberSections(draft: Draft): void {
  label(draft, "chapter", String);
  label(draft, "part", toRoman);
  if (withRole(draft, "appendix").length > 1) label(draft, "appendix", toLetters);
}

function label(draft: Draft, role: DraftSection["role"], write: (count: number) => string): void {
  withRole(draft, role).forEach((section, index) => {
    section.label = write(index + 1);
  });
}

function withRole(draft: Draft, role: DraftSection["role"]): DraftSection[] {
  return draft.sections.filter((section) => section.role === role);
}

/** 27 becomes `AA`, as in a spreadsheet. */
function toLetters(count: number): string {
  const rest = (count - 1) % 26;
  const before = Math.floor((count - 1) / 26);
  return (before > 0 ? toLetters(before) : "") + String.fromCharCode(65 + rest);
}
