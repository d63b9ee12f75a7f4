/**
 * The shape of `publication.yaml`: the one source for its validation, its types and its JSON Schema.
 *
 * Where a check has a diagnostic of its own, the schema's error text is the diagnostic's code;
 * `wording.ts` turns it into a sentence. Keys are kebab-case, as in CSS and in YAML at large.
 */
import * as z from "zod";
import { LEVELS } from "../../diagnostics/levels.js";
import { DIALECT_NAMES } from "../../model/dialect.js";
import { FORMAT_NAMES } from "../../model/format.js";
import { EDITION_ID } from "../editions/edition-id.js";
import { design } from "./design-keys.js";
import { ebook } from "./ebook-keys.js";
import { matrix } from "./matrix-keys.js";
import { metadata } from "./metadata-keys.js";
import { provenance } from "./provenance-keys.js";
import { revision, script } from "./script-keys.js";
import { matter } from "./section-keys.js";
import { trade } from "./trade-keys.js";
import { typesetting } from "./typesetting-keys.js";
import { editionWords, list, text } from "./values.js";

const presentation = {
  ...design,
  ...typesetting,
  ...ebook,
  audience: editionWords
    .optional()
    .describe("Whom the edition is for: words that `only` and `not` may name (`teacher`)."),
  recipient: text
    .optional()
    .describe(
      "Who gets the edition: a name or an address. After a build, those whose file is new or has changed are listed.",
    ),
  placeholders: z
    .enum(["none", "text", "text-and-code"])
    .optional()
    .describe(
      "Where `{{ name }}` in Markdown stands for the variable of that name. Default: none, it is ordinary text.",
    ),
  "chapter-start": z
    .enum(["recto", "next"])
    .optional()
    .describe(
      "On which page of a PDF chapters begin: a right one, or the next one. Default: recto; magazine, report, illustrated and screenplay: next.",
    ),
  script,
  ...revision,
};

const overridable = z.strictObject({ ...metadata, provenance, trade, ...matter, ...presentation });

/** What a publication and each of its editions make of diagnostics. */
const judgement = {
  diagnostics: z
    .record(z.string(), z.enum(LEVELS, "bad-level"))
    .optional()
    .describe("Levels of diagnostics by their code or kind (`links`): `error`, `warning` or `off`."),
  strict: z
    .boolean()
    .optional()
    .describe(
      "True: a warning without a level of its own is an error, and keeps an edition from being published.",
    ),
};

const edition = overridable.partial().extend({
  ...matrix,
  ...judgement,
  format: z
    .enum(FORMAT_NAMES, "unknown-format")
    .describe("`pdf` for print, `epub` for ebooks, `text` for plain text."),
});

const editionId = z.string().regex(EDITION_ID, "bad-name");

export const publicationSchema = overridable
  .extend({
    ...judgement,
    allow: z
      .union([text, list(text)])
      .optional()
      .describe(
        "Folders and files outside the publication's folder that its texts may show and include: `../examples`.",
      ),
    syntax: z
      .enum(DIALECT_NAMES)
      .optional()
      .describe(
        "The tool that the texts are written for, whose commands are followed: `{{#include …}}` of mdBook, " +
          "`{% hint %}` of GitBook. Default: markdown.",
      ),
    macros: z
      .record(z.string(), z.string())
      .optional()
      .describe(
        "Commands of TeX for the formulas of all texts, by their names, with what each stands for; " +
          "`#1` and so on are its arguments: `norm: '\\lVert #1 \\rVert'`.",
      ),
    editions: z
      .record(editionId, edition)
      .refine((each) => Object.keys(each).length > 0, "empty-list")
      .optional()
      .describe("Published forms by name. Any key of the publication may be given again for one edition."),
  })
  .describe("A publication for Colophon: metadata, sections and editions.");

export type PublicationDescription = z.output<typeof publicationSchema>;

/** What the publication says and an edition may say again. */
export type Overridable = Omit<
  PublicationDescription,
  "editions" | "diagnostics" | "strict" | "allow" | "syntax" | "macros"
>;
