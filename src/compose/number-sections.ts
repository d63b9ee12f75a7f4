/** Gives chapters and appendices their numbers. */
import { toRoman } from "../language/roman.js";
import type { Draft, DraftSection } from "./draft.js";
import { classesOf } from "./tree.js";
import { hasOwnNumber } from "./typed-numbers.js";

/**
 * Chapters are counted through the whole book with arabic numbers, parts with roman ones,
 * appendices with letters when there is more than one. What is to have none (`{.unnumbered}`), or has one
 * in its title, gets none.
 */
export function numberSections(draft: Draft): void {
  label(draft, "chapter", String);
  label(draft, "part", toRoman);
  if (numbered(draft, "appendix").length > 1) label(draft, "appendix", toLetters);
}

function label(draft: Draft, role: DraftSection["role"], write: (count: number) => string): void {
  numbered(draft, role).forEach((section, index) => {
    if (!hasOwnNumber(section)) section.label = write(index + 1);
  });
}

/** Where most say their number themselves, the others are meant to have none. */
function numbered(draft: Draft, role: DraftSection["role"]): readonly DraftSection[] {
  const sections = draft.sections.filter((section) => section.role === role && !isUnnumbered(section));
  return sections.filter(hasOwnNumber).length * 2 > sections.length ? [] : sections;
}

function isUnnumbered({ heading }: DraftSection): boolean {
  return heading !== undefined && classesOf(heading).includes("unnumbered");
}

/** 27 becomes `AA`, as in a spreadsheet. */
function toLetters(count: number): string {
  const rest = (count - 1) % 26;
  const before = Math.floor((count - 1) / 26);
  return (before > 0 ? toLetters(before) : "") + String.fromCharCode(65 + rest);
}
