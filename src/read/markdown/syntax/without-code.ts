/** A text without its code, for who looks in a whole text for something before it is parsed. */

const FENCE = /^([ \t>]*)(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ \t>]*\2[`~]*[ \t]*$|(?![\s\S]))/gm;
const SPAN = /(?<!`)(`+)(?!`)[^`](?:(?!\n\s*\n)[\s\S]){0,500}?(?<!`)\1(?!`)/g;

/** Blanks stand for fences and code in lines: every other place stays where it was. */
export function withoutCode(text: string): string {
  const blank = (code: string) => code.replace(/[^\n]/g, " ");
  return text.replace(FENCE, blank).replace(SPAN, blank);
}
