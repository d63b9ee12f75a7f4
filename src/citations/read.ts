/** Reads the bibliographies and styles of a publication's editions, each once. */
import { diagnostic, type Report } from "../diagnostics/diagnostic.js";
import type { Reader } from "../input/reader.js";
import type { Edition } from "../model/publication.js";
import { BibTexFault, parseBibTex } from "./bibtex.js";
import { itemOfEntry } from "./bibtex-item.js";
import { parseStyle, type Style, StyleFault } from "./csl/style.js";
import { XmlFault } from "./csl/xml.js";
import { parseCslJson } from "./csl-json.js";
import type { Item } from "./item.js";

/** By path relative to the publication's folder. */
export interface CitationSources {
  readonly bibliographies: ReadonlyMap<string, readonly Item[]>;
  readonly styles: ReadonlyMap<string, Style>;
}

export const NO_SOURCES: CitationSources = { bibliographies: new Map(), styles: new Map() };

/** The files that an edition's citations come from, relative to the publication's folder. */
export function citationFiles({ bibliography = [], citationStyle = "" }: Edition): string[] {
  return /\.(?:csl|xml)$/i.test(citationStyle) ? [...bibliography, citationStyle] : [...bibliography];
}

/** What cannot be read is reported and left out. The files are known to be there. */
export async function readCitationSources(
  reader: Reader,
  editions: readonly Edition[],
  report: Report,
): Promise<CitationSources> {
  const bibliographies = new Map<string, readonly Item[]>();
  for (const file of new Set(editions.flatMap(({ bibliography }) => bibliography ?? []))) {
    const text = await reader.text(file, report);
    if (text !== undefined) bibliographies.set(file, parseBibliography(file, text, report));
  }
  const styles = new Map<string, Style>();
  for (const file of new Set(editions.flatMap(({ citationStyle }) => citationStyle ?? []))) {
    if (!/\.(?:csl|xml)$/i.test(file)) continue;
    const text = await reader.text(file, report);
    const style = text === undefined ? undefined : parseStyleFile(file, text, report);
    if (style) styles.set(file, style);
  }
  return { bibliographies, styles };
}

/** A file of which more entries cannot be read is no bibliography. */
const MOST_FAULTS = 20;

/** BibTeX, or CSL-JSON when the name ends in `.json`. An entry that cannot be read is reported and left out. */
export function parseBibliography(file: string, text: string, report: Report, faults = 0): Item[] {
  try {
    return /\.json$/i.test(file) ? parseCslJson(text) : parseBibTex(text).map(itemOfEntry);
  } catch (error) {
    if (!(error instanceof BibTexFault || error instanceof SyntaxError)) throw error;
    const isBibTex = error instanceof BibTexFault;
    const at = isBibTex ? placeIn(text, error.at) : { line: 1, column: 1 };
    const format = isBibTex ? "BibTeX" : "CSL-JSON";
    const hint = `Correct the entry, or export ${format} again from a reference manager`;
    const message = `The bibliography cannot be read as ${format}: ${error.message}`;
    report(diagnostic("bad-bibliography", message, { file, ...at }, hint));
    const rest = isBibTex && faults < MOST_FAULTS ? withoutEntry(text, error.at) : undefined;
    return rest === undefined ? [] : parseBibliography(file, rest, report, faults + 1);
  }
}

/** The text with blanks in the place of the entry at an offset: what follows keeps its place. */
function withoutEntry(text: string, at: number): string | undefined {
  const start = text.lastIndexOf("\n@", Math.max(at - 1, 0)) + 1;
  const next = text.indexOf("\n@", Math.max(at, start + 1));
  const end = next < 0 ? text.length : next;
  const entry = text.slice(start, end);
  return entry.trim() === ""
    ? undefined
    : text.slice(0, start) + entry.replace(/[^\n]/g, " ") + text.slice(end);
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

function placeIn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: before.at(-1)!.length + 1 };
}
