/** What a PDF says of itself: title, language, authors, and that its two places for it agree. */
import { PDFBool, type PDFObject } from "@cantoo/pdf-lib";
import type { Finding } from "../../../diagnostics/finding.js";
import { dictOf, entryOf, textOf } from "./access.js";
import type { OpenPdf } from "./open.js";
import type { Work } from "./work-limit.js";
import { PROPERTIES, readXmp } from "./xmp.js";

type Key = keyof typeof PROPERTIES;

export function metadata({ catalog, info, work }: OpenPdf): Finding[] {
  const packet = packetOf(entryOf(catalog, "Metadata"), work);
  const xmp = packet === undefined ? undefined : readXmp(packet);
  const said = (key: Key) => xmp?.get(PROPERTIES[key]);
  return [
    ...missing("title", said("Title")?.[0] ?? textOf(info, "Title"), "Give the document a title"),
    ...missing("author", said("Author")?.[0] ?? textOf(info, "Author"), "Name its authors"),
    ...missing(
      "language",
      textOf(catalog, "Lang"),
      "Set the language of the document: screen readers go by it",
    ),
    ...displayedTitle(entryOf(dictOf(catalog, "ViewerPreferences"), "DisplayDocTitle")),
    ...(packet === undefined ? [finding("The PDF has no XMP metadata", "Export it with metadata")] : []),
    ...(packet !== undefined && xmp === undefined
      ? [finding("The XMP metadata is not well-formed XML", "Export it again")]
      : []),
    ...(Object.keys(PROPERTIES) as Key[]).flatMap((key) => disagreement(key, textOf(info, key), said(key))),
  ];
}

function packetOf(stream: PDFObject | undefined, work: Work): string | undefined {
  const content = work.read(stream);
  return content === undefined ? undefined : new TextDecoder().decode(content);
}

function missing(what: string, value: string | undefined, hint: string): Finding[] {
  return value?.trim() ? [] : [finding(`The PDF does not say its ${what}`, hint)];
}

function displayedTitle(value: unknown): Finding[] {
  if (value === PDFBool.True) return [];
  const hint = "Set DisplayDocTitle in the viewer preferences (“show the title, not the file name”)";
  return [finding("Viewers show the name of the file instead of its title", hint)];
}

function disagreement(key: Key, info: string | undefined, xmp: readonly string[] | undefined): Finding[] {
  if (info === undefined || info === "" || xmp === undefined) return [];
  const isSame = key.endsWith("Date") ? isSameMoment(info, xmp[0] ?? "") : isSameText(info, xmp);
  if (isSame) return [];
  const message = `The Info dictionary and XMP disagree on ${key}: “${info}” and “${xmp.join(", ")}”`;
  return [finding(message, "Make both the same: programs read one or the other")];
}

/** Several authors are one text in the Info dictionary, with a comma or a semicolon. */
function isSameText(info: string, xmp: readonly string[]): boolean {
  const words = (text: string) => text.replace(/\s+/g, " ").trim();
  return [xmp[0] ?? "", xmp.join(", "), xmp.join("; "), xmp.join(",")].some(
    (text) => words(text) === words(info),
  );
}

/** `D:20261122000000Z` and `2026-11-22T00:00:00Z`: 7.9.4. What neither form can hold says nothing. */
function isSameMoment(info: string, xmp: string): boolean {
  const parts = /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:Z|([+-]\d\d)'?(\d\d)?)?/.exec(info);
  if (parts === null) return true;
  const [, year, month = "01", day = "01", hour = "00", minute = "00", second = "00", zone, rest = "00"] =
    parts;
  const offset = zone === undefined ? "Z" : `${zone}:${rest}`;
  const first = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`);
  const other = Date.parse(/T/.test(xmp) && !/(Z|[+-]\d\d:\d\d)$/.test(xmp) ? `${xmp}Z` : xmp);
  if (Number.isNaN(first) || Number.isNaN(other)) return true;
  return Math.floor(first / 1000) === Math.floor(other / 1000);
}

function finding(message: string, hint: string): Finding {
  return { code: "pdf-metadata", message, hint };
}
