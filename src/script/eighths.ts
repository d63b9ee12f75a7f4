/** Lengths of scenes, in pages and eighths of one: `1 3/8`. */

const LENGTH = /^(?:(\d+)(?=[\s-]|$))?[\s-]*(?:(\d+)\s*\/\s*8)?$/;

/** How many eighths of a page: `1 3/8`, `1-3/8 pgs`; undefined for what is no length. */
export function eighthsOf(text: string): number | undefined {
  const plain = text.replace(/pgs?\.?/i, " ").trim();
  const match = LENGTH.exec(plain);
  if (match === null || plain === "") return undefined;
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
