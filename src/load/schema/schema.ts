/**
 * The shape of `publication.yaml`: the one source for its validation, its types and its JSON Schema.
 *
 * Where a check has a diagnostic of its own, the schema's error text is the diagnostic's code;
 * `wording.ts` turns it into a sentence. Keys are kebab-case, as in CSS and in YAML at large.
 */
import * as z from "zod";
import { LEVELS } from "../../diagnostics/levels.js";
import { languageStanding } from "../../language/tag.js";
import { DIALECT_NAMES } from "../../model/dialect.js";
import { FORMAT_NAMES } from "../../model/format.js";
import { ENGINES, WRITING_MODES } from "../../model/publication.js";
import { ROLES, type Role } from "../../model/roles.js";
import { EDITION_ID } from "../editions/edition-id.js";
import { THEMES } from "../editions/themes.js";
import { metadata } from "./metadata-keys.js";
import { provenance, statement } from "./provenance-keys.js";
import { revision, script } from "./script-keys.js";
import { trade } from "./trade-keys.js";
import { DEFAULT_TRIM, NAMED_TRIMS, parseBleed, parseTrim } from "./trim.js";
import {
  editionWords,
  list,
  orOne,
  orPlain,
  role,
  text,
  variable,
  variableName,
  webAddress,
} from "./values.js";
import { words } from "./word-keys.js";

const section = z.strictObject({
  only: editionWords
    .optional()
    .describe("For these editions only: names of editions, formats (`print`, `ebook`), audiences."),
  not: editionWords.optional().describe("For all editions but these."),
  role: role.optional(),
  file: text.optional().describe("The section's Markdown file, relative to the `content` folder."),
  files: list(text).optional().describe("Several files that make one section, in order."),
  title: text.optional().describe("Title. Default: the first heading of the file."),
  chapters: z
    .literal("headings")
    .optional()
    .describe("`headings`: the file is the whole text, and each of its highest headings begins a chapter."),
  language: text
    .refine((each) => languageStanding(each) !== "bad", "bad-language")
    .optional()
    .describe("Language of the section, when it is not that of the edition."),
  provenance: statement
    .optional()
    .describe("How the section was made: `human`, `assisted` or `generated`, or a mapping that says more."),
});

/** What an entry says by one word: a page that is made from a template, or a file. */
const plainEntry = (word: string) => (Object.hasOwn(ROLES, word) ? { role: word as Role } : { file: word });

const sectionList = orOne(list(orPlain(section, plainEntry)));

const bodyEntry = section.extend({
  part: text.optional().describe("Title of a part; its sections follow in `sections`."),
  sections: sectionList.optional().describe("The sections of the part."),
});

const matter = {
  frontmatter: sectionList
    .optional()
    .describe("Sections before the text. Some (titlepage, copyright-page, toc, …) need no file."),
  bodymatter: orOne(z.array(orPlain(bodyEntry, plainEntry)))
    .optional()
    .describe("The text: names of files, chapters, or parts with their chapters."),
  backmatter: sectionList.optional().describe("Sections after the text: appendix, glossary, index, …"),
};

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

