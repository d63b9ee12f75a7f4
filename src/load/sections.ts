/** The sections of one edition, in reading order, each with its files found or its fault reported. */
import { diagnostic, type Report } from "../diagnostics/diagnostic.js";
import type { Location } from "../diagnostics/location.js";
import type { Folder } from "../input/folder.js";
import { canonicalLanguage } from "../language/tag.js";
import { backRole, frontRole, titleOfFile } from "../language/title-roles.js";
import type { Path } from "../model/places.js";
import type { EditionNames, PartSpec, SectionSpec } from "../model/publication.js";
import { type Matter, type Role, roleDefinition } from "../model/roles.js";
import { isListedFor } from "./editions/edition-names.js";
import type { Merged } from "./editions/merged.js";
import { findFile } from "./files.js";
import { describedStatement } from "./provenance.js";
import type { BodyEntryDescription, SectionDescription } from "./schema/section-keys.js";

export interface SectionList {
  /** Files of sections that this edition leaves out, relative to the publication's folder. */
  readonly leftOut?: readonly string[];
  readonly parts: readonly PartSpec[];
  readonly sections: readonly SectionSpec[];
}

/** What the sections of one edition are checked against. */
interface Shelf {
  readonly merged: Merged;
  readonly names: EditionNames;
  /** Folder of the section files; undefined when it is not there, so that no file can be looked for. */
  readonly content: string | undefined;
  readonly folder: Folder;
  readonly report: Report;
  /** Real paths of the files in use, with the place that names them. */
  readonly used: Map<string, Location>;
  readonly leftOut: string[];
}

const LISTS = [
  { key: "frontmatter", matter: "front" },
  { key: "bodymatter", matter: "body" },
  { key: "backmatter", matter: "back" },
] as const;

/** Lists the parts and sections of an edition. Files that are not there are left out (reported). */
export async function describedSections(
  merged: Merged,
  names: EditionNames,
  content: string | undefined,
  folder: Folder,
  report: Report,
): Promise<SectionList> {
  const shelf: Shelf = { merged, names, content, folder, report, used: new Map(), leftOut: [] };
  const parts: PartSpec[] = [];
  const sections: SectionSpec[] = [];
  for (const { key, matter } of LISTS) {
    const entries: readonly BodyEntryDescription[] = merged.value[key] ?? [];
    for (const [index, entry] of entries.entries()) {
      const path = [...merged.pathOf(key), index];
      if (!isListedFor(entry, path, names, merged, report)) {
        shelf.leftOut.push(...(await filesIn(entry, shelf)));
      } else if (isPart(entry)) {
        sections.push(...(await partSections(entry, path, parts, shelf)));
      } else {
        sections.push(...(await section(entry, path, matter, shelf)));
      }
    }
  }
  if (!merged.value.bodymatter?.length) reportEmpty(merged, report);
  const { leftOut } = shelf;
  return { parts, sections, ...(leftOut.length === 0 ? {} : { leftOut }) };
}

/** The files of a section or part that another edition has; that edition reports those that are not there. */
async function filesIn(entry: BodyEntryDescription, { content, folder }: Shelf): Promise<readonly string[]> {
  const entries = [entry, ...(entry.sections ?? [])];
  const files = entries.flatMap(({ file, files = [] }) => [...(file === undefined ? [] : [file]), ...files]);
  const found = await Promise.all(files.map((file) => folder.lookup(file, content)));
  return found.flatMap((each) => (each.status === "file" ? [each.path] : []));
}

function reportEmpty({ value, places, pathOf }: Merged, report: Report): void {
  const place = value.bodymatter === undefined ? places.value([]) : places.value(pathOf("bodymatter"));
  const hint = "List its chapters: `bodymatter:` and below it `- file: chapter-1.md`";
  report(
    diagnostic("empty-publication", "The publication has no text: `bodymatter` lists nothing", place, hint),
  );
}

function isPart(entry: BodyEntryDescription): boolean {
  return entry.part !== undefined || entry.sections !== undefined;
}

async function partSections(
  entry: BodyEntryDescription,
  path: Path,
  parts: PartSpec[],
  shelf: Shelf,
): Promise<readonly SectionSpec[]> {
  const { places } = shelf.merged;
  checkPart(entry, path, shelf);
  const part = parts.push({ title: entry.part ?? "", location: places.value(path) }) - 1;
  const sections: SectionSpec[] = [];
  for (const [index, each] of (entry.sections ?? []).entries()) {
    const at = [...path, "sections", index];
    if (isListedFor(each, at, shelf.names, shelf.merged, shelf.report)) {
      sections.push(...(await section(each, at, "body", shelf)).map((spec) => ({ ...spec, part })));
    } else shelf.leftOut.push(...(await filesIn(each, shelf)));
  }
  return sections;
}

