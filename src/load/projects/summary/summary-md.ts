/**
 * A `SUMMARY.md`: projects of mdBook and GitBook, published as they are.
 *
 * Their settings give title, authors and language, the summary gives the chapters. Formats,
 * theme and generated pages are defaults; who wants others writes a `publication.yaml`.
 */
import { posix } from "node:path";
import type { Report } from "../../../diagnostics/diagnostic.js";
import type { Location } from "../../../diagnostics/location.js";
import type { Describe, Description, Path, Places } from "../../description.js";
import { readSummary, type Summary } from "./entries.js";
import { settledLanguage } from "./language.js";
import { isOneOfLanguages } from "./languages.js";
import { type ListedFiles, listedFiles } from "./listed.js";
import { summarySections } from "./sections.js";
import { readSettings, type Settings } from "./settings.js";
import { type FoundTitle, titleOf } from "./title.js";

/** A project of mdBook or GitBook. */
export const describeSummary: Describe = async (text, file, folder, report) => {
  const settings = await readSettings(folder, report);
  const summary = readSummary(text, file);
  const content = posix.dirname(file);
  const listed = await listedFiles(summary, content, folder);
  const files = [...listed.values()].flatMap((each) =>
    each.status === "text" ? [posix.join(content, each.path)] : [],
  );
  const language = await settledLanguage({ settings, summary: text, content, files, folder }, report);
  const title = await titleOf(settings.title, summary.title, language, content, folder);
  const allow = [...(settings.allow ?? []), ...((await isOneOfLanguages(folder.root)) ? [".."] : [])];
  return describe(settings, summary, { file, content, listed, language, allow, ...title }, report);
};

interface Found extends FoundTitle {
  readonly file: string;
  readonly content: string;
  readonly listed: ListedFiles;
  readonly language: string;
  readonly allow: string[];
}

function describe(settings: Settings, summary: Summary, found: Found, report: Report): Description {
  const { language, listed } = found;
  const places = new Map<string, Location>();
  const introduction = settings.file === "book.toml" ? "none" : "readme";
  const mark = (path: Path, location: Location) => void places.set(JSON.stringify(path), location);
  for (const key of ["title", "language", "description", "allow"]) mark([key], settings.place(key));
  const matters = summarySections(summary, { language, introduction, listed, report, mark });
  const { frontmatter, bodymatter, backmatter } = matters;
  const files = [settings.file, found.readme].filter((each) => each !== undefined);
  return {
    value: {
      title: found.title,
      language,
      ...(settings.description === undefined ? {} : { description: settings.description }),
      ...(settings.authors.length === 0 ? {} : { contributors: settings.authors.map((name) => ({ name })) }),
      content: found.content,
      ...(found.allow.length === 0 ? {} : { allow: found.allow }),
      theme: "technical",
      frontmatter,
      bodymatter,
      ...(backmatter.length === 0 ? {} : { backmatter }),
    },
    places: placesFrom(places, found.file),
    settings: files,
    dialect: settings.file === "book.toml" ? "mdbook" : "gitbook",
  };
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
