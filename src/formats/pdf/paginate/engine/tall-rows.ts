/**
 * Cuts rows of tables that are too tall for a page into rows of a few lines each.
 *
 * Paged.js can end a page between two rows, and loses what it has to cut inside of one; a cell that spans
 * rows it prints again on each page. So a tall row is measured once before the layout and
 * cut, all its cells at the same heights: between lines, items, pictures and rows of tables in it. What a cell
 * shows beside several rows is cut where these begin. The pieces stand below one another without a
 * rule between them, as if nothing had happened, and a page may end between any two.
 */
import type { PagedPage } from "./paged-types.js";

export function cutTallRows(): void {
  /** A row that takes more than this of a page is cut, and so is a table with cells that span rows. */
  const TALL = 0.5;
  /** Lines of a piece. */
  const LINES = 4;
  /** What no cut goes through. */
  const WHOLE = "tr, img, svg, math, hr";
  /** Rows that are not worth measuring have fewer letters and none of these. */
  const LETTERS = 400;
  const MAY_BE_TALL = "img, svg, math, pre, table, li, p, br, [rowspan]";

  const styles = document.createElement("style");
  styles.dataset.pagedjsIgnore = "";
  styles.textContent = `
    .colophon-measured [data-note='footnote'] { display: none !important }
    .colophon-cut { padding-bottom: 0 !important; border-bottom-style: none !important }
    .colophon-rest { padding-top: 0 !important; border-top-style: none !important }
    td[data-split-from] li[data-split-from] { list-style: none !important }`;

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

  const cutRow = (row: HTMLTableRowElement, measured: HTMLTableRowElement, lineHeight: number): void => {
    const { top, height } = measured.getBoundingClientRect();
    const step = lineHeight * LINES;
    const first = Math.min(
      ...[...measured.cells].map((cell) => Number.parseFloat(getComputedStyle(cell).paddingTop)),
    );
    const heights = Array.from(
      { length: Math.floor(height / step) },
      (_, index) => top + first + (index + 1) * step,
    );
    const cells = [...row.cells];
    const pieces = cells.map((cell, column) => split(cell, cutsOf(measured.cells[column]!, heights), "row"));
    let last = row;
    for (let index = 0; index < heights.length; index += 1) {
      if (pieces.every((cell) => cell[index] === undefined)) continue;
      const next = restOf(row, `row-${index}`) as HTMLTableRowElement;
      next.append(
        ...cells.map((cell, column) => {
          const copy = restOf(cell, `row-${index}`);
          copy.classList.add("colophon-rest");
          copy.append(pieces[column]![index] ?? "");
          return copy;
        }),
      );
      for (const cell of last.cells) cell.classList.add("colophon-cut");
      last.after(next);
      last = next;
    }
  };

  /** The cells of each row of a group, with the column in which each begins. */
  const columnsOf = (group: HTMLTableSectionElement): Map<HTMLTableCellElement, number> => {
    const columns = new Map<HTMLTableCellElement, number>();
    const taken: boolean[][] = [...group.rows].map(() => []);
    [...group.rows].forEach((row, line) => {
      let column = 0;
      for (const cell of row.cells) {
        while (taken[line]![column]) column += 1;
        columns.set(cell, column);
        const end = cell.rowSpan === 0 ? taken.length : Math.min(taken.length, line + cell.rowSpan);
        for (let below = line; below < end; below += 1) {
          for (let across = 0; across < cell.colSpan; across += 1) taken[below]![column + across] = true;
        }
      }
    });
    return columns;
  };

  /** Gives each row a cell of its own in place of one that spans rows, with what of it stands beside the row. */
  const divideSpans = (group: HTMLTableSectionElement, measured: HTMLTableSectionElement): void => {
    const columns = columnsOf(group);
    const tops = [...measured.rows].map((row) => row.getBoundingClientRect().top);
    const original = [...group.rows].map((row) => [...row.cells]);
    original.forEach((cells, line) => {
      cells.forEach((cell, index) => {
        const end = cell.rowSpan === 0 ? tops.length : Math.min(tops.length, line + cell.rowSpan);
        const column = columns.get(cell)!;
        if (end === line + 1) return;
        const pieces = split(
          cell,
          cutsOf(measured.rows[line]!.cells[index]!, tops.slice(line + 1, end)),
          `span-${column}`,
        );
        cell.removeAttribute("rowspan");
        cell.classList.add("colophon-cut");
        pieces.forEach((piece, below) => {
          const row = group.rows[line + 1 + below]!;
          const copy = restOf(cell, `span-${column}-${below}`) as HTMLTableCellElement;
          copy.classList.add("colophon-rest");
          if (below === pieces.length - 1) copy.classList.remove("colophon-cut");
          copy.append(piece ?? "");
          columns.set(copy, column);
          const next = [...row.cells].find((each) => columns.get(each)! > column);
          row.insertBefore(copy, next ?? null);
        });
      });
    });
  };

  /** The letters of a row are counted before it is measured: most tables are small. */
  const mayBeTall = (table: HTMLTableElement): boolean =>
    [...table.rows].some(
      (row) => row.textContent!.length > LETTERS || row.querySelector(MAY_BE_TALL) !== null,
    );

  const measure = (table: HTMLTableElement, place: Element): HTMLTableElement => {
    const copy = table.cloneNode(true) as HTMLTableElement;
    place.replaceChildren(copy);
    return copy;
  };

  const cutTable = (table: HTMLTableElement, place: Element, pageHeight: number): void => {
    const spans = table.querySelector(":scope > tbody > tr > [rowspan]") !== null;
    let copy = measure(table, place);
    if (spans && copy.offsetHeight > pageHeight * TALL) {
      for (const [index, group] of [...table.tBodies].entries()) divideSpans(group, copy.tBodies[index]!);
      copy = measure(table, place);
    } else if (spans) table.style.breakInside = "avoid";
    const limit = (pageHeight - (copy.tHead?.offsetHeight ?? 0)) * TALL;
    const lineHeight = Number.parseFloat(getComputedStyle(copy).lineHeight) || 16;
    [...table.tBodies].forEach((group, index) => {
      const measured = [...copy.tBodies[index]!.rows];
      [...group.rows].forEach((row, line) => {
        if (measured[line]!.offsetHeight > limit) cutRow(row, measured[line]!, lineHeight);
      });
    });
  };

  window.Paged.registerHandlers(
    class extends window.Paged.Handler {
      beforePageLayout(page: PagedPage, content: ParentNode | undefined): void {
        if (!content || page.position !== this.chunker.pages[0]?.position) return;
        const tables = [...content.querySelectorAll("table")].filter(
          (table) => !table.parentElement?.closest("table"),
        );
        const candidates = tables.filter(mayBeTall);
        if (candidates.length === 0) return;
        document.head.append(styles);
        const area = page.element.querySelector<HTMLElement>(".pagedjs_page_content")!;
        const { width, height } = area.getBoundingClientRect();
        const place = document.createElement("div");
        place.className = "colophon-measured";
        place.style.cssText = `position: absolute; visibility: hidden; width: ${width}px`;
        area.append(place);
        for (const table of candidates) cutTable(table, place, height);
        place.remove();
      }
    },
  );
}
