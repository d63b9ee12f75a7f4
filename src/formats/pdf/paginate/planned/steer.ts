/**
 * Makes the document print the pages of a plan: what the plan says becomes page breaks that Chromium cannot but take.
 *
 * An element that begins a page gets a break before it. Inside of a paragraph a break has no such place: one
 * that would run over the end of the page gets as many `widows` as lines that go on; one that would
 * fit is made too long by a padding; and where neither will do the paragraph is made of two blocks, which stay one in the tags.
 */
import type { ColumnsOnPage, PagePlan } from "../../plan/galley.js";
import type { GalleyBox, Paragraph, ReadGalley, TextPoint } from "./galley-types.js";

export function steerPages(): void {
  const styles = document.createElement("style");
  styles.dataset.pagedjsIgnore = "";
  styles.textContent = `
    .colophon-flow * { orphans: 1 !important; break-inside: auto !important; break-before: auto !important }
    .colophon-flow *:not(.colophon-widows) { widows: 1 !important }
    .colophon-flow thead { break-inside: avoid !important }
    .colophon-flow .colophon-begins { break-before: page !important }
    .colophon-flow .colophon-column { break-before: column !important }
    .colophon-flow .colophon-columns { column-fill: balance !important }
    .colophon-flow .colophon-top { margin-top: 0 !important }
    .colophon-flow :is(.colophon-empty, .colophon-empty *) { margin: 0 !important }
    .colophon-flow table.colophon-top:not(:has(td, th)) { margin-bottom: 0 !important }
    .colophon-flow .colophon-blank { height: 1px }`;

  /** What fits, or does not, by less than this is not to be relied on. Less than a line. */
  const ROUNDING = 1;

  /** Boxes are laid out in 64ths of a pixel: a page that is full must not become fuller. */
  const roundedDown = (pixels: number): number => Math.floor(pixels * 64) / 64;

  /** Breaks in a paragraph, with the page that each begins, or the page on which it begins a column. */
  interface ParagraphBreak {
    readonly page: number;
    readonly line: number;
    readonly point: TextPoint;
    readonly begins: Begins;
    readonly above: number;
    readonly blanks: number;
  }

  type Begins = "colophon-begins" | "colophon-column";

  /** In columns a page begins with the first of them: Chromium breaks none there. */
  const beginsAt = ({ galley }: ReadGalley, strip: number): Begins =>
    galley.columns.some(({ from, to }) => from < strip && strip < to) ? "colophon-column" : "colophon-begins";

  const isFloat = (node: Node): boolean =>
    node instanceof Element &&
    (getComputedStyle(node).float !== "none" || node.classList.contains("floated"));

  const isOutOfFlow = (element: Element): boolean => {
    const { position, display } = getComputedStyle(element);
    return position === "absolute" || display === "none" || isFloat(element);
  };

  /** What stands beside a thing that floats: the two move together, and the white above is that of the text. */
  const inFlow = (element: Element): Element => {
    let each: Element | null = element;
    while (each && isFloat(each)) each = each.nextElementSibling;
    return each ?? element;
  };

  /** What is empty before a node would stay behind, or make a page of its own where the one before is full. The nearest first. */
  const emptyOnesBefore = (node: Node): Element[] => {
    const found: Element[] = [];
    for (let each = node.previousSibling; each; each = each.previousSibling) {
      if (!(each instanceof Element)) {
        if (takesNoRoom(each)) continue;
        break;
      }
      // What fills the last line of a paragraph up is a part of that.
      if (each.localName === "tr" || each instanceof SVGElement || each.matches(".colophon-rest")) break;
      if (isOutOfFlow(each) || (each as HTMLElement).offsetHeight > 0) break;
      found.push(each);
    }
    return found;
  };

  const emptyOne = (name: string): HTMLElement => {
    const element = document.createElement("div");
    element.className = `${name} colophon-empty`;
    return element;
  };

  type Work = () => void;

  interface PageBegin {
    readonly begins: Begins;
    readonly keepsMargin: boolean;
    /** Empty pages before it. */
    readonly blanks: number;
    /** What figures at the head of the page take. */
    readonly above: number;
  }

  const beginAt = (element: Element, { begins, keepsMargin, blanks, above }: PageBegin): Work => {
    const emptyOnes = emptyOnesBefore(element);
    const first = emptyOnes.at(-1) ?? element;
    const floats = isFloat(first);
    // What begins a page begins at its top, however deep it stands.
    const flush = keepsMargin ? [] : window.colophonPlanned.chainAbove(inFlow(element));
    return () => {
      for (const each of emptyOnes) each.classList.add("colophon-empty");
      for (const each of flush) each.classList.add("colophon-top");
      for (let count = 0; count < blanks; count += 1)
        first.before(emptyOne("colophon-begins colophon-blank"));
      // Chromium breaks no page before what floats.
      const begun = floats ? emptyOne(begins) : first;
      if (floats) first.before(begun);
      else first.classList.add(begins);
      if (above > 0) (begun as HTMLElement).style.setProperty("margin-top", `${above}px`, "important");
    };
  };

  const blockOf = (nodes: readonly Node[], style: string): HTMLElement => {
    const span = document.createElement("span");
    span.style.cssText = `display: block; ${style}`;
    span.append(...nodes);
    return span;
  };

  /** What stands in an element from a place on, taken out of it. */
  const cutBehind = (element: Element, { node, offset }: TextPoint): DocumentFragment => {
    const rest = document.createRange();
    rest.selectNodeContents(element);
    if (offset > 0) rest.setStart(node, offset);
    else rest.setStartBefore(node);
    return rest.extractContents();
  };

  /**
   * Makes blocks of a paragraph, one for each page or column that it is on; in the tags it stays one.
   *
   * @param emptyOnes before it: they go with its first line to the page that begins with that.
   */
  const divide = (
    { block, nodes }: Paragraph,
    breaks: readonly ParagraphBreak[],
    isJustified: boolean,
    emptyOnes: readonly Element[],
  ): void => {
    const place = nodes.at(-1)!.nextSibling;
    const first = blockOf(nodes, "");
    block.insertBefore(first, place);
    // From the end: places in what is before a division stay what they are.
    for (const { line, point, begins, above, blanks } of [...breaks].reverse()) {
      const tail = line === 0 ? first : blockOf([cutBehind(first, point)], "");
      tail.style.cssText += "text-indent: 0; margin-top: 0";
      const empty = Array.from({ length: blanks }, () => blockOf([], ""));
      for (const each of empty) each.className = "colophon-begins colophon-blank";
      if (tail !== first) first.after(...empty, tail);
      const begun = ((tail === first && emptyOnes.at(-1)) || tail) as HTMLElement;
      begun.classList.add(begins);
      if (tail === first) {
        begun.before(...empty);
        for (const each of emptyOnes) each.classList.add("colophon-empty");
      }
      if (above > 0) begun.style.setProperty("margin-top", `${above}px`, "important");
    }
    if (isJustified) {
      for (
        let each: Element | null = first;
        each?.nextElementSibling?.matches("span.colophon-begins, span.colophon-column");
        each = each.nextElementSibling
      )
        (each as HTMLElement).style.textAlignLast = "justify";
    }
    if (block.localName === "p") block.setAttribute("role", "paragraph");
  };

  /** True for a line that something of its block stands before: lines, or what parts them, a formula or a list. */
  const goesOnInBlock = ({ nodes }: Paragraph, line: number): boolean => {
    let before = nodes[0]!.previousSibling;
    while (before && takesNoRoom(before)) before = before.previousSibling;
    return line > 0 || before !== null;
  };

  const takesNoRoom = (node: Node): boolean =>
    node instanceof Element
      ? isOutOfFlow(node) || (node as HTMLElement).offsetHeight === 0
      : node instanceof Comment || node.textContent!.trim() === "";

  window.colophonPlanned = {
    ...window.colophonPlanned,
    steer(box: GalleyBox, read: ReadGalley, plan: PagePlan, starts): void {
      const { galley, places } = read;
      const { strips } = galley;
      const { pages } = plan;
      const endOf = (page: number) => strips[pages[page]!.to]?.end ?? galley.end;
      const work: Work[] = read.columns.map(({ element, style }) => () => {
        element.style.cssText = style;
      });
      const margins = window.colophonPlanned.openMargins(box.flow);
      const inParagraphs = new Map<Paragraph, ParagraphBreak[]>();
      pages.forEach(({ from, to, columns = [] }, page) => {
        if (page > 0 && from < to) beginWith(from, page, beginsAt(read, from), starts[page]);
        for (const own of columns) {
          for (const strip of own.begins) beginWith(strip, page, "colophon-column");
          endColumns(own);
        }
      });
      pages.forEach(({ from, to, stretched = 0 }) => {
        if (stretched === 0) return;
        for (let at = from + 1; at < to; at += 1) {
          const { stretch = 0, start, end } = strips[at]!;
          const { element } = places[at]!;
          if (stretch > 0 && element) {
            const grows = inFlow(element) as HTMLElement;
            const margin = roundedDown(start - end + stretched * stretch);
            work.push(() => grows.style.setProperty("margin-top", `${margin}px`, "important"));
          }
        }
      });
      for (const [paragraph, breaks] of inParagraphs) work.push(breakIn(paragraph, breaks));
      const placeNotes = window.colophonPlanned.notesToPlace(box, read, plan);
      const placeFloats = window.colophonPlanned.floatsToPlace(box, read, plan);
      const last = blanksBefore(pages.length);
      work.push(() => {
        for (let count = 0; count < last; count += 1)
          box.flow.append(emptyOne("colophon-begins colophon-blank"));
      });
      document.head.append(styles);
      for (const each of work) each();
      margins.write();
      placeNotes();
      placeFloats();
      box.noteColumn.remove();

      function beginWith(strip: number, page: number, begins: Begins, start?: TextPoint): void {
        const place = places[strip]!;
        const isFirst = strip === pages[page]!.from;
        const above = isFirst ? window.colophonPlanned.headHeight(read, plan, page) : 0;
        const blanks = isFirst ? blanksBefore(page) : 0;
        if (place.element ?? !(place.paragraph && goesOnInBlock(place.paragraph, place.line))) {
          const element = place.element ?? place.paragraph!.block;
          const keepsMargin = element.parentElement === box.flow && strips[strip]!.forced !== undefined;
          if (element !== box.flow) margins.breakIn(element.parentElement!);
          work.push(beginAt(element, { begins, keepsMargin, blanks, above }));
          return;
        }
        const paragraph = place.paragraph!;
        margins.breakIn(paragraph.block);
        const breaks = inParagraphs.get(paragraph) ?? [];
        inParagraphs.set(paragraph, breaks);
        const point = start ?? window.colophonPlanned.startOf(place);
        breaks.push({ page, line: place.line, point, begins, above, blanks });
      }

      /** Pages without text, which have notes or figures alone, or nothing. */
      function blanksBefore(page: number): number {
        let count = 0;
        while (count < page && pages[page - 1 - count]!.from === pages[page - 1 - count]!.to) count += 1;
        return count;
      }

      /** Columns that are left over are begun, too: Chromium would divide the others to fill them. */
      function endColumns({ to, begins }: ColumnsOnPage): void {
        const block = galley.columns.findIndex((each) => each.to === to);
        for (let left = (galley.columns[block]?.count ?? 0) - 1 - begins.length; left > 0; left -= 1)
          work.push(() => read.columns[block]!.element.append(emptyOne("colophon-column")));
      }

      function breakIn(paragraph: Paragraph, breaks: readonly ParagraphBreak[]): Work {
        const { block, lines, nodes } = paragraph;
        const style = getComputedStyle(block);
        const isJustified = style.textAlign === "justify";
        const isAlone =
          nodes.length === [...block.childNodes].filter((node) => !(node instanceof Comment)).length;
        const [only] = breaks;
        if (
          only?.begins === "colophon-begins" &&
          only.above + only.blanks === 0 &&
          breaks.length === 1 &&
          isAlone &&
          style.display === "block"
        ) {
          const before = pages[only.page - 1]!;
          const start = strips[before.from]!;
          const shift = window.colophonPlanned.shiftOf(read, plan, only.page - 1, before.to - 1);
          const used = endOf(only.page - 1) - start.start + (start.head ?? 0) + shift;
          const rest = lines.length - only.line;
          const last = pages[only.page]!.from + rest - 1;
          const left = (strips[last + 1]?.end ?? galley.end) - strips[pages[only.page]!.from]!.start;
          // The lines that go on would not all have fitted: Chromium goes back from the end of the page.
          if (used + left > box.printedHeight + ROUNDING) {
            return () => {
              block.classList.add("colophon-widows");
              block.style.setProperty("widows", String(rest), "important");
            };
          }
          // Half a line more is on the page than is planned for it: neither is the last line in want of room, nor has the next one any.
          const free = box.printedHeight - used - galley.leading / 2;
          // The padding is below the lines that go on, too, and has to leave them room on their page.
          const isRoom = left + free < box.printedHeight - ROUNDING;
          if (free > 0 && isRoom && used + left < box.printedHeight - ROUNDING) {
            if (Number.parseFloat(style.paddingBottom) === 0) {
              margins.takeOff(block, free);
              return () => {
                block.style.setProperty("padding-bottom", `${free}px`, "important");
                block.style.setProperty("box-decoration-break", "clone");
                block.style.setProperty("-webkit-box-decoration-break", "clone");
              };
            }
          }
        }
        const emptyOnes = breaks[0]!.line === 0 ? emptyOnesBefore(nodes[0]!) : [];
        return () => divide(paragraph, breaks, isJustified, emptyOnes);
      }
    },
  };
}
