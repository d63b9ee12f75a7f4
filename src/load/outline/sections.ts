/** Makes the front, body and back matter of a publication from an outline. */
import { diagnostic, type Report } from "../../diagnostics/diagnostic.js";
import type { Location } from "../../diagnostics/location.js";
import { backRole, frontRole, namedBackRole, titleOfFile } from "../../language/title-roles.js";
import type { Path } from "../../model/places.js";
import type { Role } from "../../model/roles.js";
import type { BodyEntryDescription, SectionDescription } from "../schema/section-keys.js";
import type { ListedFile, ListedFiles } from "./listed.js";
import type { Entry, Group, Outline } from "./outline.js";

export interface Matters {
  readonly frontmatter: SectionDescription[];
  readonly bodymatter: BodyEntryDescription[];
  readonly backmatter: SectionDescription[];
}

export interface SectionSource {
  readonly language: string;
  /** Whether the first chapter of the list may be the book's introduction, as in GitBook. */
  readonly introduction: "readme" | "none";
  /** Whether a title page and contents are made, with a copyright page between them. */
  readonly opening: "own" | "made" | "with-imprint";
  readonly listed: ListedFiles;
  readonly report: Report;
  /** Notes where a value of the description is written. */
  mark(path: Path, location: Location): void;
}

/** A chapter with the files that it is made of. */
interface Chapter {
  /** Empty when only the text says it. */
  readonly title: string;
  readonly split?: Entry["split"];
  readonly files: readonly ChapterFile[];
  readonly location: Location;
}

interface ChapterFile {
  readonly path: string;
  readonly location: Location;
  /** How deep the list has it, from 1: the level of its heading. */
  readonly level: number;
}

/** Files are relative to the folder of the texts. Entries without a text are left out, with a warning. */
export function outlineSections(outline: Outline, source: SectionSource): Matters {
  const used = new Set<string>();
  const { language, mark } = source;
  const read = (entries: readonly Entry[]) => entries.flatMap((each) => chapterOf(each, used, source));
  const prefix = read(outline.prefix);
  const groups = outline.groups.map((each) => ({ ...each, chapters: read(each.entries) }));
  const suffix = read(outline.suffix);
  const opening = source.introduction === "readme" ? takeReadme(groups) : [];
  const closing = takeBackMatter(groups, language);

  const frontmatter: SectionDescription[] = OPENINGS[source.opening].map((role) => ({ role }));
  for (const each of prefix) add(each, frontRole(nameOf(each), language), frontmatter, "frontmatter", mark);
  for (const each of opening) add(each, "introduction", frontmatter, "frontmatter", mark);
  const bodymatter: BodyEntryDescription[] = [];
  for (const each of groups) addGroup(each, bodymatter, mark);
  const backmatter: SectionDescription[] = [];
  for (const each of [...closing, ...suffix]) {
    add(each, backRole(nameOf(each), language), backmatter, "backmatter", mark);
  }
  return { frontmatter, bodymatter, backmatter };
}

/** Pages that are made before the texts. */
const OPENINGS = {
  own: [],
  made: ["titlepage", "toc"],
  "with-imprint": ["titlepage", "copyright-page", "toc"],
} as const satisfies Record<SectionSource["opening"], readonly Role[]>;

function nameOf({ title, files }: Chapter): string {
  return title !== "" ? title : titleOfFile(files[0]?.path ?? "");
}

type ReadGroup = Pick<Group, "part" | "location"> & { chapters: Chapter[] };

const WELCOME = /^(?:readme|index|_index)\.\w+$/i;

/** The first chapter of a site is the page that welcomes the reader. */
function takeReadme(groups: readonly ReadGroup[]): Chapter[] {
  const [first] = groups;
  const [chapter, ...others] = first?.chapters ?? [];
  const isReadme = chapter?.files.length === 1 && WELCOME.test(chapter.files[0]!.path);
  if (first === undefined || !isReadme || (others.length === 0 && groups.length === 1)) return [];
  return first.chapters.splice(0, 1);
}

