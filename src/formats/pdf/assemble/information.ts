/** The Info dictionary and the XMP packet, which say the same: ISO 32000-1, 14.3. */
import { type PDFContext, type PDFRef, PDFString } from "@cantoo/pdf-lib";
import type { DocumentInformation } from "./assembly.js";
import { textString } from "./text-string.js";
import { xmpPacket } from "./xmp.js";

export interface InformationRefs {
  readonly info: PDFRef;
  readonly metadata: PDFRef;
}

/**
 * Writes both. The dates are the publication's own, at midnight UTC: the clock of the
 * machine would make every build another file.
 *
 * @param producer What wrote the pages (`Skia/PDF m143`).
 */
export function writeInformation(
  context: PDFContext,
  information: DocumentInformation,
  producer: string,
): InformationRefs {
  const moment = information.date === undefined ? undefined : fullDate(information.date);
  const date = moment === undefined ? undefined : PDFString.of(`D:${moment.replace(/[-:T]/g, "")}`);
  const { subject, keywords, authors } = information;
  const info = context.obj({
    Title: textString(information.title),
    Author: authors.length === 0 ? undefined : textString(authors.join(", ")),
    Subject: subject === undefined ? undefined : textString(subject),
    Keywords: keywords.length === 0 ? undefined : textString(keywords.join(", ")),
    Creator: textString(information.creator),
    Producer: textString(producer),
    CreationDate: date,
    ModDate: date,
  });
  const packet = xmpPacket(information, producer, moment);
  const metadata = context.stream(new TextEncoder().encode(packet), { Type: "Metadata", Subtype: "XML" });
  return { info: context.register(info), metadata: context.register(metadata) };
}

/** Midnight UTC of the day, or of the first day of a year or month; a moment stays what it is. */
function fullDate(date: string): string {
  return date.includes("T") ? date : `${`${date}-01-01`.slice(0, 10)}T00:00:00Z`;
}
