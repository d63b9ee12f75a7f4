/** Gives parts, chapters and appendices their numbers, but where titles say them themselves. */
import { hasClass } from "../hast/class-names.js";
import { withDigits } from "../language/digits.js";
import { numbersInRow, type OwnNumber } from "../language/own-number.js";
import { COUNTED_ROLES, type CountedRole, sectionNumber } from "../language/section-number.js";
import { numberForm, word } from "../language/words.js";
import type { Draft, DraftSection } from "./draft.js";
import { titleText } from "./tree.js";

/**
 * Chapters, parts and appendices are counted through the whole book as its language counts them; an appendix that
 * is the only one has no letter. What is to have no number (`{.unnumbered}`), or has one in its title, gets none.
 */
export function numberSections(draft: Draft): void {
  for (const role of COUNTED_ROLES) numberRole(draft, role);
}

function numberRole(draft: Draft, role: CountedRole): void {
  const sections = draft.sections.filter((section) => section.role === role && !isUnnumbered(section));
  const own = ownNumbers(draft, sections);
  noteOwnNumbers(sections, own);
  // Where most say their number themselves, the others are meant to have none.
  const isOwn = own.filter((each) => each !== undefined).length * 2 > sections.length;
  if (isOwn || (role === "appendix" && sections.length === 1)) return;
  for (const [index, section] of sections.entries()) {
    if (own[index] === undefined) section.label = sectionNumber(section.language, role, index + 1);
  }
}

function isUnnumbered({ heading }: DraftSection): boolean {
  return heading !== undefined && hasClass(heading.properties, "unnumbered");
}

/** A number may stand in the title that the publication lists, or in the heading on the page. */
function ownNumbers(draft: Draft, sections: readonly DraftSection[]): readonly (OwnNumber | undefined)[] {
  const native = numberedWords(draft, new Set(sections.map(({ language }) => language)));
  const words = [...new Set([...native, ...numberedWords(draft, new Set(["en"]))])];
  const listed = sections.map(({ title }) => title);
  const onPage = sections.map(({ heading, title }) => (heading === undefined ? title : titleText(heading)));
  const found = numbersInRow(onPage, words, native);
  return numbersInRow(listed, words, native).map((number, index) => number ?? found[index]);
}

/** Words for what is numbered, as titles may have them: those of the languages and the author's. */
function numberedWords({ edition }: Draft, languages: ReadonlySet<string>): readonly string[] {
  const words = [...languages].flatMap((language) =>
    COUNTED_ROLES.flatMap((role) => {
      const { before, after } = numberForm(edition, language, role);
      return [word(edition, language, role), before, after];
    }),
  );
  const bare = words.map((each) => each.replace(/^[^\p{L}]+|[^\p{L}\p{M}]+$/gu, ""));
  return bare.filter((each) => each !== "");
}

/** Captions and references count by a chapter's own number; by one that comes twice nothing can be counted. */
function noteOwnNumbers(sections: readonly DraftSection[], own: readonly (OwnNumber | undefined)[]): void {
  const numbers = own.map((each) => (each?.count === undefined ? each?.numeral : String(each.count)));
  for (const [index, section] of sections.entries()) {
    const { numeral } = own[index] ?? {};
    const number = numbers[index];
    if (numeral !== undefined) section.numeral = numeral;
    if (number === undefined || numbers.indexOf(number) !== numbers.lastIndexOf(number)) continue;
    section.captionNumber = withDigits(number, section.language);
  }
}
