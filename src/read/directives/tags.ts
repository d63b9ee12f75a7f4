/** Finds the tags of a line, `{% name words %}`, in time that grows with its length alone. */

export interface Tag {
  readonly name: string;
  /** What follows the name. */
  readonly words: string;
  /** Offsets in the line: of the opening brace, and behind the closing one. */
  readonly start: number;
  readonly end: number;
  /** Where the code begins that the tag stands in: code in a line of text, between backticks. */
  readonly code?: number;
}

/** In their order. */
export function tagsIn(line: string): Tag[] {
  const tags: Tag[] = [];
  const spans = line.includes("{%") ? codeSpans(line) : [];
  let span = 0;
  for (let from = 0; ; ) {
    const close = line.indexOf("%}", from);
    if (close < 0) return tags;
    const start = line.lastIndexOf("{%", close - 2);
    const [, name, words = ""] =
      (start >= from && /^\s*([\w-]+)(.*)$/s.exec(line.slice(start + 2, close))) || [];
    from = close + 2;
    if (name === undefined) continue;
    while (span < spans.length && spans[span]!.end <= start) span += 1;
    const around = spans[span];
    const code = around && around.start < start ? { code: around.start } : {};
    tags.push({ name, words: words.trim(), start, end: from, ...code });
  }
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Code between runs of as many backticks (CommonMark 0.31, 6.1), as far as it is on one line. */
export function codeSpans(line: string): Span[] {
  const runs = [...line.matchAll(/`+/g)].map(({ 0: run, index }) => ({
    start: index,
    end: index + run.length,
  }));
  const nextOfLength = new Map<number, Span>();
  const closing = runs.map((): Span | undefined => undefined);
  for (let index = runs.length - 1; index >= 0; index -= 1) {
    const length = runs[index]!.end - runs[index]!.start;
    closing[index] = nextOfLength.get(length);
    nextOfLength.set(length, runs[index]!);
  }
  const spans: Span[] = [];
  for (const [index, { start }] of runs.entries()) {
    const last = closing[index];
    if (last !== undefined && start >= (spans.at(-1)?.end ?? 0)) spans.push({ start, end: last.end });
  }
  return spans;
}