/** A list may end in chapters that are back matter by their titles; no chapter gets another number by that. */
function takeBackMatter(groups: readonly ReadGroup[], language: string): Chapter[] {
  const last = groups.at(-1);
  if (last === undefined || last.part !== undefined) return [];
  const end = last.chapters.findLastIndex((each) => namedBackRole(nameOf(each), language) === undefined);
  // A book of nothing but appendices has them as chapters.
  return end < 0 && groups.length === 1 ? [] : last.chapters.splice(end + 1);
}

function addGroup({ part, location, chapters }: ReadGroup, body: BodyEntryDescription[], mark: Mark): void {
  if (chapters.length === 0) return;
  if (part === undefined) {
    for (const each of chapters) add(each, undefined, body, "bodymatter", mark);
    return;
  }
  const sections: SectionDescription[] = [];
  const path = ["bodymatter", body.length];
  mark(path, location);
  for (const [index, each] of chapters.entries()) {
    sections.push(describe(each, undefined));
    markChapter(each, [...path, "sections", index], mark);
  }
  body.push({ part, sections });
}

type Mark = SectionSource["mark"];

function add(
  chapter: Chapter,
  role: Role | undefined,
  list: SectionDescription[],
  key: keyof Matters,
  mark: Mark,
): void {
  markChapter(chapter, [key, list.length], mark);
  list.push(describe(chapter, role));
}

function describe({ title, files, split }: Chapter, role: Role | undefined): SectionDescription {
  return {
    ...(role === undefined ? {} : { role }),
    ...(title === "" ? {} : { title }),
    ...(split === undefined ? {} : { chapters: split }),
    files: files.map(({ path }) => path),
    levels: files.map(({ level }) => level),
  };
}

function markChapter({ location, files }: Chapter, path: Path, mark: Mark): void {
  mark(path, location);
  for (const [index, file] of files.entries()) mark([...path, "files", index], file.location);
}

function chapterOf(entry: Entry, used: Set<string>, source: SectionSource): Chapter[] {
  const files = filesOf(entry, used, source);
  return files.length === 0 ? [] : [{ ...entry, files }];
}

function filesOf(entry: Entry, used: Set<string>, source: SectionSource, level = 1): ChapterFile[] {
  // What only gathers others has no text of its own.
  const own = entry.href === "" && entry.children.length > 0 ? undefined : fileOf(entry, used, source);
  const nested = entry.children.flatMap((each) => filesOf(each, used, source, level + 1));
  return own === undefined ? nested : [{ path: own, location: entry.location, level }, ...nested];
}

function fileOf(entry: Entry, used: Set<string>, { listed, report }: SectionSource): string | undefined {
  const file = listed.get(entry.href);
  if (file?.status !== "text") {
    report(leftOut(entry, file));
    return undefined;
  }
  // A second entry may lead to a place in a chapter that is listed already.
  if (entry.href.includes("#") && used.has(file.path)) return undefined;
  used.add(file.path);
  return file.path;
}

function leftOut({ title, href, location }: Entry, file: ListedFile | undefined) {
  const [reason, hint] = whyLeftOut(href, file);
  return diagnostic(
    "entry-left-out",
    `“${title === "" ? href : title}” ${reason} and is left out`,
    location,
    hint,
  );
}

function whyLeftOut(href: string, file: ListedFile | undefined): readonly [reason: string, hint: string] {
  if (href === "") return ["is a draft without a text", "Write its file, or remove it from the summary"];
  if (file?.status !== "missing") {
    return [
      `leads to \`${href}\`, which is not a Markdown file of the book,`,
      "List a `.md` file of the folder",
    ];
  }
  const hint =
    file.similar === undefined ? "Write the file or correct the path" : `Did you mean \`${file.similar}\`?`;
  return [`leads to \`${href}\`, which is not there,`, hint];
}
