/** What counts as a number, and what as several (CSL 1.0.2, "Choose": `is-numeric`; "Label": `plural`). */

const ONE = String.raw`\p{L}{0,3}\d+(?:[.:/]\d+)*\p{L}{0,3}`;
const NUMERIC = new RegExp(String.raw`^${ONE}(?:\s*[-–—,&;]\s*${ONE})*$`, "u");
const ROMAN = /^[ivxlcdm]+\.?(?:\s*[-–—,&]\s*[ivxlcdm]+\.?)*$/i;

/** True for numbers, also several and with letters: `12a`, `3–5`, `2nd`. */
export function isNumeric(value: string): boolean {
  return NUMERIC.test(value.trim());
}

/** True when a number stands for several things. */
export function isPlural(variable: string, value: string, and: string): boolean {
  if (variable.startsWith("number-of-")) return Number.parseInt(value, 10) > 1;
  const parts = value.replaceAll(` ${and} `, " & ").replace(/\\-/g, "");
  if (!/[^\s,&–—-](?:\s*[-–—,&])+\s*[^\s,&–—-]/u.test(parts)) return false;
  return ROMAN.test(parts) || /\d(?:\s*[-–—,&])+\s*\p{L}?\d/u.test(parts);
}

const NUMBERS = new Set(
  (
    "chapter-number citation-number collection-number edition first-reference-note-number issue locator number " +
    "number-of-pages number-of-volumes page page-first part-number printing-number section supplement-number " +
    "version volume"
  ).split(" "),
);

/** CSL 1.0.2, appendix IV, "Number variables". */
export function isNumberVariable(name: string): boolean {
  return NUMBERS.has(name);
}
