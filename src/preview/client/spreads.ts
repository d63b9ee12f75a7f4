/** Which pages stand side by side: the first page of a book is a right one (a left one, where it is read from right to left). */

export type Spread = readonly (number | undefined)[];

/**
 * @param count how many pages there are.
 * @returns indexes of pages from left to right; undefined for the side that nothing stands on.
 */
export function spreadsOf(count: number, layout: "spreads" | "single", direction: "ltr" | "rtl"): Spread[] {
  if (layout === "single") return Array.from({ length: count }, (_, index) => [index]);
  const spreads: Spread[] = [];
  for (let recto = 0; recto <= count; recto += 2) {
    const pages = [recto - 1, recto].map((index) => (index >= 0 && index < count ? index : undefined));
    if (pages.some((index) => index !== undefined))
      spreads.push(direction === "rtl" ? pages.reverse() : pages);
  }
  return spreads;
}

/** Index of the spread that shows a page. */
export function spreadWith(spreads: readonly Spread[], page: number): number {
  return Math.max(
    0,
    spreads.findIndex((spread) => spread.includes(page)),
  );
}
