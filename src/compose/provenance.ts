/**
 * Gathers what says how the book was made: its contributors, sections, passages and pictures, and compares it with
 * what the publication declares of all of it. What is declared nowhere is claimed nowhere.
 */
import type { Element, Parents } from "hast";
import { diagnostic, type Report } from "../diagnostics/diagnostic.js";
import type { Location } from "../diagnostics/location.js";
import { nearest } from "../diagnostics/nearest.js";
import { visitElements } from "../hast/visit.js";
import {
  MAKINGS,
  type MadePart,
  type MadePlace,
  type Making,
  makingOf,
  type Statement,
} from "../model/provenance.js";
import type { Edition } from "../model/publication.js";
import { type Draft, type DraftSection, locate } from "./draft.js";
import { markMade } from "./made-marks.js";
import { sectionTrees } from "./tree.js";

export function settleProvenance(draft: Draft, report: Report): void {
  draft.made.push(...contributorsMade(draft.edition, report));
  for (const section of draft.sections) {
    const own = statementOf(section);
    if (own !== undefined) {
      compare("text", own, `The section “${section.title}”`, draft.edition, report);
      draft.made.push({ kind: "section", name: section.title, id: section.id, statement: own });
    }
    for (const { file, tree } of sectionTrees(section)) {
      placesIn(tree, { draft, section, file, around: own, report });
    }
  }
}

/** What the publication file says of a section counts before what the text says of itself. */
function statementOf({ spec, bodies }: DraftSection): Statement | undefined {
  return spec?.provenance ?? bodies.map(({ provenance }) => provenance).find((each) => each !== undefined);
}

/** Roles in which a contributor makes the images, or the translation; all others make the text. */
const MADE_BY_ROLE: Readonly<Record<string, MadePart>> = {
  ill: "images",
  pht: "images",
  art: "images",
  cov: "images",
  trl: "translation",
  nrt: "narration",
  aut: "text",
};

function contributorsMade(edition: Edition, report: Report): MadePlace[] {
  return edition.metadata.contributors.flatMap(({ name, role, provenance }) => {
    if (provenance === undefined) return [];
    const part = MADE_BY_ROLE[role];
    if (part !== undefined) compare(part, provenance, `The contributor “${name}”`, edition, report);
    return [{ kind: "contributor" as const, name, statement: provenance }];
  });
}

interface Around {
  readonly draft: Draft;
  readonly section: DraftSection;
  readonly file: string;
  /** What holds of all that is around. */
  readonly around: Statement | undefined;
  readonly report: Report;
}

function placesIn(tree: Parents, context: Around): void {
  const marks: (() => void)[] = [];
  visitElements(tree, (element, index, parent) => {
    giveToPictures(element);
    const statement = statementAt(element, context);
    if (element.tagName === "img") picture(element, statement, context);
    else if (statement !== undefined) passage(element, statement, context);
    if (statement !== undefined && isMarked(context.draft.edition)) {
      marks.push(() => markMade(element, index, parent, statement.made, context.draft.edition));
    }
    return undefined;
  });
  // From the end: what is put in moves no place that is still to come.
  for (const mark of marks.reverse()) mark();
}

/** What is written behind a picture with a caption stands at its figure. */
function giveToPictures(figure: Element): void {
  if (figure.tagName !== "figure" || figure.properties.dataMade === undefined) return;
  const { dataMade, dataTool, dataReviewedBy, dataReviewed, ...rest } = figure.properties;
  let isPicture = false;
  visitElements(figure, (element) => {
    if (element.tagName !== "img") return undefined;
    isPicture = true;
    element.properties = { dataMade, dataTool, dataReviewedBy, dataReviewed, ...element.properties };
    return undefined;
  });
  if (isPicture) figure.properties = rest;
}

function isMarked({ provenance }: Edition): boolean {
  return provenance?.marks === "shown";
}

