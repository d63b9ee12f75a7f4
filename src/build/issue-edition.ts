/** Issues an edition: writes down what it says, and where the pages of its scripts begin, for what comes after it to be compared with. */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { ownText } from "../compose/changes.js";
import { issueFile } from "../load/editions/revision.js";
import { colourOf, type Issue, type IssuedFile, type IssuedPage } from "../model/issue.js";
import type { Manuscript } from "../model/manuscript.js";
import type { Edition, Publication } from "../model/publication.js";
import { type Block, blocksOfText } from "../revision/blocks.js";
import { withChanges } from "../revision/changes.js";
import { writeIssue } from "../revision/issue-text.js";
import { planScript } from "../revision/plan-script.js";
import { beginningOf } from "../script/locked-pages.js";
import { isScript } from "../script/units.js";
import type { Sources } from "./sources.js";

export interface IssueNames {
  /** Default: the colour of its number. */
  readonly name?: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
}

export interface Issued {
  /** Its id. */
  readonly edition: string;
  /** Who gets it. */
  readonly recipient?: string;
  readonly issue: Issue;
  /** Relative to the publication's folder; undefined when nothing has changed since the last issue. */
  readonly file?: string;
}

export async function issueEdition(
  { root }: Publication,
  edition: Edition,
  { texts }: Sources,
  { name, date }: IssueNames,
): Promise<Issued> {
  const issues = edition.revision?.issues ?? [];
  const number = issues.length + 1;
  const paths = [...new Set(edition.sections.flatMap(({ files }) => files))];
  const files: IssuedFile[] = [];
  for (const path of paths) {
    const manuscript = await texts.get(path)?.whole();
    if (manuscript) files.push(issuedFile(manuscript, edition, number));
  }
  const issue = { number, name: name ?? colourOf(number), date, files };
  const last = issues.at(-1);
  const { id, recipient } = edition;
  const whose = { edition: id, ...(recipient === undefined ? {} : { recipient }) };
  if (last && textOf(last) === textOf(issue)) return { ...whose, issue: last };
  const file = issueFile(id, number);
  await mkdir(dirname(join(root, file)), { recursive: true });
  await writeFile(join(root, file), writeIssue(issue));
  return { ...whose, issue, file };
}

function textOf({ files }: Issue): string {
  return JSON.stringify(
    files.map(({ file, blocks }) => [file, blocks.map(({ kind, text }) => [kind, text])]),
  );
}

function issuedFile(manuscript: Manuscript, edition: Edition, number: number): IssuedFile {
  const { revision, metadata } = edition;
  const { language } = metadata;
  const own = ownText(manuscript, edition, { report: () => undefined, leftOut: new Set() });
  const text = revision === undefined ? own : withChanges(own, { ...revision, changes: "starred" }, language);
  const { file, tree } = text;
  const blocks = blocksOfText(text);
  const script = "script" in edition && isScript(tree.children) ? edition.script : undefined;
  const pages = script === undefined ? [] : planScript(tree, { ...script, language });
  return {
    file,
    blocks: blocks.map(({ kind, text }) => ({ kind, text })),
    pages: pages.flatMap((page) => issuedPage(page, blocks, number)),
  };
}

function issuedPage(
  page: ReturnType<typeof planScript>[number],
  blocks: readonly Block[],
  number: number,
): IssuedPage[] {
  const beginning = beginningOf(page);
  const block = blocks.findIndex(({ element }) => element === beginning?.element);
  if (beginning === undefined || block < 0) return [];
  return [{ name: page.name, issue: page.issue ?? number, block, offset: beginning.offset }];
}
