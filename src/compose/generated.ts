/** Puts what the program writes itself into its section: alone on the page, or after the text of its file. */
import type { ElementContent } from "hast";
import { diagnostic, type Report } from "../diagnostics/diagnostic.js";
import { isWord, tableWord } from "../language/words.js";
import type { Draft, DraftSection } from "./draft.js";

/** A section that would be an empty page is left out of the edition, and its author is told. */
export function fillGenerated(
  draft: Draft,
  section: DraftSection,
  nodes: readonly ElementContent[],
  report: Report,
): void {
  const last = section.bodies.at(-1);
  if (last) last.tree.children.push(...nodes);
  else if (nodes.length > 0) section.generated = nodes;
  else dropSection(draft, section, report);
}

function dropSection(draft: Draft, section: DraftSection, report: Report): void {
  draft.sections.splice(draft.sections.indexOf(section), 1);
  draft.anchors.delete(section.id);
  const name = isWord(section.role) ? tableWord("en", section.role) : section.role;
  report(
    diagnostic(
      "nothing-to-list",
      `The section \`${section.role}\` has nothing to list, so “${section.title || name}” is left out`,
      section.spec?.location,
      "Remove the section from this edition, or give the text what it should list",
    ),
  );
}
