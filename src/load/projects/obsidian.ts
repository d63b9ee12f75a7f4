/** Vaults of Obsidian: notes in folders, and often one that leads through them. */
import { basename } from "node:path";
import type { Folder } from "../../input/folder.js";
import type { Describe } from "../description.js";
import { pagesOf } from "../outline/outline.js";
import { describeFolder, textsThere } from "./undescribed-folder.js";

/** What people call the note that leads through the others. */
const INDEX =
  /^(?:\W*\d*[-_. ]*)(?:index|home|readme|start(?: here)?|contents|table of contents|toc|moc|inhalt|índice|sommaire|目录)\W*\.md$/iu;
const ASIDE = /(?:^|\/)(?:_?templates?|excalidraw|_?attachments?)(?:\/|$)|\.excalidraw\.md$/i;

const isAside = (path: string) => ASIDE.test(path);

/** The note that leads through the others, else the first one; undefined for a vault without notes. */
export async function find(folder: Folder): Promise<string | undefined> {
  const notes = pagesOf(await textsThere(folder, isAside)).map(({ href }) => href);
  return notes.find((name) => isIndex(name, folder)) ?? notes[0];
}

function isIndex(file: string, { root }: Folder): boolean {
  return INDEX.test(file) || file === `${basename(root)}.md`;
}

export const describe: Describe = (text, file, folder, report) => {
  const kind = isIndex(file, folder) ? "index" : "first-text";
  return describeFolder({ file, text, kind, isAside, dialect: "obsidian" }, folder, report);
};
