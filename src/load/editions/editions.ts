/** The editions of a description, each complete: what an edition does not say, the publication says. */
import { diagnostic, type Report } from "../../diagnostics/diagnostic.js";
import { nearest } from "../../diagnostics/nearest.js";
import type { Folder } from "../../input/folder.js";
import type { Edition, EditionNames } from "../../model/publication.js";
import { describedCitations } from "../citations.js";
import type { Description } from "../description.js";
import { checkedCover, contentFolder } from "../files.js";
import { describedLevels } from "../levels.js";
import { describedMetadata } from "../metadata.js";
import { describedProvenance, withOwnProvenance } from "../provenance.js";
import type { Overridable } from "../schema/schema.js";
import { parseBleed, parseTrim } from "../schema/trim.js";
import { describedSections } from "../sections.js";
import { describedTrade } from "../trade.js";
import { describedEbook, withPageSource } from "./ebook-options.js";
import { editionNames, type Named } from "./edition-names.js";
import type { Merged } from "./merged.js";
import { describedRevision, usualChanges } from "./revision.js";
import { describedLists, describedScript } from "./script-pages.js";
import { sheetOfSides } from "./sides.js";
import { type ThemePlace, themePlace } from "./theme-place.js";
import { defaultTheme, knownThemes, type Theme, themeDefaults } from "./themes.js";
import { describedWords, mergedWords } from "./words.js";

/** The editions of a publication that lists none. */
const DEFAULT_EDITIONS = { print: { format: "pdf" }, ebook: { format: "epub" } } as const;

/** Makes every edition that the description lists, in its order. */
export async function describedEditions(
  description: Description,
  folder: Folder,
  report: Report,
  given: ReadonlyMap<string, string>,
): Promise<readonly Edition[]> {
  const listed = Object.entries(description.value.editions ?? DEFAULT_EDITIONS);
  const own = await knownThemes(folder);
  const themes = { own, place: (name: string) => themePlace(name, own, folder, given) };
  const named = listed.map(([id, { format, ...overrides }]): Named => {
    const merged = merge(description, id, overrides);
    return { id, format, madeFrom: description.madeFrom?.get(id), merged };
  });
  const names = editionNames(named);
  const editions: Edition[] = [];
  for (const [index, each] of named.entries()) {
    const own = description.value.editions?.[each.id] ?? {};
    const levels = describedLevels(own, description.places, ["editions", each.id], report);
    editions.push({ ...(await describedEdition(each, names[index]!, themes, folder, report)), ...levels });
  }
  return editions.map((each, index) => withPageSource(each, editions, named[index]!.merged, report));
}

function merge(description: Description, id: string, overrides: Partial<Overridable>): Merged {
  const {
    editions: _,
    diagnostics: __,
    strict: ___,
    allow: ____,
    syntax: _____,
    ...shared
  } = description.value;
  const variables = { ...shared.variables, ...overrides.variables };
  const trade = mergedTrade(shared, overrides);
  return {
    value: { ...shared, ...overrides, ...trade, variables, words: mergedWords(shared, overrides) },
    places: description.places,
    work: shared.identifier,
    inherited: description.inherited?.get(id) ?? new Set(),
    pathOf: (key) => (Object.hasOwn(overrides, key) ? ["editions", id, key] : [key]),
  };
}

/** What the publication tells the trade holds for all of its editions. */
function mergedTrade({ trade: all }: Overridable, { trade: own }: Partial<Overridable>) {
  return all === undefined || own === undefined ? {} : { trade: { ...all, ...own } };
}

async function describedEdition(
  { id, format, madeFrom, merged }: Named,
  names: EditionNames,
  themes: Themes,
  folder: Folder,
  report: Report,
): Promise<Edition> {
  const { value, places } = merged;
  const content = await contentFolder(merged, folder, report);
  const cover = await checkedCover(merged, folder, report);
  const provenance = describedProvenance(merged);
  const list = await describedSections(merged, names, content, folder, report);
  const files = list.sections.flatMap((section) => section.files);
  const theme = await checkedTheme(merged, defaultTheme(files), themes, report);
  const described = describedMetadata(merged, report);
  const trade = await describedTrade(id, merged, described, folder, report);
  const base = {
    id,
    ...(madeFrom === undefined ? {} : { madeFrom }),
    names,
    ...theme,
    metadata: described,
    ...(content === undefined || content === "." ? {} : { content }),
    ...list,
    sections: withOwnProvenance(list.sections, list.leftOut ?? [], merged, report),
    ...(provenance === undefined ? {} : { provenance }),
    ...(trade === undefined ? {} : { trade }),
    variables: value.variables ?? {},
    ...describedApparatus(value, theme.theme),
    ...(value.placeholders === undefined ? {} : { placeholders: value.placeholders }),
    ...(value.recipient === undefined ? {} : { recipient: value.recipient }),
    ...(await describedRevision(id, value, usualChanges(format, theme.theme), folder, report)),
    ...describedLists(value),
    ...describedTypography(value, theme.theme),
    ...describedHyphenation(value),
    ...describedWords(merged, report),
    ...(await describedCitations(merged, folder, report)),
    ...(cover === undefined ? {} : { cover }),
    location: places.key(["editions", id]),
  };
  if (format === "pdf")
    return sheetOfSides({
      ...base,
      format,
      ...describedPages(value, base.theme),
      ...(await describedScript(merged, base.theme, content, folder, report)),
    });
  for (const key of ["trim", "bleed", "engine", "watermark"] as const) warnOfUnused(key, id, merged, report);
  if (format === "epub") return { ...base, format, ...describedEbook(value) };
  return { ...base, format };
}

