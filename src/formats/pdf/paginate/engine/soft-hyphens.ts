/**
 * Leaves only the soft hyphens that show, as hyphens, once a page is laid out.
 *
 * A PDF keeps every character: with its soft hyphens a word could not be found or copied any more. So
 * those inside of lines are taken out, and those at which a line ends become hyphens that are as wide
 * as what the browser draws for them: by themselves, neither kerned nor spaced (a "-" that is one letter of
 * the word can be wider, and send the word to the next line). All the same, text is shaped anew then.
 * What is printed has to have the lines that were measured: a block in which
 * a hyphen is not at the end of its line now, or that has another height, gets its soft hyphens back.
 *
 * Between two pages the browser shows no hyphen, for nothing comes after it. Paged.js puts one wherever
 * it breaks inside of a word, in code and in addresses too, where it changes what is read: here only
 * a soft hyphen becomes one. Where there is no room for it, it takes none.
 */
import type { PagedBreakToken, PagedPage } from "./paged-types.js";

export function tidySoftHyphens(): void {
  const SOFT_HYPHEN = "\u00AD";
  const range = document.createRange();

  interface Block {
    readonly block: Element;
    readonly height: number;
  }

  /** A text of a block, and what has been put behind it. */
  interface Edit extends Block {
    readonly text: Text;
    readonly before: string;
    readonly added: readonly (HTMLElement | Text)[];
  }

  /** The hyphen of the font: another one (U+2011) comes from another font where that of the text has none. */
  const hyphen = (): HTMLElement => {
    const span = document.createElement("span");
    span.textContent = "-";
    // It did not go in with the text, and is not looked for in it.
    span.dataset.repeated = "";
    span.style.cssText = "font-kerning: none; letter-spacing: 0";
    return span;
  };

  const boxOf = (text: Text, start: number): DOMRect | undefined => {
    range.setStart(text, start);
    range.setEnd(text, start + 1);
    return [...range.getClientRects()].at(-1);
  };

  /**
   * Finds the block that a text is broken into lines in; a whole table, whose cells bear on each other. Each is measured
   * once, for as long as nothing is changed.
   */
  const findBlocks = (): ((text: Text) => Block) => {
    const known = new Map<Element, Block>();
    const blockOf = (element: Element): Block => {
      const before = known.get(element);
      if (before) return before;
      const { parentElement } = element;
      const isInLine = parentElement && getComputedStyle(element).display.startsWith("inline");
      const found = isInLine ? blockOf(parentElement) : measured(element.closest("table") ?? element);
      known.set(element, found);
      return found;
    };
    const measured = (block: Element): Block => ({ block, height: block.getBoundingClientRect().height });
    return (text) => blockOf(text.parentElement!);
  };

  const textBeside = (text: Text, block: Element, way: "nextNode" | "previousNode"): Text | undefined => {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    walker.currentNode = text;
    let node = walker[way]() as Text | null;
    while (node?.length === 0) node = walker[way]() as Text | null;
    return node ?? undefined;
  };

  const letterBefore = (text: Text, place: number, block: Element): DOMRect | undefined => {
    if (place > 0) return boxOf(text, place - 1);
    const other = textBeside(text, block, "previousNode");
    return other && boxOf(other, other.length - 1);
  };

  const letterAfter = (text: Text, place: number, block: Element): DOMRect | undefined => {
    if (place < text.length) return boxOf(text, place);
    const other = textBeside(text, block, "nextNode");
    return other && boxOf(other, 0);
  };

  const isOnOneLine = (one: DOMRect, other: DOMRect): boolean =>
    Math.abs(one.top + one.bottom - other.top - other.bottom) < Math.max(one.height, other.height);

  /** True when the letter after a hyphen is on the next line, or at the top of the next column. */
  const endsLine = (text: Text, place: number, block: Element): boolean => {
    const before = letterBefore(text, place, block);
    const after = letterAfter(text, place + 1, block);
    return before !== undefined && after !== undefined && !isOnOneLine(before, after);
  };

  /** Those of the soft hyphens from `first` to `last` whose line ends at them. */
  const lineEnds = (
    text: Text,
    block: Element,
    all: readonly number[],
    first: number,
    last: number,
  ): number[] => {
    if (first > last) return [];
    if (first === last) return endsLine(text, all[first]!, block) ? [all[first]!] : [];
    const [from, to] = [all[first]! - 1, all[last]! + 2];
    if (from >= 0 && to <= text.length) {
      range.setStart(text, from);
      range.setEnd(text, to);
      if (range.getClientRects().length < 2) return [];
    }
    const middle = (first + last) >> 1;
    return [...lineEnds(text, block, all, first, middle), ...lineEnds(text, block, all, middle + 1, last)];
  };

  const softHyphensOf = ({ data }: Text): number[] => {
    const places: number[] = [];
    for (let at = data.indexOf(SOFT_HYPHEN); at >= 0; at = data.indexOf(SOFT_HYPHEN, at + 1)) places.push(at);
    return places;
  };

  const textsOf = (root: Node): Text[] => {
    const texts: Text[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if ((node as Text).data.includes(SOFT_HYPHEN)) texts.push(node as Text);
    }
    return texts;
  };

  /** Gives a text hyphens at some of its soft hyphens, and no others. */
  const tidy = (text: Text, shown: readonly number[]): Edit["added"] => {
    const { data } = text;
    const parts = [0, ...shown.map((place) => place + 1)].map((start, index) =>
      data.slice(start, shown[index] ?? data.length).replaceAll(SOFT_HYPHEN, ""),
    );
    text.data = parts[0]!;
    const added = parts.slice(1).flatMap((part) => [hyphen(), new Text(part)]);
    text.after(...added);
    return added;
  };

  const isAsMeasured = ({ block, height, added }: Edit): boolean =>
    block.getBoundingClientRect().height === height &&
    added.every((part) => {
      if (part instanceof Text) return true;
      const sign = part.firstChild as Text;
      const before = letterBefore(sign, 0, block);
      return before && isOnOneLine(before, part.getBoundingClientRect()) && endsLine(sign, 0, block);
    });

  const undo = ({ text, before, added }: Edit): void => {
    for (const part of added) part.remove();
    text.data = before;
  };

  const lastText = (root: Node): Text | undefined => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    let last: Text | undefined;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) last = node as Text;
    return last;
  };

  const placeOfLastLetter = (text: Text): string => {
    const box = boxOf(text, Math.max(0, text.length - 1));
    return box ? `${Math.round(box.left / 20)} ${Math.round(box.top)}` : "";
  };

  window.colophonTidyHyphens = (element) => {
    // First all that is read, then all that is written: the page is laid out twice, and not for each text.
    const blockOf = findBlocks();
    const found = textsOf(element).map((text) => {
      const all = softHyphensOf(text);
      const { block, height } = blockOf(text);
      const shown = lineEnds(text, block, all, 0, all.length - 1);
      return { text, before: text.data, block, height, shown };
    });
    let edits: Edit[] = found.map(({ shown, ...each }) => ({ ...each, added: tidy(each.text, shown) }));
    // Other blocks may have moved with one that moved.
    for (;;) {
      const moved = new Set(edits.filter((edit) => !isAsMeasured(edit)).map(({ block }) => block));
      if (moved.size === 0) return;
      edits.filter(({ block }) => moved.has(block)).forEach(undo);
      edits = edits.filter(({ block }) => !moved.has(block));
    }
  };

  window.Paged.registerHandlers(
    class extends window.Paged.Handler {
      afterPageLayout(_element: Element, page: PagedPage, token: PagedBreakToken | undefined): void {
        if (!(token?.node instanceof Text) || token.node.data[token.offset - 1] !== SOFT_HYPHEN) return;
        const text = lastText(page.wrapper);
        if (!text?.data.endsWith(SOFT_HYPHEN)) return;
        text.deleteData(text.length - 1, 1);
        const before = placeOfLastLetter(text);
        const sign = hyphen();
        text.after(sign);
        if (placeOfLastLetter(text) !== before) sign.style.cssText += "display: inline-block; width: 0";
      }

      finalizePage(element: HTMLElement): void {
        window.colophonTidyHyphens(element);
      }
    },
  );
}
