/** Merges the pages on which something is mentioned, as an index shows them: `iv, 3, 12–14`. */
import { numberIn } from "../../../language/digits.js";
import { fromRoman } from "../../../language/roman.js";

export interface FolioMention {
  readonly id: string;
  /** Id where a mention that goes over several pages ends. */
  readonly until?: string;
  readonly principal?: true;
}

export interface MergedFolio {
  /** Where the folio leads to. */
  readonly id: string;
  readonly text: string;
  readonly principal: boolean;
}

interface Span {
  readonly id: string;
  first: Page;
  last: Page;
  principal: boolean;
}

/** Roman folios come before arabic ones: front matter before the text. */
interface Page {
  readonly folio: string;
  readonly sequence: number;
  readonly number: number;
}

/**
 * In the order of the pages, each page once, consecutive pages as one range. A principal mention
 * keeps its own place in the list. A mention whose folio is not known shows `…`.
 */
export function mergeFolios(
  mentions: readonly FolioMention[],
  folios: ReadonlyMap<string, string>,
): MergedFolio[] {
  const pageAt = (id: string | undefined): Page | undefined =>
    id === undefined ? undefined : pageOf(folios.get(id));
  const spans = mentions.flatMap(({ id, until, principal }): Span[] => {
    const first = pageAt(id);
    return first ? [{ id, first, last: pageAt(until) ?? first, principal: principal === true }] : [];
  });
  if (spans.length < mentions.length) return [{ id: mentions[0]!.id, text: "…", principal: false }];
  return join(spans.sort(inOrder)).map(({ id, first, last, principal }) => ({
    id,
    text: first.folio === last.folio ? first.folio : `${first.folio}–${last.folio}`,
    principal,
  }));
}

function pageOf(folio: string | undefined): Page | undefined {
  if (folio === undefined) return undefined;
  const number = numberIn(folio);
  if (number !== undefined) return { folio, sequence: 1, number };
  return { folio, sequence: 0, number: fromRoman(folio) };
}

/** On one page the principal mention comes first: it takes the others in. */
function inOrder(a: Span, b: Span): number {
  return compare(a.first, b.first) || Number(b.principal) - Number(a.principal) || compare(b.last, a.last);
}

function compare(a: Page, b: Page): number {
  return a.sequence - b.sequence || a.number - b.number;
}

function join(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const before = joined.at(-1);
    const isCovered = before !== undefined && compare(span.last, before.last) <= 0;
    if (isCovered && (before.principal || !span.principal)) continue;
    if (before && touches(before, span)) before.last = span.last;
    else joined.push({ ...span });
  }
  return joined;
}

function touches(before: Span, next: Span): boolean {
  if (before.principal || next.principal) return false;
  return before.last.sequence === next.first.sequence && next.first.number <= before.last.number + 1;
}
