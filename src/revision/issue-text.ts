/**
 * An issue as a text file, so that it is kept with the publication, and shows in a comparison of versions what has
 * changed: a line a block.
 */
import { createHash } from "node:crypto";
import type { Issue, IssuedBlock, IssuedFile, IssuedPage } from "../model/issue.js";

const HEAD = /^colophon issue (\d+)\nname: (.*)\ndate: (\d{4}-\d\d-\d\d)\nsha256: ([0-9a-f]{64})\n\n/;

export function writeIssue({ number, name, date, files }: Issue): string {
  const body = files.map(writeFile).join("\n");
  return `colophon issue ${number}\nname: ${name}\ndate: ${date}\nsha256: ${digest(body)}\n\n${body}`;
}

function writeFile({ file, blocks, pages }: IssuedFile): string {
  const lines = blocks.flatMap(({ kind, text }, index) => [
    ...pages
      .filter(({ block }) => block === index)
      .map(({ name, issue, offset }) => `page ${name} ${issue} ${offset}`),
    `${kind}\t${escaped(text)}`,
  ]);
  return `file ${file}\n${lines.map((line) => `${line}\n`).join("")}`;
}

/** @returns the reason for which it is no issue, or not as it was written. */
export function readIssue(
  raw: string,
): Issue | { readonly reason: "unreadable" | "altered"; readonly line: number } {
  const text = raw.replaceAll("\r\n", "\n");
  const [head, number, name, date, sha256] = HEAD.exec(text) ?? [];
  if (head === undefined) return { reason: "unreadable", line: 1 };
  const body = text.slice(head.length);
  if (digest(body) !== sha256) return { reason: "altered", line: 4 };
  return { number: Number(number), name: name!, date: date!, files: readFiles(body) };
}

function readFiles(body: string): IssuedFile[] {
  const files: { file: string; blocks: IssuedBlock[]; pages: IssuedPage[] }[] = [];
  for (const line of body.split("\n")) {
    const [, path] = /^file (.*)$/.exec(line) ?? [];
    const [, page, issue, offset] = /^page (\S+) (\d+) (\d+)$/.exec(line) ?? [];
    const tab = line.indexOf("\t");
    const file = files.at(-1);
    if (path !== undefined) files.push({ file: path, blocks: [], pages: [] });
    else if (file === undefined) continue;
    else if (page !== undefined) {
      file.pages.push({
        name: page,
        issue: Number(issue),
        block: file.blocks.length,
        offset: Number(offset),
      });
    } else if (tab > 0) file.blocks.push({ kind: line.slice(0, tab), text: unescaped(line.slice(tab + 1)) });
  }
  return files;
}

function digest(body: string): string {
  return createHash("sha256").update(body).digest("hex");
}

function escaped(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n");
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/g, (_, letter: string) => (letter === "n" ? "\n" : letter));
}
