/** Finds the title of each section: the one the publication file gives, or the first heading. */
import type { Element, Root } from "hast";
import type { Draft, DraftSection } from "./draft.js";
import { headingLevel, plainText, selectHeadings } from "./tree.js";

/**
 * Makes the first heading of a section its title, at level 1, and keeps every other heading
 * of the section below it.
 */
export function findTitles(draft: Draft): void {
  for (const section of draft.sections) findTitle(section);
}

function findTitle(section: DraftSection): void {
  const [first, ...rest] = section.bodies;
  if (!first) return;
  const heading = selectHeadings(first.tree)[0];
  if (heading) {
    heading.tagName = "h1";
    section.heading = heading;
    section.title ||= plainText(heading);
  }
  for (const body of rest) demote(body.tree, body.level);
  demoteOthers(first.tree, heading);
}

/** Lowers all headings of a tree, so that none stands above `level`. */
function demote(tree: Root, level: number): void {
  const headings = selectHeadings(tree);
  const highest = Math.min(...headings.map(headingLevel));
  const shift = level - highest;
  if (shift > 0) for (const heading of headings) setLevel(heading, headingLevel(heading) + shift);
}

/** A file may have several headings of level 1; only the section's title keeps that level. */
function demoteOthers(tree: Root, title: Element | undefined): void {
  const others = selectHeadings(tree).filter((heading) => heading !== title);
  if (!others.some((heading) => headingLevel(heading) === 1)) return;
  for (const heading of others) setLevel(heading, headingLevel(heading) + 1);
}

function setLevel(heading: Element, level: number): void {
  heading.tagName = `h${Math.min(6, level)}`;
}
