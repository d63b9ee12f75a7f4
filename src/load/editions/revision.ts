/** What was issued of an edition: files `issues/<edition>/1.txt` and on, in the publication's folder. */
import { diagnostic, type Report } from "../../diagnostics/diagnostic.js";
import type { Folder } from "../../input/folder.js";
import { openReader } from "../../input/reader.js";
import type { Issue, Revision } from "../../model/issue.js";
import type { Edition } from "../../model/publication.js";
import { readIssue } from "../../revision/issue-text.js";
import type { Overridable } from "../schema/schema.js";

const FOLDER = "issues";

/** Pages of scripts go out again and again, and say what is new on them. */
export function usualChanges(format: Edition["format"], theme: string): Revision["changes"] {
  return format === "pdf" && theme === "screenplay" ? "starred" : "unmarked";
}

/** Where an issue is kept, relative to the publication's folder. */
export function issueFile(edition: string, number: number): string {
  return `${FOLDER}/${edition}/${number}.txt`;
}

/**
 * The revision of an edition of which something was issued; nothing for others.
 *
 * @param id of the edition, whose own issues are taken unless it names those of another one.
 */
export async function describedRevision(
  id: string,
  { changes, "issues-of": of = id }: Overridable,
  usual: Revision["changes"],
  folder: Folder,
  report: Report,
): Promise<{ readonly revision?: Revision }> {
  const issues = await issuesIn(of, folder, report);
  return issues.length === 0 ? {} : { revision: { changes: changes ?? usual, issues } };
}

/** In their order, as far as they can be read. */
async function issuesIn(edition: string, folder: Folder, report: Report): Promise<Issue[]> {
  const issues: Issue[] = [];
  for (let number = 1; ; number += 1) {
    const file = issueFile(edition, number);
    const found = await folder.lookup(file);
    const text = found.status === "file" ? await openReader(folder.root).text(found.path, report) : undefined;
    if (text === undefined) return issues;
    const issue = readIssue(text);
    if (!("reason" in issue)) {
      issues.push(issue);
      continue;
    }
    const [message, hint] = FAULTS[issue.reason];
    report(
      diagnostic("issue-altered", `\`${file}\` ${message}`, { file, line: issue.line, column: 1 }, hint),
    );
    return issues;
  }
}

const FAULTS = {
  altered: [
    "is not as it was issued; it and what was issued after it are left out",
    "Restore the file from your version control: what has gone out stays as it was",
  ],
  unreadable: [
    "is no issue that `colophon revise` has written; it and what was issued after it are left out",
    "Restore the file, or remove it",
  ],
} as const;
