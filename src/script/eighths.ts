/** Lengths of scenes, in pages and eighths of one: `1 3/8`. */

const LENGTH = /^(?:(\d+)(?:\s*pgs?\.?)?(?=\s|$))?\s*(?:(\d+)\s*\/\s*8)?$/i;

/** How many eighths of a page; undefined for what is no length. */
export function eighthsOf(text: string): number | undefined {
  const match = LENGTH.exec(text.trim());
  if (match === null || text.trim() === "") return undefined;
  const [, pages = "0", eighths = "0"] = match;
  return Number(pages) * 8 + Number(eighths);
}

/** `2 5/8`; `0` for nothing. */
export function writtenEighths(eighths: number): string {
  const pages = Math.floor(eighths / 8);
  const rest = eighths % 8;
  const parts = [...(pages > 0 ? [String(pages)] : []), ...(rest > 0 ? [`${rest}/8`] : [])];
  return parts.join(" ") || "0";
}
