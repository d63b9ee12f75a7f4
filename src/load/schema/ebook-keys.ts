/** Keys of `publication.yaml` for ebooks alone. */
import * as z from "zod";
import { WRITING_MODES } from "../../model/publication.js";
import { parseTrim } from "./trim.js";
import { text, webAddress } from "./values.js";

/** EPUB Accessibility 1.1, 4.1: the value is compared letter by letter. */
const CONFORMANCE = ["2.0", "2.1", "2.2"].flatMap((version) =>
  ["A", "AA", "AAA"].map((level) => `EPUB Accessibility 1.1 - WCAG ${version} Level ${level}`),
);

const accessibility = z
  .strictObject({
    "conforms-to": z
      .enum(CONFORMANCE as [string, ...string[]])
      .optional()
      .describe("The standard that somebody has found it to conform to, in these words."),
    certifier: text.optional().describe("Who has found it."),
    "certifier-credential": text.optional().describe("What entitles the certifier, or a URL of it."),
    "certifier-report": webAddress.optional().describe("URL of the certifier's report."),
    exemption: z
      .enum(["eaa-disproportionate-burden", "eaa-fundamental-alteration", "eaa-microenterprise"])
      .optional()
      .describe("Why the European Accessibility Act does not ask for it."),
    summary: text.optional().describe("In place of the summary that is written from the content."),
  })
  .describe("What the publisher says of an ebook's accessibility. Everything else is derived from the book.");

export const ebook = {
  "page-source": text
    .optional()
    .describe(
      "PDF edition whose page numbers an ebook carries, or `none`. " +
        "Default: the one with the same files and language, when there is exactly one.",
    ),
  "image-width": z
    .int()
    .min(320)
    .max(10_000)
    .optional()
    .describe("Width in pixels above which the images of an ebook are made smaller."),
  "embed-fonts": z
    .enum(["none", "subset"])
    .optional()
    .describe("Fonts of the theme in an ebook: the letters in use (`subset`), or none (default)."),
  kepub: z
    .boolean()
    .optional()
    .describe(
      "True: an ebook for Kobo's own reader, with its sentences marked: `<edition>.kepub.epub`. Default: false.",
    ),
  obfuscate: z
    .boolean()
    .optional()
    .describe("True: fonts in an ebook are obfuscated, as the licences of some ask. Default: false."),
  "writing-mode": z
    .enum(WRITING_MODES)
    .optional()
    .describe(
      "How the lines of an ebook run: across the page, or down it, from the right side to the left (Japanese, Chinese) " +
        "or from the left to the right (Mongolian). Default: horizontal-tb.",
    ),
  "fixed-layout": text
    .refine((each) => parseTrim(each) !== undefined, "bad-trim")
    .optional()
    .describe(
      "Size of the pages of an ebook whose pages are pictures with text on them, as of a book for children: a name, or " +
        "width and height (`210mm 210mm`). Default: none; text flows.",
    ),
  accessibility: accessibility.optional(),
};