function describedPages(value: Overridable, theme: string) {
  // What is no trim was told when it was read.
  const usual = themeDefaults(theme, value.language);
  const trim = parseTrim(value.trim ?? usual.trim) ?? parseTrim(usual.trim)!;
  const bleed = parseBleed(value.bleed ?? "0") ?? 0;
  return {
    trim,
    bleed,
    engine: value.engine ?? "plan",
    chapterStart: value["chapter-start"] ?? usual.chapterStart,
    ...(value.watermark === undefined ? {} : { watermark: value.watermark }),
  } as const;
}

/** A script is set as it was typed. */
function describedTypography({ typography, language }: Overridable, theme: string) {
  const own = typography ?? themeDefaults(theme, language).typography;
  return own === undefined ? {} : { typography: own };
}

function describedHyphenation({ hyphenation }: Overridable): Pick<Edition, "hyphenation"> {
  if (hyphenation === undefined) return {};
  const ofLanguages = Object.entries(hyphenation).map(([language, { words, before, after }]) => [
    language.toLowerCase(),
    {
      words: words ?? [],
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    },
  ]);
  return { hyphenation: Object.fromEntries(ofLanguages) };
}

/** What the contents list, how captions and headings are counted, and where notes stand. */
function describedApparatus(value: Overridable, theme: string) {
  const usual = themeDefaults(theme, value.language);
  const headingNumbers = value["heading-numbers"] ?? usual.headingNumbers;
  return {
    tocDepth: value["toc-depth"] ?? usual.tocDepth,
    numbering: value.numbering ?? usual.numbering,
    ...(headingNumbers === undefined ? {} : { headingNumbers }),
    ...(value.notes === undefined ? {} : { notes: value.notes }),
  };
}

interface Themes {
  readonly own: readonly string[];
  place(name: string): Promise<ThemePlace>;
}

async function checkedTheme(
  { value, places, pathOf }: Merged,
  otherwise: Theme,
  { own, place }: Themes,
  report: Report,
): Promise<Pick<Edition, "theme" | "themeFolders">> {
  const theme = value.theme ?? otherwise;
  const found = await place(theme);
  if (found.status === "found") {
    const { base, folders } = found;
    return folders.length === 0 ? { theme: base } : { theme: base, themeFolders: folders };
  }
  const at = places.value(pathOf("theme"));
  if (found.status === "bad") report(diagnostic("bad-theme", found.reason, at, found.hint));
  else report(diagnostic("unknown-theme", `There is no theme \`${theme}\``, at, themeHint(theme, own)));
  return { theme };
}

function themeHint(theme: string, themes: readonly string[]): string {
  const similar = nearest(theme, themes);
  if (similar !== undefined) return `Did you mean \`${similar}\`?`;
  const known = `Use one of: ${themes.join(", ")}`;
  if (theme.startsWith("@")) return `Install it beside the publication: npm install ${theme}`;
  const isFolderName = /^[\w-]+$/.test(theme);
  return isFolderName ? `${known}; or make a folder \`templates/${theme}\` or \`styles/${theme}\`` : known;
}

/** What is said of pages, with what an edition without any does not have. */
const OF_PAGES = {
  trim: "have a size",
  bleed: "have a size",
  engine: "are laid out",
  watermark: "have one",
} as const;

/** What editions share of their pages is fine; what one says that has none does nothing. */
function warnOfUnused(
  key: keyof typeof OF_PAGES,
  id: string,
  { places, pathOf, inherited }: Merged,
  report: Report,
): void {
  const path = pathOf(key);
  if (path[0] !== "editions" || inherited.has(key)) return;
  const message = `\`${key}\` does nothing in the edition \`${id}\``;
  const hint = `Remove the line: only the pages of a PDF ${OF_PAGES[key]}`;
  report(diagnostic("unused-key", message, places.key(path), hint));
}
