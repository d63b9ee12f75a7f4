/**
 * What has one cause is told once: a book with a name that is spelt wrong has it on every page.
 *
 * One cause is one code with one sentence, whatever names and numbers stand in it.
 */
import type { Code, Severity } from "../diagnostics/codes.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { PublicationDiagnostics } from "../model/build.js";
import { distinct } from "./distinct.js";

export interface Cause {
  /** The first place. */
  readonly first: Diagnostic;
  /** All others, in order. */
  readonly others: readonly Diagnostic[];
}

/** More places are no help; a JSON report has all of them. */
const MOST_PLACES = 5;

/** The causes of one publication's diagnostics, in the order in which they were found first. */
export function causesOf(each: PublicationDiagnostics): readonly Cause[] {
  const causes = new Map<string, { readonly first: Diagnostic; readonly others: Diagnostic[] }>();
  for (const found of distinct(each).diagnostics) {
    const key = JSON.stringify([found.code, found.severity, sentenceOf(found.message)]);
    const known = causes.get(key);
    if (known) known.others.push(found);
    else causes.set(key, { first: found, others: [] });
  }
  return [...causes.values()];
}

const QUOTED = /`[^`]*`|“[^”]*”/g;

/** Without what is quoted and counted in it. */
function sentenceOf(message: string): string {
  return message.replace(QUOTED, "…").replace(/\d+(?:[.,]\d+)*/g, "0");
}

/**
 * Where else it is: `also in a.md:3 (\`#x\`), b.md:9 (\`#y\`) and 12 more places`.
 *
 * @param place writes a place without its column.
 */
export function otherPlaces(
  { first, others }: Cause,
  place: (each: Diagnostic) => string | undefined,
): string | undefined {
  if (others.length === 0) return undefined;
  const shown = others.slice(0, MOST_PLACES).map((each) => {
    const where = place(each);
    const what = differenceOf(each.message, first.message);
    if (where === undefined) return what ?? "elsewhere";
    return what === undefined ? where : `${where} (${what})`;
  });
  const rest = others.length - shown.length;
  return `also in ${shown.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
}

/** The first quotation that the other message does not have. */
function differenceOf(message: string, other: string): string | undefined {
  const known = new Set(other.match(QUOTED) ?? []);
  return message.match(QUOTED)?.find((each) => !known.has(each));
}

export interface CodeCount {
  readonly code: Code;
  readonly severity: Severity;
  readonly count: number;
}

const ORDER: readonly Severity[] = ["error", "warning", "info"];

/** How often each code was found: errors first, then the most frequent. */
export function countsByCode(found: readonly Diagnostic[]): readonly CodeCount[] {
  const counts = new Map<string, CodeCount>();
  for (const { code, severity } of found) {
    const key = `${severity} ${code}`;
    counts.set(key, { code, severity, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort(
    (a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity) || b.count - a.count,
  );
}
