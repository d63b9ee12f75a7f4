/** What a reference may lead to, and the words that name it: "Figure 2.1", "chapitre 3", the title of a section. */
import type { Word } from "../language/words/words.js";
import { isNumbered, isWord, numbered, numberedInText, word } from "../language/words.js";
import type { Edition } from "../model/publication.js";
import { CALLOUT_KINDS, type CalloutKind } from "../model/reference-kinds.js";
import { calloutLabel, calloutTitles } from "./callouts.js";
import type { Draft, DraftSection, ReferentKind } from "./draft.js";
import { theoremLabel } from "./theorems.js";
import { selectHeadings, titleText } from "./tree.js";

export interface Target {
  readonly id: string;
  /** The word for it: `figure`, `chapter`, `appendix`. */
  readonly kind: Word | ReferentKind;
  /** `3`, `2.1`; empty when it has none. */
  readonly number: string;
  readonly title: string;
}

/** Every target by the name that references have for it: the ids of captions and equations, and `sec-…`. */
export function collectTargets(draft: Draft): Map<string, Target> {
  const targets = new Map<string, Target>();
  for (const { id, kind, number } of draft.referents.values()) {
    targets.set(id, { id, kind, number, title: "" });
  }
  for (const section of draft.sections) {
    const id = section.heading?.properties.id;
    if (typeof id === "string") targets.set(id, sectionTarget(id, section));
    const titles = headingTitles(section);
    for (const body of section.bodies) {
      for (const [name, target] of body.names) {
        if (!/^sec[-:]/.test(name) || targets.has(name)) continue;
        const heading = { id: target, kind: "section", number: "", title: titles.get(target) ?? "" } as const;
        targets.set(name, targets.get(target) ?? heading);
      }
    }
  }
  return targets;
}

/** Every place of the book by its id; a place without a name of its own is called by its section. */
export function collectPlaces(draft: Draft): Map<string, Target> {
  const places = new Map<string, Target>();
  const sections = new Map(draft.sections.map((section) => [section.id, section]));
  for (const [id, sectionId] of draft.anchors) {
    const section = sections.get(sectionId);
    if (section) places.set(id, sectionTarget(id, section));
  }
  for (const section of draft.sections) {
    for (const [id, title] of headingTitles(section)) {
      if (id !== section.heading?.properties.id) {
        places.set(id, { id, kind: "section", number: "", title });
      }
    }
    for (const { tree } of section.bodies) {
      for (const [id, title] of calloutTitles(tree))
        places.set(id, { id, kind: "section", number: "", title });
    }
  }
  for (const { id, kind, number } of draft.referents.values()) {
    places.set(id, { id, kind, number, title: "" });
  }
  return places;
}

function sectionTarget(id: string, section: DraftSection): Target {
  const kind = isWord(section.role) ? section.role : "section";
  return { id, kind, number: section.label ?? section.numeral ?? "", title: section.title };
}

function headingTitles(section: DraftSection): Map<string, string> {
  const headings = section.bodies.flatMap((body) => selectHeadings(body.tree));
  return new Map(headings.map((heading) => [String(heading.properties.id), titleText(heading)]));
}

/**
 * How a text calls a target: its kind and number, kept on one line, or its title.
 *
 * @param letter with which the word begins where the language lets it: `capital` at the start of a sentence.
 */
export function targetWords(
  target: Target,
  letter: "capital" | "small",
  edition: Edition,
  language: string,
): string {
  const { kind, number, title } = target;
  if (!isWord(kind)) return theoremLabel(language, kind, number);
  if (isCallout(kind)) return calloutLabel(edition, language, kind, number);
  if (number === "" || !isNumbered(kind)) return title || word(edition, language, kind);
  return (letter === "small" ? numberedInText : numbered)(edition, language, kind, number);
}

function isCallout(kind: string): kind is CalloutKind {
  return (Object.values(CALLOUT_KINDS) as readonly string[]).includes(kind);
}
