/** Reads how a paragraph begins: a letter over several lines, a first line of its own look. */
import type { Opening } from "./lines-types.js";

export function readOpenings(): void {
  const range = document.createRange();
  /** Of the height of a line: a letter over several lines is taller. */
  const TALL = 1.5;
  /** Signs before a first letter are part of it, and those behind it (CSS Pseudo-Elements 4, section 2.2). */
  const MOST_LETTERS = 6;

  interface LetterStyle extends CSSStyleDeclaration {
    readonly initialLetter?: string;
  }

  const LOOK = [
    "fontFamily",
    "fontSize",
    "fontStyle",
    "fontVariantCaps",
    "fontWeight",
    "letterSpacing",
    "textTransform",
  ] as const;

  const isAlike = (one: CSSStyleDeclaration, other: CSSStyleDeclaration): boolean =>
    LOOK.every((name) => one[name] === other[name]);

  const firstText = (block: HTMLElement): Text | undefined => {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (/\S/.test((node as Text).data)) return node as Text;
    return undefined;
  };

  const boxOf = (text: Text, at: number): DOMRect => {
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    return range.getBoundingClientRect();
  };

  /** The letter is measured where it stands. */
  const initialOf = (block: HTMLElement, style: CSSStyleDeclaration, lines: number): Opening["initial"] => {
    const text = firstText(block);
    if (!text || text.parentElement !== block) return undefined;
    const start = text.data.search(/\S/);
    const tall = TALL * (Number.parseFloat(style.lineHeight) || Number.parseFloat(style.fontSize));
    const { left } = block.getBoundingClientRect();
    const edge = left + Number.parseFloat(style.paddingLeft) + Number.parseFloat(style.borderLeftWidth);
    for (let at = start + 1; at < Math.min(text.length, start + MOST_LETTERS); at += 1) {
      const box = boxOf(text, at);
      if (box.height === 0 || box.height > tall) continue;
      return { length: at, lines, width: box.left - edge };
    }
    return undefined;
  };

  const writesWords = (block: HTMLElement): boolean =>
    (["before", "after"] as const).some((part) => {
      const style = window.colophonLines.styleOfPart(block, part);
      if (!style) return false;
      const { content, position, display } = style;
      const isIn = position !== "absolute" && !/^(?:block|none)$/.test(display);
      return content !== "none" && content !== "normal" && isIn;
    });

  window.colophonLines = {
    ...window.colophonLines,
    openingOf(block, style): Opening | undefined {
      if (writesWords(block)) return undefined;
      const { styleOfPart } = window.colophonLines;
      const letter: LetterStyle | undefined = styleOfPart(block, "first-letter");
      const line = styleOfPart(block, "first-line");
      const own = !line || isAlike(style, line) ? {} : { line };
      if (!letter) return own;
      const size = letter.initialLetter ?? "normal";
      if (size === "normal") return isAlike(style, letter) && letter.float === "none" ? own : undefined;
      const [, sink] = /^[\d.]+(?: (\d+))?$/.exec(size) ?? [];
      const initial = initialOf(block, style, Number(sink ?? Math.floor(Number.parseFloat(size))));
      return initial && { initial, ...own };
    },
  };
}