function checkPart(entry: BodyEntryDescription, path: Path, { merged: { places }, report }: Shelf): void {
  if (entry.part === undefined) {
    const hint = "Add the part's title: `part: Part one`";
    report(diagnostic("missing-key", "`part` is missing beside `sections`", places.value(path), hint));
  }
  if (entry.sections === undefined) {
    const hint = "List the part's sections below `sections:`";
    report(
      diagnostic("missing-key", `The part \`${entry.part}\` has no \`sections\``, places.value(path), hint),
    );
  }
  for (const key of ["file", "files", "role", "title"] as const) {
    if (entry[key] === undefined) continue;
    const hint =
      key === "title" ? "Write the part's title as the value of `part`" : "Put it in an entry of `sections`";
    report(diagnostic("unknown-key", `A part has no key \`${key}\``, places.key([...path, key]), hint));
  }
}

/** @returns none when all its files are those of sections before it. */
async function section(
  entry: SectionDescription,
  path: Path,
  matter: Matter,
  shelf: Shelf,
): Promise<readonly SectionSpec[]> {
  const { merged, report } = shelf;
  const location = merged.places.value(path);
  const role = entry.role ?? impliedRole(entry, matter, shelf);
  if (role === undefined) {
    reportNameless(matter, location, report);
    return [];
  }
  if (entry.file !== undefined && entry.files !== undefined) reportBoth(path, shelf);
  const names = namedFiles(entry, path);
  if (names.length === 0) checkGenerated(role, location, report);
  const { files, levels, missing } = await sectionFiles(names, entry.levels ?? [], shelf);
  if (names.length > 0 && files.length + missing.length === 0) return [];
  const spec = {
    role,
    matter,
    files,
    ...(files.length > 1 ? { levels } : {}),
    ...(missing.length === 0 ? {} : { missing }),
    ...(entry.title === undefined ? {} : { title: entry.title }),
    ...(entry.chapters === undefined ? {} : { chapters: entry.chapters }),
    ...(entry.language === undefined ? {} : { language: canonicalLanguage(entry.language) }),
    ...(entry.provenance === undefined
      ? {}
      : { provenance: describedStatement(entry.provenance, merged.places.value([...path, "provenance"])) }),
    location,
  };
  return [spec];
}

function reportBoth(path: Path, { merged, report }: Shelf): void {
  const place = merged.places.key([...path, "files"]);
  const message = "A section has `file` or `files`, not both";
  report(diagnostic("conflicting-keys", message, place, "Remove one of them"));
}

interface NamedFile {
  readonly name: string;
  /** Where the publication file names it. */
  readonly path: Path;
}

function namedFiles(entry: SectionDescription, path: Path): readonly NamedFile[] {
  const single = entry.file === undefined ? [] : [{ name: entry.file, path: [...path, "file"] }];
  const several = (entry.files ?? []).map((name, index) => ({ name, path: [...path, "files", index] }));
  return [...single, ...several];
}

/** Sections of the body are chapters unless said; others are what their title or file is named after. */
function impliedRole(entry: SectionDescription, matter: Matter, { merged }: Shelf): Role | undefined {
  if (matter === "body") return "chapter";
  const file = entry.file ?? entry.files?.[0];
  const title = entry.title ?? (file && titleOfFile(file));
  return title === undefined ? undefined : titledRole(matter, title, merged.value.language);
}

function titledRole(matter: "front" | "back", title: string, language: string): Role {
  return matter === "front" ? frontRole(title, language) : backRole(title, language);
}

function reportNameless(matter: Matter, location: Location, report: Report): void {
  const examples = matter === "front" ? "foreword, preface, introduction" : "appendix, glossary, afterword";
  const message = `A section of the ${matter} matter needs a \`role\` or a \`file\``;
  report(diagnostic("missing-key", message, location, `Add a role like ${examples}`));
}

function checkGenerated(role: Role, location: Location, report: Report): void {
  if (roleDefinition(role).generated) return;
  const hint = "Add `file: …`; only pages like titlepage, copyright-page and toc are made from templates";
  report(
    diagnostic("section-without-file", `A section with the role \`${role}\` needs a file`, location, hint),
  );
}

/** The files of a section that are there and in no section before it, with the heading levels at which they begin. */
async function sectionFiles(names: readonly NamedFile[], said: readonly number[], shelf: Shelf) {
  const files: string[] = [];
  const levels: number[] = [];
  const missing: string[] = [];
  for (const [index, { name, path }] of names.entries()) {
    const found = await sectionFile(name, shelf.merged.places.value(path), shelf);
    if (found.status === "missing") missing.push(name);
    if (found.status !== "found") continue;
    files.push(found.path);
    levels.push(said[index] ?? (index === 0 ? 1 : 2));
  }
  return { files, levels, missing };
}

type SectionFile =
  | { readonly status: "found"; readonly path: string }
  | { readonly status: "missing" | "repeated" };

async function sectionFile(name: string, place: Location, shelf: Shelf): Promise<SectionFile> {
  if (shelf.content === undefined) return { status: "missing" };
  const found = await findFile(name, shelf.content, place, shelf.folder, shelf.report);
  if (found === undefined) return { status: "missing" };
  const first = shelf.used.get(found.real);
  if (first !== undefined) {
    const message = `\`${name}\` is already in use, on line ${first.line}; it is published once, there`;
    shelf.report(diagnostic("file-used-twice", message, place, "List each file once"));
    return { status: "repeated" };
  }
  shelf.used.set(found.real, place);
  return { status: "found", path: found.path };
}
