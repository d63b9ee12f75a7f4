/**
 * The source `SUMMARY.md`: projects of mdBook and GitBook, published as they are.
 *
 * Their settings give title, authors and language, the summary gives the chapters. Formats,
 * theme and generated pages are defaults; who wants others writes a `publication.yaml`.
 */
import { readFile } from "node:fs/promises";
import { basename, join, posix } from "node:path";
import { diagnostic, type Report } from "../../diagnostics/diagnostic.js";
import { canonicalLanguage, languageStanding, likelyLanguage } from "../../language/tag.js";
import { word } from "../../language/words.js";
import type { Location } from "../../model/location.js";
import type { Description, Path, Places, Source } from "../description.js";
import type { Folder } from "../folder.js";
import { readSummary, type Summary } from "./entries.js";
import { summarySections } from "./sections.js";
import { readSettings, type Settings } from "./settings.js";

const FILE = "SUMMARY.md";
/** What mdBook takes when nothing is said. */
const DEFAULT_LANGUAGE = "en";
/** Where mdBook keeps its texts when nothing is said. */
const DEFAULT_FOLDERS = [".", "src"];

export const summaryMd: Source = {
  file: FILE,
  async find(folder) {
    const { content, summary = FILE } = await readSettings(folder, () => {});
    for (const from of content === undefined ? DEFAULT_FOLDERS : [content]) {
      const found = await folder.lookup(summary, from);
      if (found.status === "file") return found.path;
    }
    return undefined;
  },
  async describe(text, file, folder, report) {
    const settings = await readSettings(folder, report);
    const summary = readSummary(text, file);
    const content = posix.dirname(file);
    const { title, readme } = await titleOf(settings, summary, content, folder);
    return describe(settings, summary, { file, content, title, readme }, report);
  },
};

interface Found {
  readonly file: string;
  readonly content: string;
  readonly title: string;
  /** The README that gave the title. */
  readonly readme: string | undefined;
}

function describe(settings: Settings, summary: Summary, found: Found, report: Report): Description {
  const language = checkedLanguage(settings, report);
  const places = new Map<string, Location>();
  const introduction = settings.file === "book.toml" ? "none" : "readme";
  const mark = (path: Path, location: Location) => void places.set(JSON.stringify(path), location);
  for (const key of ["title", "language", "description", "allow"]) mark([key], settings.place(key));
  const matters = summarySections(summary, { language, introduction, report, mark });
  const { frontmatter, bodymatter, backmatter } = matters;
  const files = [settings.file, found.readme].filter((each) => each !== undefined);
  return {
    value: {
      title: found.title,
      language,
      ...(settings.description === undefined ? {} : { description: settings.description }),
      ...(settings.authors.length === 0 ? {} : { contributors: settings.authors.map((name) => ({ name })) }),
      content: found.content,
      ...(settings.allow === undefined ? {} : { allow: [...settings.allow] }),
      theme: "technical",
      frontmatter,
      bodymatter,
      ...(backmatter.length === 0 ? {} : { backmatter }),
    },
    places: placesFrom(places, found.file),
    settings: files,
    directives: "expanded",
  };
}

function checkedLanguage({ language, place }: Settings, report: Report): string {
  if (language === undefined) return DEFAULT_LANGUAGE;
  if (languageStanding(language) !== "bad") return canonicalLanguage(language);
  const likely = likelyLanguage(language);
  const hint = likely === undefined ? "Write a BCP 47 tag: en, fr, de-CH" : `Did you mean \`${likely}\`?`;
  report(diagnostic("unknown-language", `\`${language}\` is no language tag`, place("language"), hint));
  return DEFAULT_LANGUAGE;
}

/** The settings' title, else the summary's or the README's heading, else the folder's name. */
async function titleOf(
  settings: Settings,
  summary: Summary,
  content: string,
  folder: Folder,
): Promise<Pick<Found, "title" | "readme">> {
  if (settings.title !== undefined) return { title: settings.title, readme: undefined };
  const { language = DEFAULT_LANGUAGE } = settings;
  if (summary.title !== "" && !isName(summary.title, language)) {
    return { title: summary.title, readme: undefined };
  }
  const readme = await folder.lookup("README.md", content);
  if (readme.status === "file") {
    const heading = /^#[ \t]+(.+?)[ \t#]*$/m.exec(await readFile(join(folder.root, readme.path), "utf8"));
    if (heading) return { title: heading[1]!, readme: readme.path };
  }
  return { title: basename(folder.root), readme: undefined };
}

/** True for a heading that says what the list is and not what the book is. */
function isName(title: string, language: string): boolean {
  const names = ["summary", "table of contents", word("en", "toc"), word(language, "toc")];
  return names.some((name) => name.toLowerCase() === title.toLowerCase());
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
