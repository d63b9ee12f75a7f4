/**
 * Numbers the headings below chapters and appendices, `2.1` and `2.1.3`, down to the level that the edition says.
 *
 * A chapter without a number has none below it. Headings that say their numbers themselves keep them, and what is to have
 * none (`{.unnumbered}`) has none. Numbers are found early, since references and contents say them, and are
 * written into headings last, so that titles are without them.
 */
import { hasClass } from "../hast/class-names.js";
import { withDigits } from "../language/digits.js";
import type { Draft, DraftSection } from "./draft.js";
import { headingLevel, headingText, selectHeadings } from "./tree.js";

/** `2.1`, `2.1.`, `§ 3`, as authors type them. */
const OWN_NUMBER = /^(?:§\s*)?\p{N}+(?:[.)]|\.\p{N}+)*\s/u;
/** Sets a number off: as much room as themes give it, and a space of text for whoever copies it. */
const GAP = "\u2002";

export function numberHeadings(draft: Draft): void {
  const depth = draft.edition.headingNumbers ?? 1;
  if (depth < 2) return;
  for (const section of draft.sections) numberSection(draft, section, depth);
}

function numberSection(draft: Draft, section: DraftSection, depth: number): void {
  const base = section.role === "part" ? undefined : (section.label ?? section.captionNumber);
  if (base === undefined) return;
  const headings = section.bodies
    .flatMap(({ tree }) => selectHeadings(tree))
    .filter((heading) => heading !== section.heading && headingLevel(heading) <= depth)
    .filter((heading) => !hasClass(heading.properties, "unnumbered"));
  const own = headings.filter((heading) => OWN_NUMBER.test(headingText(heading)));
  if (own.length * 2 > headings.length) return;
  const counts: number[] = [];
  for (const heading of headings) {
    const place = headingLevel(heading) - 2;
    counts.length = Math.min(counts.length, place + 1);
    for (let level = 0; level <= place; level += 1) counts[level] ??= 0;
    counts[place]! += 1;
    const number = [base, ...counts.map((count) => withDigits(String(count), section.language))].join(".");
    const { id } = heading.properties;
    draft.headingNumbers.set(heading, number);
    if (typeof id === "string") draft.referents.set(id, { id, kind: "section", number });
  }
}

export function writeHeadingNumbers(draft: Draft): void {
  for (const [heading, number] of draft.headingNumbers) {
    heading.children.unshift(
      {
        type: "element",
        tagName: "span",
        properties: { className: ["heading-number"] },
        children: [{ type: "text", value: number }],
      },
      { type: "text", value: GAP },
    );
  }
}
