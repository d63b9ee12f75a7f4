/**
 * Makes the document print the pages of a plan: what the plan says becomes page breaks that Chromium cannot but take.
 *
 * An element that begins a page gets a break before it. Inside of a paragraph a break has no such place: one
 * that would run over the end of the page gets as many `widows` as lines that go on; one that would
 * fit is made too long by a padding; and where neither will do the paragraph is made of two blocks, which stay one in the tags.
 */
import type { NotePart, PagePlan } from "../../plan/galley.js";
import type { GalleyBox, Paragraph, ReadGalley, TextPoint } from "./galley-types.js";

export function steerPages(): void {
  const styles = document.createElement("style");
  styles.dataset.pagedjsIgnore = "";
  styles.textContent = `
    .colophon-flow * { orphans: 1 !important; break-inside: auto !important; break-before: auto !important }
    .colophon-flow *:not(.colophon-widows) { widows: 1 !important }
    .colophon-flow thead { break-inside: avoid !important }
    .colophon-flow .colophon-begins { break-before: page !important }
    .colophon-flow .colophon-top { margin-top: 0 !important }
    .colophon-flow .colophon-blank { height: 1px }
    .colophon-notes { position: absolute !important; left: 0; margin: 0 !important; height: auto !important; display: block !important }`;

  /** What fits, or does not, by less than this is not to be relied on. Less than a line. */
  const ROUNDING = 1;

  /** Boxes are laid out in 64ths of a pixel: a page that is full must not become fuller. */
  const roundedDown = (pixels: number): number => Math.floor(pixels * 64) / 64;

  /** Breaks in a paragraph, with the page that each begins. */
  interface ParagraphBreak {
    readonly page: number;
    readonly line: number;
    readonly point: TextPoint;
  }

  const isSeen = (node: Node): boolean =>
    node instanceof Element || (node instanceof Text && /\S/.test(node.data));

  const isFloat = (node: Node): boolean => node instanceof Element && getComputedStyle(node).float !== "none";

  /** What stands beside a thing that floats: the two move together, and the white above is that of the text. */
  const inFlow = (element: Element): Element => {
    let each: Element | null = element;
    while (each && isFloat(each)) each = each.nextElementSibling;
    return each ?? element;
  };

  /** What begins a page begins at its top, however deep it stands. */
  const firstChain = (element: Element): Element[] => {
    const chain: Element[] = [];
    for (let each: Node | undefined = element; each instanceof Element; ) {
      chain.push(each);
      each = [...each.childNodes].find((node) => isSeen(node) && !isFloat(node));
    }
    return chain;
  };

  /** What is empty before an element would stay behind, and make a page of its own. */
  const withEmptyOnes = (element: Element): Element[] => {
    const found = [element];
    for (let each = element.previousElementSibling; each; each = each.previousElementSibling) {
      if (each.localName === "tr" || each instanceof SVGElement) break;
      const { position, display, float } = getComputedStyle(each);
      if (position === "absolute" || display === "none" || float !== "none") break;
      if ((each as HTMLElement).offsetHeight > 0) break;
      found.push(each);
    }
    return found;
  };

  type Work = () => void;

  const beginPageAt = (element: Element, keepsMargin: boolean, blanks: number): Work => {
    const all = withEmptyOnes(element);
    const first = all.at(-1)!;
    const flush = keepsMargin ? all.slice(1) : [...all.slice(1), ...firstChain(inFlow(element))];
    return () => {
      for (const each of flush) each.classList.add("colophon-top");
      first.classList.add("colophon-begins");
      for (let count = 0; count < blanks; count += 1) {
        const blank = document.createElement("div");
        blank.className = "colophon-begins colophon-blank";
        first.before(blank);
      }
    };
  };

  const blockOf = (nodes: readonly Node[], style: string): HTMLElement => {
    const span = document.createElement("span");
    span.style.cssText = `display: block; ${style}`;
    span.append(...nodes);
    return span;
  };

  /** Makes blocks of a paragraph, one for each page that it is on; in the tags it stays one. */
  const divide = ({ block, nodes }: Paragraph, points: readonly TextPoint[], isJustified: boolean): void => {
    const place = nodes.at(-1)!.nextSibling;
    const first = blockOf(nodes, "");
    block.insertBefore(first, place);
    // From the end: places in what is before a division stay what they are.
    for (const { node, offset } of [...points].reverse()) {
      const rest = document.createRange();
      rest.selectNodeContents(first);
      if (offset > 0) rest.setStart(node, offset);
      else rest.setStartBefore(node);
      const tail = blockOf([rest.extractContents()], "text-indent: 0");
      tail.className = "colophon-begins";
      first.after(tail);
    }
    if (isJustified) {
      for (
        let each: Element | null = first;
        each?.nextElementSibling?.matches(".colophon-begins");
        each = each.nextElementSibling
      )
        (each as HTMLElement).style.textAlignLast = "justify";
    }
    if (block.localName === "p") block.setAttribute("role", "paragraph");
  };

  window.colophonPlanned = {
    ...window.colophonPlanned,
    steer(box: GalleyBox, read: ReadGalley, plan: PagePlan, starts): void {
      const { galley, places } = read;
      const { strips, height } = galley;
      const { pages } = plan;
      const endOf = (page: number) => strips[pages[page]!.to]?.end ?? galley.end;
      const work: Work[] = [];
      const margins = window.colophonPlanned.openMargins(box.flow);
      const inParagraphs = new Map<Paragraph, ParagraphBreak[]>();
      pages.forEach(({ from, isBlank }, page) => {
        if (page === 0 || isBlank || from >= strips.length) return;
        const place = places[from]!;
        const blanks = pages[page - 1]!.isBlank ? 1 : 0;
        if (place.element ?? !(place.paragraph && place.line > 0)) {
          const element = place.element ?? place.paragraph!.block;
          const keepsMargin = element.parentElement === box.flow && strips[from]!.forced !== undefined;
          if (element !== box.flow) margins.breakIn(element.parentElement!);
          work.push(beginPageAt(element, keepsMargin, blanks));
          return;
        }
        const paragraph = place.paragraph!;
        margins.breakIn(paragraph.block);
        const breaks = inParagraphs.get(paragraph) ?? [];
        inParagraphs.set(paragraph, breaks);
        breaks.push({ page, line: place.line, point: starts[page]! });
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
      const notes = placeNotes(box, read, plan);
      document.head.append(styles);
      for (const each of work) each();
      margins.write();
      notes();
      box.noteColumn.remove();

      /** The height that the page before a break has used. */
      function breakIn(paragraph: Paragraph, breaks: readonly ParagraphBreak[]): Work {
        const { block, lines, nodes } = paragraph;
        const style = getComputedStyle(block);
        const isJustified = style.textAlign === "justify";
        const isAlone =
          nodes.length === [...block.childNodes].filter((node) => !(node instanceof Comment)).length;
        const [only] = breaks;
        if (breaks.length === 1 && only && isAlone && style.display === "block") {
          const before = pages[only.page - 1]!;
          const start = strips[before.from]!;
          const shift = window.colophonPlanned.shiftOf(read, plan, only.page - 1, before.to - 1);
          const used = endOf(only.page - 1) - start.start + (start.head ?? 0) + shift;
          const rest = lines.length - only.line;
          const last = pages[only.page]!.from + rest - 1;
          const left = (strips[last + 1]?.end ?? galley.end) - strips[pages[only.page]!.from]!.start;
          // The lines that go on would not all have fitted: Chromium goes back from the end of the page.
          if (used + left > height + ROUNDING) {
            return () => {
              block.classList.add("colophon-widows");
              block.style.setProperty("widows", String(rest), "important");
            };
          }
          const free = height - used - ROUNDING;
          if (free > 0 && used + left < height - ROUNDING) {
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
        return () => {
          divide(
            paragraph,
            breaks.map(({ point }) => point),
            isJustified,
          );
        };
      }
    },
  };

  /** Puts notes at the feet of their pages, behind the block that calls the last of them. */
  function placeNotes({ flow, noteArea, width }: GalleyBox, read: ReadGalley, plan: PagePlan): Work {
    const { galley, notes, places } = read;
    const { height, noteOverhead } = galley;
    const areas = plan.pages.flatMap(({ notes: parts, to }, page) => {
      if (parts.length === 0) return [];
      const area = noteArea.cloneNode(true) as HTMLElement;
      area.className += " colophon-notes";
      const content = area.querySelector(".pagedjs_footnote_content")!;
      content.classList.remove("pagedjs_footnote_empty");
      const heightOf = ({ note, from, to: end }: NotePart) => {
        const { lines } = galley.notes[note]!;
        return lines[end - 1]! - (from === 0 ? 0 : lines[from - 1]!);
      };
      const tall = parts.reduce((sum, part) => sum + heightOf(part), noteOverhead);
      area.style.cssText = `top: ${(page + 1) * height - tall}px; width: ${width}px`;
      const host = hostOf(
        places[Math.max(0, to - 1)]!.paragraph?.block ?? places[Math.max(0, to - 1)]!.element,
        flow,
      );
      const cut = parts.map((part) => partOf(notes[part.note]!, part, galley.notes[part.note]!.lines.length));
      return [{ area, content, parts: cut, host }];
    });
    return () => {
      for (const { area, content, parts, host } of areas) {
        const inner = content.querySelector(".pagedjs_footnote_inner_content") ?? content;
        inner.append(...parts);
        (host ?? flow.lastElementChild)?.after(area);
      }
    };
  }

  function hostOf(element: Element | undefined, flow: HTMLElement): Element | undefined {
    let host = element;
    const table = host?.closest("table");
    if (table) host = table;
    while (
      host &&
      host.parentElement !== flow &&
      !/^(?:P|LI|DD|BLOCKQUOTE|PRE|TABLE|FIGURE|H[1-6]|DIV)$/.test(host.tagName)
    )
      host = host.parentElement ?? undefined;
    return host?.closest("figure, pre, ul, ol, dl, blockquote") ?? host;
  }

  /** A note, or a copy of some of its lines. */
  function partOf(note: HTMLElement, { from, to }: NotePart, lines: number): HTMLElement {
    if (from === 0 && to === lines) return note;
    const range = document.createRange();
    range.selectNodeContents(note);
    const { startInNote } = window.colophonPlanned;
    const start = from > 0 ? startInNote(note, from) : undefined;
    const end = to < lines ? startInNote(note, to) : undefined;
    if (start) setEdge(range, "setStart", start);
    if (end) setEdge(range, "setEnd", end);
    let part: DocumentFragment | HTMLElement = range.cloneContents();
    let around: Node | null = range.commonAncestorContainer;
    if (around instanceof Text) around = around.parentNode;
    for (; around && around !== note; around = around.parentNode) {
      const shell = around.cloneNode(false) as HTMLElement;
      shell.append(part);
      part = shell;
    }
    const copy = note.cloneNode(false) as HTMLElement;
    copy.append(part);
    if (from > 0) {
      copy.dataset.splitFrom = copy.dataset.ref;
      for (const each of [copy, ...copy.querySelectorAll("[id]")]) each.removeAttribute("id");
    }
    return copy;
  }

  function setEdge(range: Range, edge: "setStart" | "setEnd", { node, offset }: TextPoint): void {
    if (offset > 0) range[edge](node, offset);
    else range[`${edge}Before`](node);
  }
}
