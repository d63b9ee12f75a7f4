/** The shape of a manifest (`editions.json`) and of timings: one source for types, checks and JSON Schema. */
import * as z from "zod";
import { FORMAT_NAMES } from "../../model/format.js";
import { MAKINGS } from "../../model/provenance.js";

const severity = z.enum(["error", "warning", "info"]);

const diagnostic = z.strictObject({
  code: z.string().describe("Stable name of what is wrong."),
  severity,
  message: z.string(),
  hint: z.string().optional().describe("What to do about it."),
  file: z.string().optional().describe("Relative to the publication's folder."),
  line: z.int().min(1).optional(),
  column: z.int().min(1).optional(),
});

const count = z.int().min(0);

const texts = z.array(z.string()).readonly();

const image = z.strictObject({
  width: count.optional().describe("In pixels; a drawing has none."),
  height: count.optional(),
  bytes: count.describe("As they are in the file."),
});

const accessibility = z.strictObject({
  modes: texts.describe("`accessMode` of Schema.org."),
  sufficient: texts.describe("`accessModeSufficient`: sets of modes, each enough to read the book."),
  features: texts.describe("`accessibilityFeature`."),
  hazards: texts.describe("`accessibilityHazard`."),
  summary: z.string().optional().describe("`accessibilitySummary`."),
  conformsTo: z.string().optional(),
  certifier: z.string().optional(),
  credential: z.string().optional(),
  report: z.string().optional().describe("Address of the certifier's report."),
  exemption: z.string().optional().describe("From the European Accessibility Act."),
});

const provenance = z.strictObject({
  statements: texts.describe("Sentences of the copyright page."),
  places: z
    .array(
      z.strictObject({
        kind: z.enum(["contributor", "section", "passage", "image"]),
        name: z
          .string()
          .describe("Of the contributor, the section (also of a passage), or the path of the image."),
        made: z.enum(MAKINGS),
        tools: texts,
        reviewers: texts,
      }),
    )
    .readonly(),
  credentials: texts.describe("Images that carry content credentials (C2PA)."),
});

const edition = z.strictObject({
  publication: z.string().describe("Name of the publication's folder."),
  edition: z.string().describe("Name of the edition."),
  format: z.enum(FORMAT_NAMES),
  status: z.enum(["published", "failed", "current", "changed", "missing", "checked"]),
  artifact: z
    .strictObject({
      path: z.string().describe("Relative to the folder of the editions."),
      bytes: count,
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    })
    .optional()
    .describe("The finished file; a failed edition has none."),
  pages: count.optional().describe("Pages of a PDF."),
  documents: count.optional().describe("Content documents of an EPUB."),
  lines: count.optional().describe("Lines of a text."),
  words: count.optional().describe("Words of the text and its notes."),
  languages: texts
    .optional()
    .describe("That the file says it is written in (BCP 47), that of the book first."),
  fonts: texts.optional().describe("PostScript names of the fonts in the file."),
  images: z
    .array(image)
    .readonly()
    .optional()
    .describe("Pictures in the file, each once; in a PDF drawings are part of the pages."),
  accessibility: accessibility
    .optional()
    .describe("What the file itself claims; a text has no place for it."),
  provenance: provenance.optional().describe("What is said of how it was made."),
  versions: z
    .strictObject({
      colophon: z.string(),
      browser: z.string().optional(),
      pagedjs: z.string().optional(),
      unplanned: z
        .array(z.strictObject({ section: z.string(), reason: z.string() }))
        .readonly()
        .optional()
        .describe("Sections that Paged.js laid out page after page, though their pages were to be planned."),
    })
    .optional()
    .describe("What it was made with."),
  errors: count,
  warnings: count,
  diagnostics: z.array(diagnostic),
});

const shard = z.strictObject({
  index: z.int().min(1),
  count: z.int().min(1),
  plan: z.string().describe("SHA-256 of all editions with their shards: the same in every shard of a build."),
});

export const manifestSchema = z
  .strictObject({
    manifest: z.literal(1).describe("Version of this form."),
    shard: shard.optional().describe("Which part of a build it describes; without it, all of it."),
    editions: z.array(edition).describe("In the order of publication and edition."),
    diagnostics: z
      .array(diagnostic.extend({ publication: z.string() }))
      .describe("What was found in publications that could not be read at all."),
  })
  .describe(
    "The editions of one build of Colophon. It has no times: the same sources give the same manifest.",
  );

export type Manifest = z.output<typeof manifestSchema>;
export type ManifestEdition = Manifest["editions"][number];
export type ManifestDiagnostic = z.output<typeof diagnostic>;

/** Seconds by `publication/edition`. */
export const timingsSchema = z.strictObject({
  timings: z.literal(1),
  seconds: z.record(z.string(), z.number().min(0)),
});

export type Timings = Readonly<Record<string, number>>;

/** The JSON Schema of a manifest, for whoever reads one. */
export function manifestJsonSchema(): Record<string, unknown> {
  return { title: "Colophon editions", ...z.toJSONSchema(manifestSchema, { target: "draft-7" }) };
}
