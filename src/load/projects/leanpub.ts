/** Books of Leanpub: `Book.txt` lists the files of a manuscript, https://leanpub.com/markua/read. */
import { posix } from "node:path";
import type { Folder } from "../../input/folder.js";
import type { Describe } from "../description.js";
import { describeOutline } from "../outline/describe.js";
import { sayInPublicationFile } from "../outline/facts.js";
import { page } from "../outline/menu.js";
import { factsOf } from "../outline/metadata.js";
import type { Entry, Group } from "../outline/outline.js";
import { plainSettings, textIn } from "../outline/settings-file.js";

export const describe: Describe = async (text, file, folder, report) => {
  const content = posix.dirname(file);
  const project = {
    file,
    outline: await outlineOf(text, file, content, folder),
    facts: factsOf({ settings: plainSettings(file), sayLanguage: sayInPublicationFile }),
    content,
    dialect: "leanpub",
    introduction: "none",
    theme: "by-text",
  } as const;
  return describeOutline(project, folder, report);
};

type Matter = "frontmatter" | "mainmatter" | "backmatter";

async function outlineOf(text: string, file: string, content: string, folder: Folder) {
  const prefix: Entry[] = [];
  const suffix: Entry[] = [];
  const groups: (Group & { entries: Entry[] })[] = [];
  let matter: Matter = "mainmatter";
  for (const [index, line] of text
    .replace(/^\uFEFF/, "")
    .split(/\r\n?|\n/)
    .entries()) {
    const name = line.trim();
    if (name === "" || name.startsWith("#")) continue;
    const location = { file, line: index + 1, column: 1 };
    const begun =
      /^\{?(frontmatter|mainmatter|backmatter)(?:\}|:)$/.exec(name)?.[1] ??
      (await only(name, content, folder));
    if (isMatter(begun)) matter = begun;
    else if (begun !== undefined) groups.push({ part: begun, location, entries: [] });
    else if (matter !== "mainmatter") (matter === "frontmatter" ? prefix : suffix).push(page(name, location));
    else {
      if (groups.length === 0) groups.push({ location, entries: [] });
      groups.at(-1)!.entries.push(page(name, location));
    }
  }
  return { prefix, groups: groups.filter(({ entries }) => entries.length > 0), suffix };
}

function isMatter(word: string | undefined): word is Matter {
  return word === "frontmatter" || word === "mainmatter" || word === "backmatter";
}

/** A file may hold nothing but a mark, `{mainmatter}`, or the title of a part, `-# The sea`. */
async function only(name: string, content: string, folder: Folder): Promise<string | undefined> {
  const text = (await textIn(posix.join(content, name), folder))?.trim() ?? "";
  const [, mark] = /^\{(frontmatter|mainmatter|backmatter)\}$/.exec(text) ?? [];
  const [, part] = /^(?:-#|\{class: ?part\}\s*#)[ \t]+([^\n]+)$/.exec(text) ?? [];
  return mark ?? part?.trim();
}
