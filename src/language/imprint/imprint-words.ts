/**
 * The sentences of a copyright page: rights, licence, text and data mining with the law that a language's countries
 * have for it, and how the book was made. In braces stands what is put in.
 */
export const IMPRINT_WORDS = [
  "all-rights",
  "licensed",
  "may-adapt",
  "may-share",
  "may-freely",
  "if-named",
  "if-not-sold",
  "if-alike",
  "published-by",
  "shares",
  "mining-reserved",
  "mining-allowed",
  "mining-policy",
  "part-text",
  "part-original",
  "part-images",
  "part-translation",
  "part-narration",
  "made-human",
  "made-assisted",
  "made-generated",
  "in-part",
  "reviewed",
  "responsible",
  "mark-human",
  "mark-assisted",
  "mark-generated",
  "machine",
] as const;

export type ImprintWord = (typeof IMPRINT_WORDS)[number];

/** By the tags of the tables of words (`words/tables.ts`). */
export type ImprintTable = Readonly<Record<string, Readonly<Record<ImprintWord, string>>>>;
