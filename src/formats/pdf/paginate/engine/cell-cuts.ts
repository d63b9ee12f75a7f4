/**
 * Cuts the content of a cell at some heights, for whoever makes rows of it (`tall-rows.ts`).
 *
 * A cut goes between lines, items, pictures and rows of tables in the cell, and leaves what it parts with names of
 * its own, so that Paged.js knows that one goes on with the other.
 */

export interface CellCuts {
  /**
   * Takes what stands below each height out of a cell.
   *
   * @param measured a copy of the cell that is laid out.
   * @param heights in pixels of the window, from the top down.
   * @param name part of the names of what is cut.
   * @returns what is below each height and above the next; `undefined` where there is nothing.
   */
  cut(
    cell: Element,
    measured: Element,
    heights: readonly number[],
    name: string,
  ): (DocumentFragment | undefined)[];
  /** An empty copy of a cell or row, for what follows. */
  restOf(element: Element, name: string): HTMLElement;
}

export function offerCellCuts(): void {
  /** What no cut goes through. */
  const WHOLE = "tr, img, svg, math, hr";

  /** What a cut may come before, with its lower edge at a letter of it. */
  interface Item {
    readonly node: Text | Element;
    readonly top: number;
    /** @param offset of a letter; that of a whole is asked for with 0. */
    bottomAt(offset: number): number;
  }

  const range = document.createRange();

  const textItem = (text: Text): Item => {
    const bottomAt = (offset: number): number => {
      range.setStart(text, offset);
      range.setEnd(text, Math.min(offset + 1, text.length));
      return [...range.getClientRects()].at(-1)?.bottom ?? Number.NEGATIVE_INFINITY;
    };
    range.selectNodeContents(text);
    return { node: text, top: range.getBoundingClientRect().top, bottomAt };
  };

  const wholeItem = (node: Element): Item => {
    const { top, bottom } = node.getBoundingClientRect();
    return { node, top, bottomAt: () => bottom };
  };

  const itemsIn = (cell: Element): Item[] => {
    const items: Item[] = [];
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) => {
      if (node instanceof Text)
        return node.data.trim() === "" ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
      const element = node as Element;
      if (element.getAttribute("data-note") === "footnote") return NodeFilter.FILTER_REJECT;
      return element.matches(WHOLE) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP;
    });
    for (let node = walker.nextNode(); node; ) {
      items.push(node instanceof Text ? textItem(node) : wholeItem(node as Element));
      // What is whole is passed over with all that it contains.
      node = node instanceof Text ? walker.nextNode() : (walker.nextSibling() ?? nextBehind(walker));
    }
    return items;
  };

  const nextBehind = (walker: TreeWalker): Node | null => {
    while (walker.parentNode()) {
      const next = walker.nextSibling();
      if (next) return next;
    }
    return null;
  };

  /** A place in a cell: the indexes of the children that lead to a node, and a letter of it. */
  interface Cut {
    readonly path: readonly number[];
    readonly offset: number;
  }

  const isFirst = (node: Node): boolean => {
    for (let before = node.previousSibling; before; before = before.previousSibling) {
      if (!(before instanceof Text) || before.data.trim() !== "") return false;
    }
    return true;
  };

  /** The place before an item; before what the item begins, so that nothing empty stays behind. */
  const placeOf = (node: Node, offset: number, cell: Element): Cut => {
    let start = node;
    if (offset === 0) while (isFirst(start) && start.parentNode !== cell) start = start.parentNode!;
    const path: number[] = [];
    for (let each: Node = start; each !== cell; each = each.parentNode!) {
      path.unshift([...each.parentNode!.childNodes].indexOf(each as ChildNode));
    }
    return { path, offset };
  };

  /** The first letter of a text that reaches below a height. */
  const firstBelow = ({ node, bottomAt }: Item, height: number): number => {
    let [low, high] = [0, (node as Text).length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (bottomAt(middle) > height) high = middle;
      else low = middle + 1;
    }
    return low;
  };

  /** Where a cell is cut at some heights; nothing for a height below its content. */
  const cutsOf = (cell: Element, heights: readonly number[]): (Cut | undefined)[] => {
    const items = itemsIn(cell);
    let index = 0;
    let above = Number.NEGATIVE_INFINITY;
    return heights.map((height) => {
      for (; index < items.length; index += 1) {
        const item = items[index]!;
        const isText = item.node instanceof Text;
        if (item.bottomAt(isText ? (item.node as Text).length - 1 : 0) <= height + 0.5) continue;
        // What begins a piece and is taller than one stays in it.
        if (!isText && item.top <= above + 0.5) continue;
        above = height;
        return placeOf(item.node, isText ? firstBelow(item, height + 0.5) : 0, cell);
      }
      return undefined;
    });
  };

  const nodeAt = (cell: Element, path: readonly number[]): Node =>
    path.reduce<Node>((node, index) => node.childNodes[index]!, cell);

  /** Gives a copy of an element that is cut a name of its own: it comes up again, with the rest of the content. */
  const asRest = (element: Element, name: string): void => {
    const reference = element.getAttribute("data-ref") ?? "";
    element.setAttribute("data-split-from", reference);
    element.setAttribute("data-ref", `${reference}~${name}`);
    element.removeAttribute("id");
  };

  /** Takes what stands behind each cut out of a cell; `undefined` where there is nothing. */
  const split = (
    cell: Element,
    cuts: readonly (Cut | undefined)[],
    name: string,
  ): (DocumentFragment | undefined)[] => {
    const places = cuts.map(
      (cut) => cut && { node: nodeAt(cell, cut.path), depth: cut.path.length, offset: cut.offset },
    );
    const rest = document.createRange();
    return places
      .map((_, index) => places.length - 1 - index)
      .map((index) => {
        const place = places[index];
        if (!place) return undefined;
        if (place.offset > 0) rest.setStart(place.node, place.offset);
        else rest.setStartBefore(place.node);
        rest.setEnd(cell, cell.childNodes.length);
        const piece = rest.extractContents();
        let part: Element | null = piece.firstElementChild;
        for (let depth = 1; depth < place.depth && part; depth += 1) {
          asRest(part, `${name}-${index}`);
          part = part.firstElementChild;
        }
        return piece;
      })
      .reverse();
  };

  /** An empty copy of a cell or row, for what follows. */
  const restOf = (element: Element, name: string): HTMLElement => {
    const copy = element.cloneNode(false) as HTMLElement;
    asRest(copy, name);
    copy.removeAttribute("rowspan");
    return copy;
  };

  window.colophonCellCuts = {
    cut: (cell, measured, heights, name) => split(cell, cutsOf(measured, heights), name),
    restOf,
  };
}
