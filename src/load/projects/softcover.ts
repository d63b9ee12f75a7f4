/**
 * Books of Softcover: https://manual.softcover.io/book. `Book.txt` lists files of `chapters/`, and `config/book.yml` says
 * what the book is called.
 */
import type { Folder } from "../../input/folder.js";
import type { Describe, Project } from "../description.js";
import { describeOutline } from "../outline/describe.js";
import { sayInPublicationFile } from "../outline/facts.js";
import { factsOf } from "../outline/metadata.js";
import { findSettings, plainSettings } from "../outline/settings-file.js";
import { outlineOfList } from "./leanpub.js";

const LIST = "Book.txt";
const SETTINGS = "config/book.yml";

/** Pages that the tool makes itself. */
const MADE = new Set(["cover", "maketitle", "tableofcontents"]);

export const find: Project["find"] = async (folder) =>
  (await folder.lookup(LIST)).status === "file" ? LIST : undefined;

export const describe: Describe = async (text, file, folder, report) => {
  const settings = (await findSettings([SETTINGS], folder, report)) ?? plainSettings(file);
  const project = {
    file,
    outline: await outlineOfList(text, file, (name) => hrefIn(name, folder), { content: ".", folder }),
    facts: factsOf({ settings, sayLanguage: sayInPublicationFile }),
    // Pictures are named from here.
    content: ".",
    dialect: "leanpub",
    introduction: "none",
    theme: "by-text",
  } as const;
  return describeOutline(project, folder, report);
};

async function hrefIn(name: string, folder: Folder): Promise<string | undefined> {
  if (MADE.has(name)) return undefined;
  const inChapters = `chapters/${name}`;
  return (await folder.lookup(inChapters)).status === "file" ? inChapters : name;
}
