/**
 * Formulas and raised letters as plain text, for titles where no markup is shown: `E = mc²` in a list of contents of a
 * reading system, not `E=mc2`, which is another formula.
 */
import type { Element, Nodes } from "hast";

const RAISED = lettersOf("0123456789+-−=()nix", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱˣ");
const LOWERED = lettersOf("0123456789+-−=()aeoxijkmn", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₒₓᵢⱼₖₘₙ");

function lettersOf(from: string, to: string): ReadonlyMap<string, string> {
  const letters = [...to];
  return new Map([...from].map((letter, at) => [letter, letters[at]!]));
}

/** Letters of `<sup>`: raised where Unicode has them all, else as they are: “1st”. */
export function raised(text: string): string {
  return withLetters(text, RAISED) ?? text;
}

/** Letters of `<sub>`, lowered like `raised`. */
export function lowered(text: string): string {
  return withLetters(text, LOWERED) ?? text;
}

function withLetters(text: string, letters: ReadonlyMap<string, string>): string | undefined {
  const found = [...text].map((letter) => letters.get(letter));
  return found.length > 0 && found.every((letter) => letter !== undefined) ? found.join("") : undefined;
}

/** A formula of MathML in one line of text, as it would be typed in a message. */
export function formulaText(math: Element): string {
  return written(math).replace(/\s+/g, " ").trim();
}

type Writer = (parts: readonly string[]) => string;

/** Elements whose children stand above, below or under one another. */
const WRITERS: Readonly<Record<string, Writer>> = {
  msup: ([base, up]) => `${base}${above(up)}`,
  msub: ([base, down]) => `${base}${below(down)}`,
  msubsup: ([base, down, up]) => `${base}${below(down)}${above(up)}`,
  munder: ([base, down]) => `${base}${below(down)}`,
  mover: ([base, up]) => `${base}${ACCENTS[up ?? ""] ?? above(up)}`,
  munderover: ([base, down, up]) => `${base}${below(down)}${above(up)}`,
  mfrac: ([over, under]) => `${whole(over)}/${whole(under)}`,
  msqrt: (parts) => `√${whole(parts.join(""))}`,
  mroot: ([base, degree]) => `${above(degree)}√${whole(base)}`,
  mtr: (parts) => `${parts.join(" ")};`,
};
/** Signs over a letter that Unicode joins to the letter before. */
const ACCENTS: Readonly<Record<string, string>> = {
  ˆ: "\u0302",
  "^": "\u0302",
  "¯": "\u0304",
  "‾": "\u0304",
  "→": "\u20D7",
  "˜": "\u0303",
  "~": "\u0303",
  "˙": "\u0307",
};
const PRIMES = /^[′″‴']+$/;
const UNREAD = new Set(["annotation", "annotation-xml"]);
const RELATION = /^[=<>≤≥≠≈∼→↦∈⊂+−±×]$/;

function written(node: Nodes): string {
  if (node.type === "text") return node.value;
  if (!("children" in node) || (node.type === "element" && UNREAD.has(node.tagName))) return "";
  const parts = node.children.map(written);
  if (node.type !== "element") return parts.join("");
  // Signs between two terms have room around them.
  if (node.tagName === "mrow" || node.tagName === "math")
    return parts.map((part, at) => (at > 0 && RELATION.test(part) ? ` ${part} ` : part)).join("");
  const writer = WRITERS[node.tagName];
  return writer ? writer(parts) : parts.join("");
}

function above(text = ""): string {
  if (text === "" || PRIMES.test(text)) return text;
  return withLetters(text, RAISED) ?? `^${whole(text)}`;
}

function below(text = ""): string {
  return text === "" ? "" : (withLetters(text, LOWERED) ?? `_${whole(text)}`);
}

/** In brackets, when it is more than one sign or number. */
function whole(text = ""): string {
  return /^(?:.|\d+(?:[.,]\d+)?|\p{L}\p{M}*)$/u.test(text) ? text : `(${text})`;
}
