/** The faults of the kind of value that was meant, where the schema allows several kinds. */
import type { core } from "zod";
import { pathOf, valueAt } from "../../input/data/value-at.js";

type Issue = core.$ZodIssue;

/**
 * The issues of a parse, with each choice of kinds replaced by the faults of the kind that was meant.
 *
 * A choice stays as it is when the value is of none of its kinds. Two kinds that both could be meant
 * never meet in the schema: one of them is always text, a list or a word.
 */
export function meantIssues(issues: readonly Issue[], data: unknown): readonly Issue[] {
  return issues.flatMap((issue) => {
    if (issue.code !== "invalid_union") return [issue];
    const value = valueAt(data, pathOf(issue));
    const meant = issue.errors.find((branch) => !branch.some((each) => isOtherKind(each, value)));
    if (meant === undefined) return [issue];
    const inPlace = meant.map((each) => ({ ...each, path: [...issue.path, ...each.path] }));
    return meantIssues(inPlace, data);
  });
}

/** True of a fault that says that the value as a whole is of another kind. */
export function isWrongKind(issue: Issue): issue is core.$ZodIssueInvalidType {
  return issue.code === "invalid_type" && issue.path.length === 0;
}

function isOtherKind(issue: Issue, value: unknown): boolean {
  return isWrongKind(issue) || isNoWord(issue, value);
}

/** One of a few words was asked for, and what is there is a list or a mapping. */
function isNoWord(issue: Issue, value: unknown): boolean {
  return issue.code === "invalid_value" && issue.path.length === 0 && typeof value === "object";
}
