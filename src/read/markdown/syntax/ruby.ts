/**
 * Readings beside Chinese characters and dots of emphasis, as Japanese authors type them: `{漢字|かんじ}` and `{電子|でん|し}`
 * (DenDen Markdown, Vivliostyle), `｜漢字《かんじ》`, `漢字《かんじ》` (Aozora Bunko), `《《dots》》` (Kakuyomu).
 *
 * A reading is no Chinese character itself, and without a bar before its text it is kana: between the same brackets
 * stand titles of books in Chinese.
 */
import type { MarkdownIt, Token } from "markdown-it";

const HAN = "[\\p{Script=Han}々〆ヶ]";
const KANA = "[\\p{Script=Hiragana}\\p{Script=Katakana}ー・]";
const NOTATION = new RegExp(
  [
    `\\{(${HAN}+)\\|([^{}\\n\\p{Script=Han}]+)\\}`,
    "｜([^｜《》\\n]+)《([^《》\\n]+)》",
    `(${HAN}+)《(${KANA}+)》`,
    "《《([^《》\\n]+)》》",
  ].join("|"),
  "gu",
);

type TokenClass = new (type: string, tag: string, nesting: -1 | 0 | 1) => Token;

export function ruby(md: MarkdownIt): void {
  md.core.ruler.after("inline", "ruby", ({ tokens, Token: TokenOf }) => {
    for (const token of tokens) {
      if (token.children && /[《{]/.test(token.content)) {
        token.children = token.children.flatMap((child) =>
          child.type === "text" ? annotated(child, TokenOf) : [child],
        );
      }
    }
  });
}

function annotated(text: Token, TokenOf: TokenClass): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  const say = (content: string) => {
    if (content !== "")
      tokens.push(Object.assign(new TokenOf("text", "", 0), { content, level: text.level }));
  };
  const open = (tag: string, nesting: -1 | 1) => {
    const token = new TokenOf(`${tag}_${nesting === 1 ? "open" : "close"}`, tag, nesting);
    tokens.push(token);
    return token;
  };
  for (const match of text.content.matchAll(NOTATION)) {
    say(text.content.slice(end, match.index));
    end = match.index + match[0].length;
    const [, braced, bracedReading, barred, barredReading, plain, plainReading, dotted] = match;
    if (dotted !== undefined) {
      open("em", 1).attrSet("class", "emphasis-dots");
      say(dotted);
      open("em", -1);
      continue;
    }
    open("ruby", 1);
    const reading = (bracedReading ?? barredReading ?? plainReading)!;
    for (const [base, above] of pairs((braced ?? barred ?? plain)!, reading)) {
      say(base);
      open("rt", 1);
      say(above);
      open("rt", -1);
    }
    open("ruby", -1);
  }
  if (end === 0) return [text];
  say(text.content.slice(end));
  return tokens;
}

/** A reading for each character, where there are as many, else one for them all. */
function pairs(base: string, reading: string): [string, string][] {
  const characters = [...base];
  const readings = reading.split("|");
  if (readings.length === characters.length) return characters.map((each, at) => [each, readings[at]!]);
  return [[base, readings.join("")]];
}
