/** Keys of `publication.yaml` for what a book is made of: sections, parts, and the three matters that they stand in. */
import * as z from "zod";
import { languageStanding } from "../../language/tag.js";
import { ROLES, type Role } from "../../model/roles.js";
import { statement } from "./provenance-keys.js";
import { editionWords, list, orOne, orPlain, role, text } from "./values.js";

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

export const matter = {
  frontmatter: sectionList
    .optional()
    .describe("Sections before the text. Some (titlepage, copyright-page, toc, …) need no file."),
  bodymatter: orOne(z.array(orPlain(bodyEntry, plainEntry)))
    .optional()
    .describe("The text: names of files, chapters, or parts with their chapters."),
  backmatter: sectionList.optional().describe("Sections after the text: appendix, glossary, index, …"),
};

export type SectionDescription = z.output<typeof section> & FileLevels;
export type BodyEntryDescription = Omit<z.output<typeof bodyEntry>, "sections"> &
  FileLevels & { sections?: SectionDescription[] | undefined };

/** What a `publication.yaml` cannot say, but a nested list of files does. */
interface FileLevels {
  /** The heading level at which each of `files` begins. */
  readonly levels?: readonly number[];
}
