/** How the chapters that are generated for the manual write their Markdown. */

/** A definition list with the things that are looked up: each is in the index, and can be linked to. */
export interface Definition {
  /** As code, in the margin. */
  readonly term: string;
  /** What links lead to: `#key-trim`. */
  readonly id?: string;
  /** Entry of the index. Default: the term. */
  readonly entry?: string;
  /** Markdown, one string for each paragraph. */
  readonly paragraphs: readonly string[];
}

/** The note at the top of each generated file, for whoever wants to mend it. */
export function generatedNote(source: string): string {
  return `<!-- Written by \`npm run manual\` from ${source}. Changes belong there. -->`;
}

export function definitionList(definitions: readonly Definition[]): string {
  return definitions.map(definition).join("\n\n");
}

function definition({ term, id, entry, paragraphs }: Definition): string {
  const attributes = [...(id === undefined ? [] : [`#${id}`]), ".index", `entry="${entry ?? term}"`];
  const [first = "", ...rest] = paragraphs;
  const more = rest.map((each) => `\n\n    ${each}`).join("");
  return `[${code(term)}]{${attributes.join(" ")}}\n:   ${first}${more}`;
}

export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  caption: string,
): string {
  const lines = [head, head.map(() => ":--"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
  return `${lines.join("\n")}\n\n: ${caption}`;
}

export function code(text: string): string {
  return text.includes("`") ? `\`\` ${text} \`\`` : `\`${text}\``;
}

/** `a`, `b` or `c`. */
export function alternatives(values: readonly string[]): string {
  const shown = values.map(code);
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} or ${shown.at(-1)}`;
}

/** With a capital letter first and one full stop at the end. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return trimmed.charAt(0).toUpperCase() + trimmed.slice(1) + (/[.!?:]$/.test(trimmed) ? "" : ".");
}

/** What is typed as it stands and is not marked as such: options, and the shape of JSON. */
const TYPED = /(?<![\w-])--[a-z][\w-]*|\{ [^{}]*(?:\{[^{}]*\}[^{}]*)*\}/g;

/** A text for people as Markdown text: options become code, what stands in angle brackets is no HTML. */
export function escaped(text: string): string {
  const marked = text
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith("`") ? part : part.replace(TYPED, code)));
  return marked
    .join("")
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith("`") ? part : part.replace(/[<>*_[\]]/g, "\\$&")))
    .join("");
}
