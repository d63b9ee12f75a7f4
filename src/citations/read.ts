/** Reads the bibliographies and styles of a publication's editions, each once. */
import { diagnostic, type Report } from "../diagnostics/diagnostic.js";
import type { Reader } from "../input/reader.js";
import type { Edition } from "../model/publication.js";
import { parseStyle, type Style, StyleFault } from "./csl/style.js";
import { parseXml, type XmlElement, XmlFault } from "./csl/xml.js";
import { formatOf } from "./formats.js";
import type { Item } from "./item.js";

/** By path relative to the publication's folder. */
export interface CitationSources {
  readonly bibliographies: ReadonlyMap<string, readonly Item[]>;
  readonly styles: ReadonlyMap<string, Style>;
  /** The words of a language, as CSL's locale files have them. */
  readonly locales: ReadonlyMap<string, XmlElement>;
}

export const NO_SOURCES: CitationSources = {
  bibliographies: new Map(),
  styles: new Map(),
  locales: new Map(),
};

/** The files that an edition's citations come from, relative to the publication's folder. */
export function citationFiles({
  bibliography = [],
  citationStyle = "",
  citationLocales = [],
}: Edition): string[] {
  const style = /\.(?:csl|xml)$/i.test(citationStyle) ? [citationStyle] : [];
  return [...bibliography, ...style, ...citationLocales];
}

/** What cannot be read is reported and left out. The files are known to be there. */
export async function readCitationSources(
  reader: Reader,
  editions: readonly Edition[],
  report: Report,
): Promise<CitationSources> {
  const bibliographies = new Map<string, readonly Item[]>();
  const strings = new Map<string, string>();
  for (const file of new Set(editions.flatMap(({ bibliography }) => bibliography ?? []))) {
    const text = await reader.text(file, report);
    if (text !== undefined) bibliographies.set(file, parseBibliography(file, text, report, strings));
  }
  const styles = new Map<string, Style>();
  for (const file of new Set(editions.flatMap(({ citationStyle }) => citationStyle ?? []))) {
    if (!/\.(?:csl|xml)$/i.test(file)) continue;
    const text = await reader.text(file, report);
    const style = text === undefined ? undefined : parseStyleFile(file, text, report);
    if (style) styles.set(file, style);
  }
  const locales = new Map<string, XmlElement>();
  for (const file of new Set(editions.flatMap(({ citationLocales }) => citationLocales ?? []))) {
    const text = await reader.text(file, report);
    const locale = text === undefined ? undefined : parseLocaleFile(file, text, report);
    if (locale) locales.set(file, locale);
  }
  return { bibliographies, styles, locales };
}

/**
 * BibTeX, CSL-JSON, RIS or YAML, by the end of the name. What cannot be read is reported and left out.
 *
 * @param strings what `@string` in the files before has given names to: BibTeX reads its files as one.
 */
export function parseBibliography(
  file: string,
  text: string,
  report: Report,
  strings = new Map<string, string>(),
): Item[] {
  const { name, read } = formatOf(file);
  const tell = (message: string, at: number) => {
    const hint = "Correct the entry, or export the works again as BibLaTeX, CSL-JSON or RIS";
    const place = { file, ...placeIn(text, at) };
    report(
      diagnostic("bad-bibliography", `The bibliography cannot be read as ${name}: ${message}`, place, hint),
    );
  };
  return read(text, tell, strings);
}

/** @returns undefined when the style cannot be used: that is reported. */
export function parseStyleFile(file: string, text: string, report: Report): Style | undefined {
  try {
    return parseStyle(text);
  } catch (error) {
    if (!(error instanceof XmlFault || error instanceof StyleFault)) throw error;
    const at = { line: error.line, column: "column" in error ? error.column : 1 };
    const hint = "Use an independent CSL 1.0 style, or one of: author-date, numeric, notes";
    report(
      diagnostic(
        "bad-citation-style",
        `The citation style cannot be used: ${error.message}`,
        { file, ...at },
        hint,
      ),
    );
    return undefined;
  }
}

/** @returns undefined when the file is not a locale: that is reported. */
export function parseLocaleFile(file: string, text: string, report: Report): XmlElement | undefined {
  const refuse = (reason: string, line: number, column: number) => {
    const message = `The locale of citations cannot be used: ${reason}`;
    const hint = "Take a file like `locales-pl-PL.xml` of CSL's list of locales";
    report(diagnostic("bad-citation-style", message, { file, line, column }, hint));
    return undefined;
  };
  try {
    const root = parseXml(text);
    return root.name === "locale" ? root : refuse("its root is not a `locale` element", root.line, 1);
  } catch (error) {
    if (!(error instanceof XmlFault)) throw error;
    return refuse(error.message, error.line, error.column);
  }
}

function placeIn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: before.at(-1)!.length + 1 };
}
