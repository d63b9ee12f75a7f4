/**
 * Reads a galley: every line, row and picture of it, with what its styles say of page breaks before it.
 *
 * Everything is read, and nothing changed: the browser lays the column out once.
 */
import type { Strip } from "../../plan/galley.js";
import type {
  ElementKind,
  FrameEdges,
  GalleyBox,
  LineBox,
  OpenedBoxes,
  Paragraph,
  ReadGalley,
  StripsOfFlow,
  StripWriter,
} from "./galley-types.js";

export function readGalleys(): void {
  /** Of a pixel: less is rounding. */
  const NEARLY = 1.5;
  const EVEN = 0.05;
  /** Boxes are laid out in 64ths of a pixel. */
  const ROUNDING = 1 / 64;
  const DEFAULT_LEADING = 16;

  const px = (value: string): number => Number.parseFloat(value) || 0;

  const isBlank = (node: Node): boolean =>
    node instanceof Comment || (node instanceof Text && !/\S/.test(node.data));

  /** What stands in a place of its page stands in its section, which is made as tall as a page. */
  class Bound extends Error {}

  /** Text in columns is met: it has to be made one column first. */
  class Unopened extends Error {}

  const bindToPage = (element: Element, { flow, height }: GalleyBox): never => {
    let section = element as HTMLElement;
    while (section.parentElement !== flow) section = section.parentElement!;
    if (section === element || section.getBoundingClientRect().height > height)
      window.colophonPlanned.refuse("something stands in a place of its page");
    section.style.setProperty("position", "relative", "important");
    section.style.setProperty("height", `${height}px`, "important");
    throw new Bound();
  };

  /** Where lines end that a block follows, if it is where it seems: lines have no box of their own. */
  const endBefore = (last: ChildNode, seems: number): number => {
    let next = last.nextSibling;
    while (next && isBlank(next)) next = next.nextSibling;
    if (!(next instanceof HTMLElement)) return seems;
    const end = next.getBoundingClientRect().top - px(getComputedStyle(next).marginTop);
    return Math.abs(end - seems) < NEARLY ? end : seems;
  };

  const edgesOf = (style: CSSStyleDeclaration): FrameEdges => ({
    above: px(style.paddingTop) + px(style.borderTopWidth),
    below: px(style.paddingBottom) + px(style.borderBottomWidth),
  });

  const fewest = (style: CSSStyleDeclaration) => ({
    orphans: Number.parseInt(style.orphans, 10) || 2,
    widows: Number.parseInt(style.widows, 10) || 2,
  });

  /** Paragraphs with lines of unequal heights, each with its first strip: they are measured when all is read. */
  type Uneven = Map<Paragraph, number>;

  /** @param isAll the block has these lines and nothing else. */
  const readLines = (
    nodes: ChildNode[],
    block: HTMLElement,
    style: CSSStyleDeclaration,
    isAll: boolean,
    strips: StripWriter,
    uneven: Uneven,
  ): void => {
    while (nodes[0] && isBlank(nodes[0])) nodes.shift();
    while (nodes.length > 0 && isBlank(nodes.at(-1)!)) nodes.pop();
    if (nodes.length === 0) return;
    const lineHeight = px(style.lineHeight);
    const box = block.getBoundingClientRect();
    const lines = window.colophonPlanned.linesOf(nodes, isAll && box.height > lineHeight ? block : undefined);
    const [first, last] = [lines[0], lines.at(-1)];
    if (!first || !last) return;
    const count = lines.length;
    const half = (line: LineBox) => Math.max(0, lineHeight - (line.bottom - line.top)) / 2;
    const top = isAll ? box.top + px(style.paddingTop) + px(style.borderTopWidth) : first.top - half(first);
    const bottom = isAll
      ? box.bottom - px(style.paddingBottom) - px(style.borderBottomWidth)
      : endBefore(nodes.at(-1)!, last.bottom + half(last));
    // Chromium rounds the heights of lines that are nearly whole pixels, so that they are not what the style says.
    const isEven = [lineHeight, Math.round(lineHeight)].some(
      (each) => Math.abs(count * each - (bottom - top)) < EVEN + count * ROUNDING,
    );
    const edge = (index: number): number => {
      if (index === 0) return top;
      if (index === count) return bottom;
      return isEven
        ? top + (index * (bottom - top)) / count
        : (lines[index - 1]!.bottom + lines[index]!.top) / 2;
    };
    const paragraph: Paragraph = { block, nodes, lines };
    const begin = strips.strips.length;
    if (!isEven && count > 1) uneven.set(paragraph, begin);
    for (let line = 0; line < count; line += 1) {
      const slack = (isEven && isAll) || line === 0 ? {} : { slack: 1 };
      strips.add({ top: edge(line), bottom: edge(line + 1), ...slack }, { paragraph, line });
    }
    strips.keepLines(begin, fewest(style));
  };

  /** What goes to the edges would be cut off at those of the type area, which is all that is printed of a planned page. */
  const TO_THE_EDGES = ":is(.full-bleed, .opening):not(h1)";

  const readFlow = (box: GalleyBox, { columns, floats: floated }: OpenedBoxes): StripsOfFlow => {
    const { flow, height } = box;
    const { kindOf, hasBlocks, readTable, refuse } = window.colophonPlanned;
    const strips = window.colophonPlanned.openStrips(flow);
    const uneven: Uneven = new Map();
    const floats: { readonly top: number; readonly bottom: number }[] = [];

    /** What is in a block: nodes beside each other make lines. */
    const readInside = (element: HTMLElement, style: CSSStyleDeclaration): void => {
      const kinds = new Map<Element, readonly [ElementKind, CSSStyleDeclaration]>();
      for (const child of element.children) {
        const own = getComputedStyle(child);
        kinds.set(child, [kindOf(child, own), own]);
      }
      const isBlock = (child: Element): boolean => {
        const [kind] = kinds.get(child)!;
        if (kind === "inline") return child.childElementCount > 0 && hasBlocks(child);
        return /^(?:block|table|whole|columns)$/.test(kind);
      };
      const isAll =
        style.display !== "inline" &&
        ![...kinds].some(([child, [kind]]) => kind === "floats" || isBlock(child));
      let run: ChildNode[] = [];
      const isInLine = (node: ChildNode): boolean =>
        !isBlank(node) && kinds.get(node as Element)?.[0] !== "none";
      const flush = () => {
        // What stands in a place of its own beside blocks is in no line.
        if (run.some(isInLine)) readLines(run, element, style, isAll, strips, uneven);
        run = [];
      };
      for (const child of [...element.childNodes]) {
        if (
          !(child instanceof HTMLElement || child instanceof SVGElement || child instanceof MathMLElement)
        ) {
          if (child instanceof Text) run.push(child);
          continue;
        }
        const [kind, own] = kinds.get(child)!;
        if (kind === "none" && child.classList.contains("floated")) {
          window.colophonPlanned.meetFloat(floated, child, strips);
        } else if (kind === "none") {
          if (own.position === "fixed") refuse("something stands in one place of all pages");
          if (own.position === "absolute" && (child as HTMLElement).offsetParent === flow)
            bindToPage(child, box);
          if (own.display !== "none") run.push(child);
        } else if (kind === "floats") {
          const { top, bottom } = child.getBoundingClientRect();
          // Chromium breaks no page in the margin below what floats: it goes to the next page with it.
          floats.push({ top: top - strips.zero, bottom: bottom + px(own.marginBottom) - strips.zero });
          if (run.every(isBlank)) strips.begin(child, top - px(own.marginTop), own);
        } else if (isBlock(child)) {
          flush();
          if (kind === "inline") readInside(child as HTMLElement, own);
          else readBlock(child as HTMLElement, own, kind);
        } else run.push(child);
      }
      flush();
    };

    const readBlock = (element: HTMLElement, style: CSSStyleDeclaration, kind: ElementKind): void => {
      const at = element.getBoundingClientRect();
      const first = strips.strips.length;
      strips.begin(element, at.top, style);
      const read = () => {
        if (kind === "table") readTable(element as HTMLTableElement, strips, height);
        else if (kind === "whole") readWhole(element, at, style);
        else if (kind === "columns") {
          const { count } = columns!.find((each) => each.element === element)!;
          strips.inColumns(count, () => readInside(element, style));
        } else {
          readInside(element, style);
          if (strips.strips.length === first && at.height > 0) strips.add(at);
        }
      };
      const framed = () =>
        style.getPropertyValue("box-decoration-break") === "clone"
          ? strips.inFrame(edgesOf(style), read)
          : read();
      if (/^avoid/.test(style.breakInside)) strips.holdTogether(framed);
      else framed();
      // Lines of a listing are blocks, and all of them are a paragraph.
      if (element.localName === "pre") strips.keepLines(first, fewest(style));
      strips.finish(element, at.bottom, style, first);
    };

    const readWhole = (element: HTMLElement, at: DOMRect, style: CSSStyleDeclaration): void => {
      if (at.height === 0) return;
      const isColumns = style.columnCount !== "auto" || style.columnWidth !== "auto";
      if (isColumns && columns === undefined) throw new Unopened();
      if (at.height > height) {
        refuse(isColumns ? "columns go over pages" : `<${element.localName}> is taller than a page`);
      }
      strips.add(at);
    };

    readInside(flow, getComputedStyle(flow));
    const measured = new Map<number, number>();
    for (const [paragraph, tops] of window.colophonPlanned.measureLines([...uneven.keys()]))
      tops.forEach((top, index) => {
        measured.set(uneven.get(paragraph)! + index + 1, top - strips.zero);
      });
    /** A line ends where the next one begins. */
    const corrected = (strip: Strip, index: number): Strip => {
      const top = measured.get(index);
      if (top === undefined) return strip;
      const { slack: _, ...rest } = strip;
      return { ...rest, start: top, end: top };
    };
    const isBeside = ({ end, start }: Strip) => floats.some(({ top, bottom }) => start < bottom && end > top);
    return {
      places: strips.places,
      columns: strips.columns,
      end: Math.max(strips.end(), ...floats.map(({ bottom }) => bottom)),
      top: strips.zero,
      strips: strips.strips
        .map(corrected)
        .map((strip, index) =>
          index > 0 && strip.keep === "free" && isBeside(strip)
            ? { ...strip, keep: "beside" as const }
            : strip,
        ),
    };
  };

  const readBound = (box: GalleyBox, opened: OpenedBoxes): readonly [StripsOfFlow, OpenedBoxes] => {
    try {
      return [readFlow(box, opened), opened];
    } catch (error) {
      if (error instanceof Bound) return readBound(box, opened);
      if (!(error instanceof Unopened)) throw error;
      return readBound(box, { ...opened, columns: window.colophonPlanned.openColumns(box.flow) });
    }
  };

  window.colophonPlanned = {
    ...window.colophonPlanned,
    readGalley(box, opened, side): ReadGalley {
      const { floats: figures } = opened;
      if (box.flow.querySelector(TO_THE_EDGES))
        window.colophonPlanned.refuse("a picture goes to the edges of its page");
      const [read, { columns: boxes = [] }] = readBound(box, opened);
      const { end, top, places, columns } = read;
      const strips = figures.length > 0 ? window.colophonPlanned.boundStrips(box.flow, read) : read.strips;
      if (strips.length === 0 && figures.length > 0)
        window.colophonPlanned.refuse("it has no text but what floats");
      const floats = figures.map(({ strip, height }) => ({ strip, height }));
      const leading = px(getComputedStyle(box.flow).lineHeight) || DEFAULT_LEADING;
      const sides = window.colophonPlanned.readSideNotes(box, top);
      const notes = window.colophonPlanned.readNotes(box, read, sides);
      return {
        galley: { height: box.height, leading, side, strips, end, columns, floats, loose: [], ...notes },
        top,
        places,
        notes: [...box.notes.keys()],
        sides,
        columns: boxes,
        floats: figures,
      };
    },
  };
}
