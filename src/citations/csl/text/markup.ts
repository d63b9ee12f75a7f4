/**
 * Reads the markup that CSL-JSON allows in a field: `<i>`, `<b>`, `<sup>`, `<sub>`, `<sc>`, spans for
 * small capitals and `nocase`, and quotation marks. What is not closed is text.
 */
import { element, type Face, inFace, noCase, plain, quotation, type Rich, text } from "./rich.js";

type Token =
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "open" | "close"; readonly name: string; readonly value: string }
  | {
      readonly kind: "quote";
      readonly name: string;
      readonly value: string;
      readonly opens: boolean;
      readonly closes: boolean;
    };

interface Frame {
  readonly name: string;
  readonly isQuote: boolean;
  /** As it was written. */
  readonly value: string;
  readonly children: Rich[number][];
}

const TOKEN = /<(\/?)(i|b|sc|sup|sub|span)((?:\s[^<>]*)?)>|["'“”‘’]/g;

/** In characters: longer fields are abstracts, whose quotation marks are as good as ours. */
const LONGEST = 20_000;

export function parseMarkup(value: string): Rich {
  const spaced = value.replace(/« /g, "«\u202F").replace(/ »/g, "\u202F»");
  if (!/["'“”‘’<]/.test(value) || value.length > LONGEST) return text(spaced);
  return build(tokensOf(spaced));
}

function tokensOf(value: string): Token[] {
  const tokens: Token[] = [];
  const spans: string[] = [];
  let done = 0;
  for (const match of value.matchAll(TOKEN)) {
    const [whole, slash, tag, attributes = ""] = match;
    if (match.index > done) tokens.push({ kind: "text", value: value.slice(done, match.index) });
    done = match.index + whole.length;
    if (tag === undefined) tokens.push(quoteToken(value, match.index, whole, tokens.at(-1)));
    else if (slash === "/") {
      tokens.push({ kind: "close", name: tag === "span" ? (spans.pop() ?? "span") : tag, value: whole });
    } else {
      const name = tag === "span" ? spanName(attributes) : tag;
      if (tag === "span") spans.push(name);
      tokens.push({ kind: "open", name, value: whole });
    }
  }
  if (done < value.length) tokens.push({ kind: "text", value: value.slice(done) });
  return tokens;
}

function spanName(attributes: string): string {
  if (/small-caps/.test(attributes)) return "sc";
  if (/nocase|nodecor/.test(attributes)) return /nocase/.test(attributes) ? "nocase" : "nodecor";
  return "span";
}

/** A mark opens after a blank or bracket, closes before one, and may do both between dashes. */
function quoteToken(value: string, at: number, mark: string, previous: Token | undefined): Token {
  const before = value.slice(0, at).replace(/<[^<>]*>$/, "");
  const after = value.slice(at + 1).replace(/^<[^<>]*>/, "");
  const opens = /(?:^|[\s([{“‘"'/—–-])$/.test(before) && /^\S/.test(after);
  const followsClosed = previous?.kind === "quote" && !previous.opens && /["'“”‘’]$/.test(before);
  const closes = /\S$/.test(before) && /^(?:$|[^\p{L}\p{N}])/u.test(after);
  const name = /["“”]/.test(mark) ? "double" : "single";
  return {
    kind: "quote",
    name,
    value: mark,
    opens: opens && !followsClosed && mark !== "”" && mark !== "’",
    closes: closes && mark !== "‘",
  };
}

function build(tokens: readonly Token[]): Rich {
  const open: Frame[] = [{ name: "", isQuote: false, value: "", children: [] }];
  const add = (nodes: Rich) => open.at(-1)!.children.push(...nodes);
  for (const token of tokens) {
    if (token.kind === "text") add([{ type: "text", value: token.value }]);
    else if (token.kind === "open" || !closeFrame(open, token)) {
      const starts = token.kind === "open" || (token.kind === "quote" && token.opens);
      if (starts) {
        open.push({ name: token.name, isQuote: token.kind === "quote", value: token.value, children: [] });
      } else add([{ type: "text", value: literal(token.value) }]);
    }
  }
  while (open.length > 1) dissolve(open);
  return followed(merged(open[0]!.children));
}

/** @returns false when the token closes nothing. */
function closeFrame(open: Frame[], token: Exclude<Token, { kind: "text" | "open" }>): boolean {
  if (token.kind === "quote" && !token.closes) return false;
  const isQuote = token.kind === "quote";
  // Quotation marks that nothing closed are passed over; a tag is not.
  let at = open.length - 1;
  while (at > 0 && open[at]!.isQuote && !(isQuote && open[at]!.name === token.name)) at--;
  const frame = open[at]!;
  if (at === 0 || frame.isQuote !== isQuote || frame.name !== token.name) return false;
  while (open.length - 1 > at) dissolve(open);
  open.pop();
  open.at(-1)!.children.push(wrapped(frame));
  return true;
}

const FACES: Readonly<Record<string, Face>> = {
  i: "italic",
  b: "bold",
  sc: "small-caps",
  sup: "sup",
  sub: "sub",
};

function wrapped({ name, isQuote, value, children }: Frame): Rich[number] {
  if (isQuote) return quotation(merged(children), value === "‘" ? "single" : undefined);
  if (name === "nocase") return noCase(merged(children));
  if (name === "nodecor") return inFace("upright", [inFace("no-caps", [noCase(merged(children))])]);
  const face = FACES[name];
  return face ? inFace(face, merged(children)) : element("span", merged(children), { dataCase: "change" });
}

/** What was opened and never closed is text. */
function dissolve(open: Frame[]): void {
  const frame = open.pop()!;
  open.at(-1)!.children.push({ type: "text", value: literal(frame.value) }, ...frame.children);
}

function literal(mark: string): string {
  return mark === "'" ? "’" : mark;
}

/** Marks quotations that text of the same field comes after. */
function followed(nodes: Rich): Rich {
  return nodes.map((node, at) => {
    const isLast = plain(nodes.slice(at + 1)) === "";
    if (node.type !== "element" || node.tagName !== "q" || isLast) return node;
    return { ...node, properties: { ...node.properties, dataFollowed: true } };
  });
}

/** Neighbouring stretches of text become one: they are one text of the field. */
function merged(nodes: Rich): Rich {
  const made: Rich[number][] = [];
  for (const node of nodes) {
    const last = made.at(-1);
    if (node.type === "text" && last?.type === "text") {
      made[made.length - 1] = { ...last, value: last.value + node.value };
    } else made.push(node);
  }
  return plain(made) === "" ? [] : made;
}
