/** The forms in which bibliographies are written, by the ends of their files' names. */
import { isMap, isNode, isSeq, parseDocument } from "yaml";
import { BibTexFault, parseBibTex } from "./bibtex.js";
import { inherited } from "./bibtex-inherit.js";
import { itemOfEntry } from "./bibtex-item.js";
import { itemOf } from "./csl-json.js";
import type { Item } from "./item.js";
import { jsonItems } from "./json-items.js";
import { parseRis } from "./ris.js";

/** @param at an offset in the text. */
export type ReportFault = (message: string, at: number) => void;

export interface BibliographyFormat {
  readonly name: string;
  /**
   * What cannot be read is told and left out.
   *
   * @param strings names of BibTeX that the files before have given, by which the text is read; it adds its own.
   */
  readonly read: (text: string, tell: ReportFault, strings: Map<string, string>) => Item[];
}

const FORMATS: Readonly<Record<string, BibliographyFormat>> = {
  bib: { name: "BibTeX", read: readBibTex },
  json: { name: "CSL-JSON", read: readJson },
  ris: { name: "RIS", read: parseRis },
  yaml: { name: "CSL in YAML", read: readYaml },
  yml: { name: "CSL in YAML", read: readYaml },
};

/** BibTeX for names that end in anything else. */
export function formatOf(file: string): BibliographyFormat {
  return FORMATS[/\.(\w+)$/.exec(file)?.[1]?.toLowerCase() ?? ""] ?? FORMATS.bib!;
}

/** A file of which more entries cannot be read is no bibliography. */
const MOST_FAULTS = 20;

/** What begins like XML, JSON or lines with tags: another export of a reference manager. */
const ANOTHER_FORM = /^\uFEFF?\s*(?:[<[{]|[A-Z][A-Z\d]{1,3} {0,2}- )/;

function readBibTex(text: string, tell: ReportFault, strings: Map<string, string>): Item[] {
  if (ANOTHER_FORM.test(text)) {
    tell("it has the form of another format", 0);
    return [];
  }
  let rest = text;
  for (let faults = 0; ; faults++) {
    try {
      return inherited(parseBibTex(rest, strings)).map(itemOfEntry);
    } catch (error) {
      if (!(error instanceof BibTexFault)) throw error;
      tell(error.message, error.at);
      const left = faults < MOST_FAULTS ? withoutEntry(rest, error.at) : undefined;
      if (left === undefined) return [];
      rest = left;
    }
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

function readJson(text: string, tell: ReportFault): Item[] {
  const found = jsonItems(text);
  if (!found) {
    const isOwn = /"itemType"\s*:/.test(text);
    tell(isOwn ? "it is what Zotero writes for itself" : "it is not a list of items", 0);
    return [];
  }
  return found.flatMap((item, index) => readItem(() => JSON.parse(item.text), index, item.at, tell));
}

/** One item of a list, or a fault with its place. */
function readItem(value: () => unknown, index: number, at: number, tell: ReportFault): Item[] {
  try {
    return [itemOf(value(), index)];
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof ReferenceError)) throw error;
    tell(error.message.replace(/ \(line \d+ column \d+\)$/, ""), at);
    return [];
  }
}

/** A list of items, or one under `references`, as Pandoc has it. */
function readYaml(text: string, tell: ReportFault): Item[] {
  const document = parseDocument(text, { logLevel: "silent" });
  for (const { message, pos } of document.errors.slice(0, 1)) tell(message.split("\n")[0]!, pos[0]);
  if (document.errors.length > 0) return [];
  const list = isMap(document.contents) ? document.contents.get("references", true) : document.contents;
  if (!isSeq(list)) {
    tell("it is not a list of items", 0);
    return [];
  }
  return list.items.flatMap((node, index) => {
    const at = isNode(node) ? (node.range?.[0] ?? 0) : 0;
    return readItem(
      () => (isNode(node) ? node.toJS(document, { maxAliasCount: 100 }) : node),
      index,
      at,
      tell,
    );
  });
}