function passage(element: Element, statement: Statement, { draft, section, around, report }: Around): void {
  const { id } = element.properties;
  if (around?.made === "human" && statement.made !== "human" && around.extent !== "some") {
    const message = `The passage is said to be \`${statement.made}\`, and its section \`human\``;
    report(contradiction(message, statement.location));
  } else compare("text", statement, "The passage", draft.edition, report);
  draft.made.push({
    kind: "passage",
    name: section.title,
    ...(typeof id === "string" ? { id } : {}),
    statement,
  });
}

/** A picture says how it was made by its attributes, or within its file; the two must agree. */
function picture(element: Element, said: Statement | undefined, { draft, file, report }: Around): void {
  const resource = draft.resources.get(String(element.properties.src));
  if (resource === undefined) return;
  const sourceType = resource.origin?.sourceType;
  const making = sourceType === undefined ? undefined : makingOf(sourceType);
  const location = locate(file, element);
  const own: Statement | undefined =
    making === undefined ? undefined : { made: making, tools: [], reviewers: [], location };
  if (own !== undefined && said !== undefined && own.made !== said.made) {
    const message = `The image \`${resource.path}\` is said to be \`${said.made}\` and says itself that it is \`${own.made}\` (${sourceType})`;
    report(contradiction(message, location));
    return;
  }
  const statement = said ?? own;
  const { provenance } = draft.edition;
  // What files say of themselves is told where anything is declared at all.
  if (statement === undefined || (said === undefined && provenance === undefined)) return;
  compare("images", statement, `The image \`${resource.path}\``, draft.edition, report);
  if (draft.made.some((each) => each.kind === "image" && each.name === resource.path)) return;
  draft.made.push({ kind: "image", name: resource.path, statement });
}

/** `made`, `tool`, `reviewed-by` and `reviewed` among the attributes of an element. */
function statementAt(element: Element, { file, report }: Around): Statement | undefined {
  const { dataMade, dataTool, dataReviewedBy, dataReviewed } = element.properties;
  if (dataMade === undefined) return undefined;
  const location = locate(file, element);
  const made = String(dataMade);
  if (!isMaking(made)) {
    const similar = nearest(made, MAKINGS);
    const hint = similar === undefined ? `Use one of: ${MAKINGS.join(", ")}` : `Did you mean \`${similar}\`?`;
    report(diagnostic("unknown-provenance", `\`made\` cannot be \`${made}\``, location, hint));
    return undefined;
  }
  return {
    made,
    tools: names(dataTool),
    reviewers: names(dataReviewedBy),
    ...(dataReviewed === undefined ? {} : { date: String(dataReviewed) }),
    location,
  };
}

function isMaking(word: string): word is Making {
  return (MAKINGS as readonly string[]).includes(word);
}

function names(value: unknown): readonly string[] {
  if (value === undefined) return [];
  return String(value)
    .split(/\s*,\s*/)
    .filter((each) => each !== "");
}

/** Tells when a part of the book was made otherwise than all of it is said to be. */
function compare(
  part: MadePart,
  { made, location }: Statement,
  what: string,
  { provenance }: Edition,
  report: Report,
): void {
  const whole = provenance?.parts[part];
  if (whole === undefined || whole.made === made) return;
  const isEntire = whole.extent === undefined || whole.extent === "entire";
  const isHuman = whole.made === "human" && isEntire;
  const isGenerated = whole.made === "generated" && whole.extent === "entire" && made === "human";
  if (!isHuman && !isGenerated) return;
  const message = `${what} is said to be \`${made}\`, and \`provenance\` says that the ${PART_WORDS[part]} \`${whole.made}\``;
  report(contradiction(message, location));
}

const PART_WORDS: Readonly<Record<MadePart, string>> = {
  text: "text is",
  images: "images are",
  translation: "translation is",
  narration: "narration is",
};

function contradiction(message: string, location: Location) {
  return diagnostic(
    "provenance-contradiction",
    message,
    location,
    "Correct whichever is wrong; a book with single parts that a machine made is not `human` as a whole",
  );
}
