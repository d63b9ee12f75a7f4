/**
 * Text references of bookdown: a paragraph `(ref:label) Words with *markup*.` is no part of the text, and stands
 * wherever `(ref:label)` is written, in captions above all. Where nothing of them is used in a text, they are words of it.
 */
import type { MarkdownIt, StateCore, Token } from "markdown-it";

const DEFINITION = /^\(ref:([\w-]+)\)[ \t]+(\S[\s\S]*)$/;
const USE = /\(ref:([\w-]+)\)/g;

export function textReference(md: MarkdownIt): void {
  // When chunks have become figures and tables: their captions are lines like others then.
  md.core.ruler.before("inline", "text_reference", replaceReferences);
}

function replaceReferences(state: StateCore): void {
  const texts = new Map<string, string>();
  const kept: Token[] = [];
  for (let index = 0; index < state.tokens.length; index++) {
    const token = state.tokens[index]!;
    const content = token.type === "paragraph_open" ? state.tokens[index + 1]!.content : "";
    const found = content.startsWith("(ref:") ? definitionsIn(content) : undefined;
    if (!found) {
      kept.push(token);
      continue;
    }
    for (const [label, text] of found) texts.set(label, text);
    index += 2;
  }
  const lines = kept.filter(({ type }) => type === "inline");
  const isUsed = lines.some(({ content }) =>
    [...content.matchAll(USE)].some(([, label = ""]) => texts.has(label)),
  );
  if (!isUsed) return;
  state.tokens = kept;
  for (const line of lines)
    line.content = line.content.replace(USE, (whole, label) => texts.get(label) ?? whole);
}

/** One or several, each on a line of its own. */
function definitionsIn(paragraph: string): readonly (readonly [label: string, text: string])[] | undefined {
  const parts = paragraph.split(/\n(?=\(ref:[\w-]+\)[ \t])/).map((part) => DEFINITION.exec(part));
  return parts.every((part) => part !== null)
    ? parts.map((part) => [part![1]!, part![2]!.trim()])
    : undefined;
}
