/** Books of Leanpub: `Book.txt` lists the files of a manuscript, https://leanpub.com/markua/read. */
import { posix } from "node:path";
import type { Folder } from "../../input/folder.js";
import type { Describe } from "../description.js";
import { describeOutline } from "../outline/describe.js";
import { sayInPublicationFile } from "../outline/facts.js";
import { page } from "../outline/menu.js";
import { factsOf } from "../outline/metadata.js";
import type { Entry, Group, Outline } from "../outline/outline.js";
import { plainSettings, textIn } from "../outline/settings-file.js";

export const describe: Describe = async (text, file, folder, report) => {
  const content = posix.dirname(file);
  const project = {
    file,
    outline: await outlineOfList(text, file, async (name) => name, { content, folder }),
    facts: factsOf({ settings: plainSettings(file), sayLanguage: sayInPublicationFile }),
    content,
    dialect: "leanpub",
    introduction: "none",
    theme: "by-text",
  } as const;
  return describeOutline(project, folder, report);
};

type Matter = "frontmatter" | "mainmatter" | "backmatter";

interface Texts {
  readonly content: string;
  readonly folder: Folder;
}

/**
 * @param hrefOf The address of what a line names, from the folder of the texts; undefined for what is no text of the
 * book.
 */
export async function outlineOfList(
  text: string,
  file: string,
  hrefOf: (name: string) => Promise<string | undefined>,
  { content, folder }: Texts,
): Promise<Outline> {
  const prefix: Entry[] = [];
  const suffix: Entry[] = [];
  const groups: (Group & { entries: Entry[] })[] = [];
  let matter: Matter = "mainmatter";
  for (const [index, line] of text
    .replace(/^\uFEFF/, "")
    .split(/\r\n?|\n/)
    .entries()) {
    const written = line.trim();
    if (written === "" || written.startsWith("#")) continue;
    const location = { file, line: index + 1, column: 1 };
    const begun =
      /^\{?(frontmatter|mainmatter|backmatter)(?:\}|:)$/.exec(written)?.[1] ??
      (await only(written, content, folder));
    const name = begun === undefined ? await hrefOf(written) : undefined;
    if (isMatter(begun)) matter = begun;
    else if (begun !== undefined) groups.push({ part: begun, location, entries: [] });
    else if (name === undefined) continue;
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
