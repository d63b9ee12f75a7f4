/** The moment that an ebook was made, as far as readers can see: from the publication, never from the clock. */
import type { Metadata } from "../../../model/metadata.js";

/** ZIP dates begin here (APPNOTE 4.4.6, MS-DOS format). */
const DOS_EPOCH = Date.UTC(1980, 0, 1);
const DOS_END = Date.UTC(2107, 11, 31);

/**
 * When the book was last modified: what it says itself, the time of the build, midnight UTC of its date, or when ZIP
 * dates begin.
 *
 * @param metadata `modified` is a day or a moment in UTC, `date` is `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
 * @param sourceDateEpoch Seconds since 1970, when the surroundings set the time of the build
 *   (reproducible-builds.org, `SOURCE_DATE_EPOCH`).
 */
export function modifiedAt(
  { modified, date }: Pick<Metadata, "modified" | "date">,
  sourceDateEpoch: number | undefined,
): Date {
  if (modified !== undefined) return new Date(modified.includes("T") ? modified : `${modified}T00:00:00Z`);
  if (sourceDateEpoch !== undefined && Number.isSafeInteger(sourceDateEpoch)) {
    return new Date(sourceDateEpoch * 1000);
  }
  if (date === undefined) return new Date(DOS_EPOCH);
  const [year, month = "01", day = "01"] = date.split("-");
  return new Date(`${year}-${month}-${day}T00:00:00Z`);
}

/** The value of `dcterms:modified` (EPUB 3.3, 5.5.5.3): UTC, whole seconds. */
export function modifiedStamp(at: Date): string {
  return at.toISOString().replace(/\.\d+Z$/, "Z");
}

/** The nearest date that an entry of a ZIP archive can have. */
export function archiveDate(at: Date): Date {
  return new Date(Math.min(Math.max(at.getTime(), DOS_EPOCH), DOS_END));
}