const presentation = {
  content: text.optional().describe("Folder that section files are relative to. Default: `content`."),
  cover: text.optional().describe("Cover image, relative to the publication's folder."),
  theme: text
    .optional()
    .describe("Templates and styles: one that ships with Colophon, or a folder of `templates/` or `styles/`.")
    .meta({ examples: [...THEMES] }),
  trim: text
    .refine((each) => parseTrim(each) !== undefined, "bad-trim")
    .optional()
    .describe(
      `Page size after cutting: a name, or width and height (\`6in 9in\`). Default: ${DEFAULT_TRIM}; scholarly: 170mm 240mm; report: a4; illustrated: 190mm 250mm; screenplay: a4, or letter where that is the paper.`,
    )
    .meta({ examples: [...Object.keys(NAMED_TRIMS), "6in 9in", "148mm 210mm"] }),
  bleed: z
    .preprocess((value) => (value === 0 ? "0" : value), text)
    .refine((each) => parseBleed(each) !== undefined, "bad-bleed")
    .optional()
    .describe(
      "How far pictures and grounds that reach the edge of a page are printed beyond it, for the printer who cuts: " +
        "a length from 0 to 25 mm (`3mm`, `0.125in`). Default: 0.",
    )
    .meta({ examples: ["3mm", "0.125in"] }),
  watermark: text
    .optional()
    .describe("Words behind the text of every page of a PDF, pale and aslant: whose copy it is."),
  engine: z
    .enum(ENGINES)
    .optional()
    .describe(
      "What makes the pages of a PDF: `plan` looks for the best pages of each chapter as a whole, `pagedjs` fills one after another. " +
        "Default: plan.",
    ),
  variables: z
    .record(variableName, variable)
    .optional()
    .describe("Values for templates and styles, by name."),
  "toc-depth": z
    .int()
    .min(1)
    .max(6)
    .optional()
    .describe("Heading levels in the table of contents. Default: 2."),
  numbering: z
    .enum(["chapter", "through"])
    .optional()
    .describe(
      "How figures, tables, listings and equations are counted: in each chapter (2.1) or through the book. " +
        "Default: chapter for the themes technical, scholarly and report, else through.",
    ),
  "heading-numbers": z
    .int()
    .min(1)
    .max(6)
    .optional()
    .describe(
      "Down to which level headings are numbered: 1 for chapters and appendices alone, 2 for `2.1`, 3 for `2.1.3`. " +
        "Headings that say their numbers themselves keep them. Default: 3 for the theme scholarly, else 1.",
    ),
  notes: z
    .enum(["footnotes", "chapter-endnotes", "book-endnotes"])
    .optional()
    .describe(
      "Where notes stand: at the foot of the page, after each section, or in the section `endnotes`. " +
        "Default: book-endnotes when there is a section `endnotes`, else footnotes.",
    ),
  bibliography: z
    .union([text, list(text)])
    .optional()
    .describe(
      "Works that `[@key]` cites: BibTeX or BibLaTeX (.bib), CSL-JSON (.json), RIS (.ris) or CSL-YAML (.yaml) files, relative to the folder.",
    ),
  csl: text
    .optional()
    .describe(
      "Citation style: `author-date` (default), `numeric` or `notes`, or a CSL file relative to the folder.",
    ),
  "csl-locale": z
    .union([text, list(text)])
    .optional()
    .describe(
      "Words of citations in the language of the book, in place of ours: CSL locale files (`locales-pl-PL.xml`), relative to the folder.",
    ),
  nocite: z
    .union([text, list(text)])
    .optional()
    .describe("Works that the bibliography lists though nothing cites them: `@key`, or `@*` for all."),
  typography: z
    .enum(["language", "as-typed"])
    .optional()
    .describe(
      "Quotes, dashes and spaces as the language of each text wants them, or left as they are typed. " +
        "Default: language.",
    ),
  words,
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
  accessibility: accessibility.optional(),
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

/** Keys that are resolved before an edition is validated (`matrix/`). */
const plan = {
  extends: text
    .optional()
    .describe("Edition whose keys count here too; own keys win, mappings are merged key by key."),
  abstract: z.boolean().optional().describe("True: only there for others to extend; not published itself."),
  "for-each": z
    .union([
      list(z.record(z.string(), variable)),
      z
        .object({ data: z.union([text, list(variable)]).optional() })
        .catchall(list(variable))
        .refine((each) => Object.keys(each).length > 0, "empty-list"),
    ])
    .optional()
    .describe(
      "One edition for every combination of lists of variables by name; for each row of `data`, a CSV, " +
        "YAML or JSON file; or for each mapping of a list.",
    ),
  id: text
    .optional()
    .describe(
      "Name of the edition, with variables: `{{language}}-{{trim}}`. " +
        "Default: its name here, with the values of `for-each`.",
    ),
};

export const editionPlan = z.looseObject(plan);

export const edition = overridable.partial().extend({
  ...plan,
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
export type SectionDescription = z.output<typeof section> & FileLevels;
export type BodyEntryDescription = Omit<z.output<typeof bodyEntry>, "sections"> &
  FileLevels & { sections?: SectionDescription[] | undefined };

/** What a `publication.yaml` cannot say, but a nested list of files does. */
interface FileLevels {
  /** The heading level at which each of `files` begins. */
  readonly levels?: readonly number[];
}

/** What the publication says and an edition may say again. */
export type Overridable = Omit<
  PublicationDescription,
  "editions" | "diagnostics" | "strict" | "allow" | "syntax" | "macros"
>;
