/** A `SUMMARY.md`: projects of mdBook and GitBook, published as they are. */
import { posix } from "node:path";
import type { Describe } from "../../description.js";
import { describeOutline } from "../../outline/describe.js";
import { readSummary } from "./entries.js";
import { isOneOfLanguages } from "./languages.js";
import { readSettings } from "./settings.js";

/** Settings give title, authors and language, the summary gives the chapters. */
export const describeSummary: Describe = async (text, file, folder, report) => {
  const facts = await readSettings(folder, report);
  const { title, ...outline } = readSummary(text, file);
  const isMdBook = facts.file === "book.toml";
  const project = {
    file,
    words: text,
    heading: title,
    outline,
    facts,
    content: posix.dirname(file),
    dialect: isMdBook ? "mdbook" : "gitbook",
    introduction: isMdBook ? "none" : "readme",
    allow: [...(facts.allow ?? []), ...((await isOneOfLanguages(folder.root)) ? [".."] : [])],
    ...(facts.texts === undefined ? {} : { texts: facts.texts }),
    settings: facts.others ?? [],
  } as const;
  return describeOutline(project, folder, report);
};
