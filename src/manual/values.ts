/** The chapter on the names that `publication.yaml` knows: roles, page sizes, languages. */
import { hyphenationOf } from "../language/hyphenation/patterns.js";
import { typographyOf } from "../language/typography/languages.js";
import { NUMBERED } from "../language/words/number-forms.js";
import { tableOf, WORD_LANGUAGES, wordLanguage } from "../language/words/tables.js";
import type { Word } from "../language/words/words.js";
import { DEFAULT_TRIM, NAMED_TRIMS } from "../load/schema/trim.js";
import { ROLES, type Role, roleDefinition } from "../model/roles.js";
import { code, escaped, generatedNote, table } from "./markdown.js";
import { ROLE_WORDS } from "./role-words.js";

export function valuesChapter(): string {
  const note = generatedNote("the tables of roles, page sizes and languages in `src/`");
  return `${[note, "# Names and Values {#sec-values}", INTRODUCTION, roles(), trims(), languages(), words()].join("\n\n")}\n`;
}

const INTRODUCTION = "The names that the publication file knows.";

const MATTERS = { front: "front", body: "body", back: "back" } as const;

function roles(): string {
  const rows = (Object.keys(ROLES) as Role[]).map((role) => {
    const { matter, generated } = roleDefinition(role);
    return [code(role), MATTERS[matter], generated ? "made" : "a file", escaped(ROLE_WORDS[role])];
  });
  const intro =
    "What a section is. The names are those of the EPUB Structural Semantics Vocabulary. *Made* means that the section needs no file: Colophon writes it. With a file the text of the file comes first.";
  return `## Roles {#sec-roles}\n\n${intro}\n\n${table(["Role", "Usual place", "Needs", "What it is"], rows, "Roles of sections {#tbl-roles}")}`;
}

function trims(): string {
  const rows = Object.entries(NAMED_TRIMS).map(([name, size]) => [code(name), size.replace(" ", " × ")]);
  const intro = `Names that \`trim\` knows, width before height. The default is ${code(DEFAULT_TRIM)}. Any other size is written as two lengths in \`mm\`, \`cm\`, \`in\`, \`pt\`, \`pc\`, \`px\` or \`q\`: \`trim: 135mm 205mm\`.`;
  return `## Page sizes {#sec-trims}\n\n[]{.index entry="trim sizes; page sizes"}${intro}\n\n${table(["Name", "Size"], rows, "Page sizes {#tbl-trims}")}`;
}

function languages(): string {
  const names = new Intl.DisplayNames("en", { type: "language" });
  const rows = tagsOfLanguages().map((tag) => [
    code(tag),
    names.of(tag) ?? tag,
    typographyOf(tag) ? "yes" : "",
    hyphenationOf(tag) ? "yes" : "",
    wordLanguage(tag) === undefined ? "" : "yes",
  ]);
  const intro =
    "What Colophon knows of each language. *Signs*: quotes, dashes and spaces. *Hyphens*: words are divided in print. *Words*: “Contents”, “Figure”, “translated by”; in other languages they are English unless the publication gives its own (see [](#sec-words)). A text in any other language is set as it is typed.";
  return `## Languages {#sec-languages}\n\n[]{.index entry="languages"}${intro}\n\n${table(["Tag", "Language", "Signs", "Hyphens", "Words"], rows, "Languages {#tbl-languages}")}`;
}

/** Words that templates have for authors, and sentences about ebooks, are long: they stand last. */
function words(): string {
  const rows = Object.entries(tableOf("en")).map(([key, english]) => [
    code(key),
    escaped(english),
    escaped(tableOf("fi")[key as Word]),
  ]);
  const intro = `What a publication may say otherwise under \`words\` (see [its description](reference-publication.md#key-words)). ${NUMBERED.map((key) => code(`${key}-number`)).join(", ")} say how a word stands with its number, which is \`{n}\`: \`chapter-number: "{n}. Kapitel"\`. \`caption-separator\` is what stands between “Figure 1” and its caption.`;
  return `## The book's own words {#sec-words}\n\n${intro}\n\n${table(["Name", "In English", "In Finnish"], rows, "The book's own words {#tbl-own-words}")}`;
}

const LETTERS = [..."abcdefghijklmnopqrstuvwxyz"];

/** Languages of two letters of which something is known, and those of words that have a longer tag: `pt-PT`. */
function tagsOfLanguages(): string[] {
  const short = LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).filter(
    (tag) => isCanonical(tag) && (typographyOf(tag) ?? hyphenationOf(tag) ?? wordLanguage(tag)),
  );
  return [...new Set([...short, ...WORD_LANGUAGES])].sort();
}

/** `iw` is an old name of `he`. */
function isCanonical(tag: string): boolean {
  return Intl.getCanonicalLocales(tag)[0] === tag;
}
