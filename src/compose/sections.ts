/** Lists the sections of an edition in reading order, each with its own copy of its text. */
import type { Element } from "hast";
import { cloneNodes, cloneTree } from "../hast/clone.js";
import type { Manuscript, ManuscriptNote } from "../model/manuscript.js";
import type { Edition, PartSpec, SectionSpec } from "../model/publication.js";
import { chaptersOfFile } from "./chapters-of-file.js";
import type { DraftBody, DraftSection } from "./draft.js";
import { idFrom } from "./identify.js";
import { withTitlePage } from "./script-titles.js";
import { isPageBreak, missingMark } from "./tree.js";

/** The sections as the edition lists them, with a page for each part before its first section. */
export function gatherSections(
  edition: Edition,
  manuscripts: ReadonlyMap<string, Manuscript>,
): DraftSection[] {
  const language = edition.metadata.language;
  let part: number | undefined;
  return edition.sections.flatMap((spec) => {
    const section = draftSection(spec, manuscripts, language);
    if (section.bodies.length > 0 && section.bodies.every(onlyEndsPages)) return [];
    if (spec.chapters === "headings") return chaptersOfFile(section, edition.metadata.title);
    const sections = withTitlePage(section);
    if (spec.part === undefined || spec.part === part) return sections;
    part = spec.part;
    return [partPage(edition.parts[part]!, language), ...sections];
  });
}

function draftSection(
  spec: SectionSpec,
  manuscripts: ReadonlyMap<string, Manuscript>,
  language: string,
): DraftSection {
  return {
    id: "",
    role: spec.role,
    matter: spec.matter,
    spec,
    title: spec.title ?? "",
    language: spec.language ?? language,
    bodies: [...spec.files, ...(spec.missing ?? [])].map((file, index) =>
      draftBody(manuscripts.get(file) ?? gap(file), spec.levels?.[index] ?? (index === 0 ? 1 : 2)),
    ),
    notes: [],
  };
}

/**
 * A file with page breaks and nothing else: projects for LaTeX have such files for the lists and the layout that it
 * makes. As a section it would be a chapter without a word.
 */
function onlyEndsPages({ tree }: DraftBody): boolean {
  const nodes = tree.children.filter((node) => node.type !== "text" || node.value.trim() !== "");
  return nodes.length > 0 && nodes.every(isPageBreak);
}

/** In the place of a file that cannot be read, its name: an edition that is published anyway shows the gap. */
function gap(file: string): Manuscript {
  const mark = missingMark([{ type: "text", value: file }]);
  const paragraph: Element = { type: "element", tagName: "p", properties: {}, children: [mark] };
  return { file, tree: { type: "root", children: [paragraph] }, notes: new Map() };
}

function draftBody({ file, tree, notes, provenance }: Manuscript, level: number): DraftBody {
  return {
    file,
    level,
    tree: cloneTree(tree),
    ...(provenance === undefined ? {} : { provenance }),
    notes: new Map([...notes].map(([label, note]) => [label, cloneNote(note)])),
    names: new Map(),
    start: "",
  };
}

function cloneNote({ children, location }: ManuscriptNote): ManuscriptNote {
  return { children: cloneNodes(children), location };
}

export function partPage(part: PartSpec, language: string): DraftSection {
  return {
    id: idFrom(`part-${part.title.toLowerCase()}`),
    role: "part",
    matter: "body",
    title: part.title,
    language,
    bodies: [],
    notes: [],
  };
}
