/**
 * Makes the description of a publication from the outline of a project and what it says of itself.
 *
 * Formats, theme and generated pages are defaults; who wants others writes a `publication.yaml`.
 */
import { posix } from "node:path";
import type { Report } from "../../diagnostics/diagnostic.js";
import type { Location } from "../../diagnostics/location.js";
import type { Folder } from "../../input/folder.js";
import type { Dialect } from "../../model/dialect.js";
import type { Path, Places } from "../../model/places.js";
import type { Description } from "../description.js";
import type { SectionDescription } from "../schema/section-keys.js";
import { FACT_KEYS, type Facts, keysOf, reportBadIsbn, withFilesThatAreThere } from "./facts.js";
import { settledLanguage } from "./language.js";
import { type FoundLicence, licenceOfFolder } from "./licence-file.js";
import { listedFiles } from "./listed.js";
import type { Outline } from "./outline.js";
import { sampleOf } from "./sample.js";
import { outlineSections } from "./sections.js";
import { titleOf } from "./title.js";

export interface OutlinedProject {
  /** The file that lists the texts, relative to the publication's folder. */
  readonly file: string;
  /** What it says, when it is a text: its titles count for the language. */
  readonly words?: string;
  /** Its heading, which may be the book's title; empty when there is none. */
  readonly heading?: string;
  readonly outline: Outline;
  readonly facts: Facts;
  /** Folder of the texts, relative to the publication's. */
  readonly content: string;
  /** Missing when only the texts tell. */
  readonly dialect?: Dialect;
  /** Whether the first chapter may be the book's introduction, as a README is. Default: `readme`. */
  readonly introduction?: "readme" | "none";
  /** Whether its texts have pages of their own before them, or a title page and contents are made. Default: `made`. */
  readonly opening?: "own" | "made";
  /** Default: `technical`; `by-text` when only the texts tell: without code it is what editions have by themselves. */
  readonly theme?: "technical" | "by-text";
  /** What its texts may use outside of the folder. */
  readonly allow?: readonly string[];
  /** How its texts are read. */
  readonly texts?: Description["texts"];
  /** Other files that it draws on, relative to the publication's folder. */
  readonly settings?: readonly string[];
}

export async function describeOutline(
  project: OutlinedProject,
  folder: Folder,
  report: Report,
): Promise<Description> {
  const { file, words = "", outline, content, dialect, allow = [], texts } = project;
  const { introduction = "readme", opening = "made" } = project;
  const found = project.facts.rights === undefined ? await licenceOfFolder(folder) : undefined;
  const facts = await withFilesThatAreThere(withLicence(project.facts, found), folder, report);
  reportBadIsbn(facts, report);
  const listed = await listedFiles(outline, content, folder);
  const files = [...listed.values()].flatMap((each) =>
    each.status === "text" ? [posix.join(content, each.path)] : [],
  );
  const language = await settledLanguage({ facts, words, content, files, folder }, report);
  const { title, readme } = await titleOf(facts.title, project.heading ?? "", language, content, folder);
  const places = new Map<string, Location>();
  const mark = (path: Path, location: Location) => void places.set(JSON.stringify(path), location);
  for (const key of FACT_KEYS) mark([key], facts.place(key));
  const { frontmatter, bodymatter, backmatter } = outlineSections(outline, {
    language,
    introduction,
    opening: opening === "made" && hasImprint(facts) ? "with-imprint" : opening,
    listed,
    report,
    mark,
  });
  return {
    value: {
      title,
      language,
      ...keysOf(facts),
      content,
      ...(allow.length === 0 ? {} : { allow: [...allow] }),
      ...(project.theme === "by-text" && !(await hasListings(files, folder)) ? {} : { theme: "technical" }),
      frontmatter,
      bodymatter,
      ...(backmatter.length === 0 && !facts.bibliography
        ? {}
        : { backmatter: withReferences(backmatter, facts) }),
    },
    places: placesFrom(places, file),
    settings: [facts.file, readme, found?.file, ...(project.settings ?? [])].filter(
      (each) => each !== undefined,
    ),
    ...(dialect === undefined ? {} : { dialect }),
    ...(texts === undefined ? {} : { texts }),
  };
}

function withLicence(facts: Facts, found: FoundLicence | undefined): Facts {
  return found === undefined ? facts : { ...facts, rights: { licence: found.licence.id } };
}

/** Whether a copyright page has more to say than the title page. */
function hasImprint({ rights, publisher, identifiers }: Facts): boolean {
  return rights !== undefined || publisher !== undefined || identifiers?.isbn !== undefined;
}

/** The works that the texts cite are listed at the end, where the project has no place for them. */
function withReferences(backmatter: SectionDescription[], { bibliography }: Facts): SectionDescription[] {
  const hasPlace = backmatter.some(({ role }) => role === "bibliography");
  return bibliography === undefined || hasPlace ? backmatter : [...backmatter, { role: "bibliography" }];
}

/** Books with listings want the look that has room for them. */
async function hasListings(files: readonly string[], folder: Folder): Promise<boolean> {
  return /^ {0,3}(?:`{3}|~{3})/m.test(await sampleOf(files, folder));
}

function placesFrom(known: ReadonlyMap<string, Location>, file: string): Places {
  const value = (path: Path): Location => {
    for (let length = path.length; length > 0; length -= 1) {
      const found = known.get(JSON.stringify(path.slice(0, length)));
      if (found) return found;
    }
    return { file, line: 1, column: 1 };
  };
  return { value, key: value };
}
