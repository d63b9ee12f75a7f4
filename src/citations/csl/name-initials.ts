/** Initials of given names (CSL 1.0.2, "Name": `initialize-with`, `initialize`). */

export interface InitialStyle {
  /** What follows an initial. */
  readonly after: string;
  /** `all` makes initials of whole names, `given` only tidies those that are there. */
  readonly which: "all" | "given";
  readonly hyphens: "keep" | "drop";
}

/** A word with the tags around it, a hyphen, or blanks. */
const PARTS = /((?:<[^<>]*>)*)([^\s.<>-]+\.?)((?:<\/[^<>]*>)*)|-|\s+/gu;

/** `Jean-Paul M.` gives `J.-P. M.`; words with a small letter are particles and stay. */
export function initials(given: string, style: InitialStyle): string {
  let made = "";
  for (const [part, open = "", word, close = ""] of given.matchAll(PARTS)) {
    if (part === "-")
      made = style.hyphens === "keep" || style.which === "given" ? `${made.trimEnd()}-` : made;
    else if (word !== undefined) made = append(made, word, open, close, style);
  }
  return made.replace(/-$/, "").trim();
}

function append(
  made: string,
  part: string,
  open: string,
  close: string,
  { after, which }: InitialStyle,
): string {
  const word = part.replace(/\.$/, "");
  const gap = /(?:^|[\s-])$/.test(made) ? "" : " ";
  if (/^\p{Ll}/u.test(word)) {
    // The second half of `Guo-ping` has no initial of its own.
    return made.endsWith("-") ? made.slice(0, -1) + after : `${made}${gap}${open}${word}${close} `;
  }
  // What is cut already, as `Ts.`, is an initial.
  const isInitial = part !== word || [...word].length === 1;
  if (!isInitial && which === "given") return `${made}${gap}${open}${word}${close} `;
  const letters = isInitial ? word : initialOf(word);
  const tight = after.trimEnd();
  return `${made}${open}${letters}${tight}${close}${after.slice(tight.length)}`;
}

/** Two capitals before a small letter are one letter of another script: `TSerendorj` gives `Ts`. */
function initialOf(word: string): string {
  const double = /^(\p{Lu})(\p{Lu})\p{Ll}/u.exec(word);
  return double ? double[1]! + double[2]!.toLowerCase() : ([...word][0] ?? "");
}
