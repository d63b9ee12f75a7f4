/**
 * Leaves only the soft hyphens that show, as hyphens, once a page is laid out.
 *
 * A PDF keeps every character: with all its soft hyphens a word could not be found or copied
 * any more. Taking out those inside of lines moves nothing, for they have no width; should a
 * block change its height all the same, it gets them back.
 */
export function tidySoftHyphens(): void {
  const SOFT_HYPHEN = "\u00AD";
  /** Texts with the places of the soft hyphens at which their lines end. */
  const shown: { text: Text; places: number[] }[] = [];
  const range = document.createRange();

  const isOneLine = (text: Text, start: number, end: number): boolean => {
    range.setStart(text, start);
    range.setEnd(text, end);
    return range.getClientRects().length < 2;
  };

  /** True when the letter after a soft hyphen is on the next line, or at the top of the next column. */
  const goesBack = (text: Text, place: number): boolean => {
    if (place === 0 || place + 1 >= text.length) return false;
    range.setStart(text, place - 1);
    range.setEnd(text, place);
    const before = range.getBoundingClientRect();
    range.setStart(text, place + 1);
    range.setEnd(text, place + 2);
    const after = [...range.getClientRects()].at(-1);
    return after !== undefined && (after.left < before.left || after.bottom < before.top);
  };

  /** Those of the soft hyphens from `first` to `last` whose line ends at them. */
  const lineEnds = (text: Text, all: readonly number[], first: number, last: number): number[] => {
    if (first > last) return [];
    const from = Math.max(0, all[first]! - 1);
    const to = Math.min(text.length, all[last]! + 2);
    if (isOneLine(text, from, to)) return [];
    if (first === last) return goesBack(text, all[first]!) ? [all[first]!] : [];
    const middle = (first + last) >> 1;
    return [...lineEnds(text, all, first, middle), ...lineEnds(text, all, middle + 1, last)];
  };

  const softHyphensOf = (text: Text): number[] => {
    const places: number[] = [];
    for (let at = text.data.indexOf(SOFT_HYPHEN); at >= 0; at = text.data.indexOf(SOFT_HYPHEN, at + 1)) {
      places.push(at);
    }
    return places;
  };

  /** The text without its soft hyphens but for those at `kept`, and where these stand now. */
  const strip = (data: string, kept: readonly number[]): { data: string; places: number[] } => {
    const places: number[] = [];
    let stripped = "";
    let done = 0;
    for (const place of kept) {
      stripped += data.slice(done, place).replaceAll(SOFT_HYPHEN, "");
      places.push(stripped.length);
      stripped += SOFT_HYPHEN;
      done = place + 1;
    }
    return { data: stripped + data.slice(done).replaceAll(SOFT_HYPHEN, ""), places };
  };

  const heightOf = (text: Text): number => text.parentElement!.getBoundingClientRect().height;

  const textsOf = (root: Node): Text[] => {
    const texts: Text[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if ((node as Text).data.includes(SOFT_HYPHEN)) texts.push(node as Text);
    }
    return texts;
  };

  window.Paged.registerHandlers(
    class extends window.Paged.Handler {
      finalizePage(element: HTMLElement): void {
        const edits = textsOf(element).map((text) => {
          const all = softHyphensOf(text);
          const kept = lineEnds(text, all, 0, all.length - 1);
          return { text, before: text.data, height: heightOf(text), ...strip(text.data, kept) };
        });
        for (const { text, data } of edits) text.data = data;
        const moved = edits.filter(({ text, height }) => heightOf(text) !== height);
        for (const { text, before } of moved) text.data = before;
        for (const edit of edits) if (!moved.includes(edit)) shown.push(edit);
      }

      afterRendered(): void {
        // Only now: until here the texts are compared with those that went in.
        for (const { text, places } of shown) {
          for (const place of places) text.replaceData(place, 1, "-");
        }
      }
    },
  );
}
