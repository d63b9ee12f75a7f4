/** A book that is one text: what it says of itself is said at its top, and its headings are the chapters. */
import { basename, posix } from "node:path";
import { languageOf } from "../../language/detect.js";
import { ownNumber } from "../../language/own-number.js";
import { namedFrontRole } from "../../language/title-roles.js";
import { tableWord } from "../../language/words.js";
import type { Path } from "../../model/places.js";
import { readerOf } from "../../read/readers.js";
import type { OwnFacts } from "../../read/source-reader.js";
import type { Describe } from "../description.js";
import { describeOutline } from "../outline/describe.js";
import { type FoundHeading, headingsOf } from "../outline/first-heading.js";
import { frontMatterIn } from "../outline/front-matter.js";
import { factsOf } from "../outline/metadata.js";
import { plainSettings, type SettingsText } from "../outline/settings-file.js";
import { titleFromName } from "../outline/title-from-name.js";

export const describe: Describe = async (raw, file, folder, report) => {
  const reader = readerOf(file);
  const text = reader.glance(raw);
  const top = { file, line: 1, column: 1 };
  // A text that has a title page of its own is one section, and no pages are made before it.
  const own = reader.says?.(raw);
  const settings = own ? ownSettings(own, file) : (frontMatterIn(text, file, report) ?? plainSettings(file));
  const sayLanguage = (language: string) =>
    own
      ? `Write \`${own.languageKey}: ${language}\` on the title page, at the top of ${basename(file)}`
      : `Write \`lang: ${language}\` at the top of ${basename(file)}, between lines of \`---\``;
  const said = factsOf({ settings, sayLanguage });
  const title =
    said.title ??
    (own ? undefined : titleInText(text, said.language)) ??
    titleFromName(basename(file).replace(/\.\w+$/, ""));
  const entry = {
    title: "",
    href: basename(file),
    location: top,
    children: [],
    ...(own ? {} : ({ split: "headings" } as const)),
  } as const;
  const project = {
    file,
    outline: { prefix: [], groups: [{ location: top, entries: [entry] }], suffix: [] },
    facts: { ...said, title },
    content: posix.dirname(file),
    introduction: "none",
    opening: own ? "own" : "made",
    theme: "by-text",
  } as const;
  return describeOutline(project, folder, report);
};

function ownSettings({ values, lines }: OwnFacts, file: string): SettingsText {
  const place = (path: Path) => ({ file, line: lines[String(path.at(-1))] ?? 1, column: 1 });
  return { ...plainSettings(file, values), place };
}

/** Letters that the language of a text shows in. */
const SAMPLE = 20_000;

/** The first heading, unless it is plainly one of several chapters: "Preface", "Chapter 1". */
export function titleInText(text: string, language: string | undefined): string | undefined {
  return titleIn(headingsOf(text), language ?? languageOf(text.slice(0, SAMPLE)) ?? "en");
}

function titleIn(headings: readonly FoundHeading[], language: string): string | undefined {
  const [first, ...others] = headings;
  if (first === undefined || !others.some(({ level }) => level <= first.level)) return first?.title;
  const words = [language, "en"].flatMap((each) => [tableWord(each, "chapter"), tableWord(each, "part")]);
  const isChapter =
    namedFrontRole(first.title, language) !== undefined || ownNumber(first.title, words) !== undefined;
  return isChapter ? undefined : first.title;
}
