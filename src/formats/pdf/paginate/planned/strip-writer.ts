/**
 * Writes down the strips of a column, in their order: what has begun since the last one, what has ended, and what
 * styles say of a page that would end there.
 */
import type { GalleyColumns, Strip } from "../../plan/galley.js";
import type { FrameEdges, StripPlace, StripWriter } from "./galley-types.js";

export function writeStrips(): void {
  const FORCED = /^(?:always|page|left|right|recto|verso|column|all)$/;

  const NOWHERE = { paragraph: undefined, line: 0 };

  const px = (value: string): number => Number.parseFloat(value) || 0;

  const forcedBy = (value: string | undefined): Strip["forced"] => {
    if (value === undefined || !FORCED.test(value)) return undefined;
    if (value === "recto" || value === "right") return "recto";
    return value === "verso" || value === "left" ? "verso" : "page";
  };

  const marginAbove = (element: Element): number =>
    Math.max(
      ...window.colophonPlanned.chainAbove(element).map((each) => px(getComputedStyle(each).marginTop)),
    );

  const open = (flow: HTMLElement): StripWriter => {
    const strips: Strip[] = [];
    const places: StripPlace[] = [];
    const columns: GalleyColumns[] = [];
    let isInColumns = false;
    const { top: zero } = flow.getBoundingClientRect();
    const { lineHeight } = getComputedStyle(flow);
    /** Of the white before a block: by how much it may grow. */
    const share = px(getComputedStyle(flow).getPropertyValue("--stretch"));
    /** What has begun since the last strip. */
    let opened: { readonly element: Element; readonly top: number } | undefined;
    let forced: Strip["forced"];
    let isApart = false;
    /** What the element that was closed last says of the break after it. */
    let after: { readonly forced?: Strip["forced"]; readonly isApart?: boolean } = {};
    /** Elements that are open and do not want to be broken, each with how many strips it has. */
    const whole: { strips: number }[] = [];
    /** Boxes that are open whose edges each page repeats which has a part of them. */
    const frames: (FrameEdges & { readonly first: number })[] = [];
    let closed = 0;
    let isBehindBlock = false;
    let lastTop = 0;
    /** The name of the page that the text is on (CSS Paged Media 3, 5.3). */
    let page: string | undefined;

    /** Behind lines that are in no block of their own, not all of the white is a margin. */
    const growthBefore = (start: number): number =>
      opened && isBehindBlock && !isInColumns && !opened.element.closest("table, pre")
        ? (start - closed) * share
        : 0;

    /** A line of running text: not of a heading, which is set apart from the text before it. */
    const isText = (strip: number): boolean =>
      /^(?:p|li|dd)$/.test(places[strip]?.paragraph?.block.localName ?? "");

    const goOn = (strip: number, lines: number): void => {
      if (isText(strip) && strips[strip]!.keep === "free")
        strips[strip] = { ...strips[strip]!, goesOn: lines };
    };

    return {
      strips,
      places,
      columns,
      zero,
      end: () => closed,
      begin(element, top, style) {
        const { breakBefore = style.breakBefore, previousBreakAfter } = element.dataset;
        const wish = forcedBy(breakBefore) ?? forcedBy(previousBreakAfter) ?? after.forced;
        if (wish) forced = wish;
        const name = element.dataset.page;
        if (name !== undefined && name !== page) {
          if (strips.length > 0) forced ??= "page";
          page = name;
        }
        if ([breakBefore, previousBreakAfter].includes("avoid") || after.isApart) isApart = true;
        if (opened) return;
        // What begins a page keeps the margin above it only at the top of the text.
        const margin = element.parentElement === flow && wish ? marginAbove(element) : 0;
        opened = { element, top: top - margin };
      },
      keepApart() {
        isApart = true;
      },
      add({ top, bottom, keep = "free", slack, head }, place = NOWHERE) {
        if (top - zero < lastTop - px(lineHeight))
          window.colophonPlanned.refuse("blocks do not stand below one another");
        lastTop = top - zero;
        const isKept = isApart || whole.some((each) => each.strips > 0);
        const start = (opened ? opened.top : top) - zero;
        const growth = growthBefore(start);
        const broken = frames.filter(({ first }) => first < strips.length);
        const repeated = (head ?? 0) + broken.reduce((sum, each) => sum + each.above, 0);
        strips.push({
          end: closed + broken.reduce((sum, each) => sum + each.below, 0),
          start: strips.length === 0 ? 0 : start,
          keep: isKept ? "apart" : keep,
          ...(forced && { forced }),
          ...(repeated > 0 && { head: repeated }),
          ...(slack !== undefined && !opened && { slack }),
          ...(growth > 0 && { stretch: growth }),
        });
        places.push({ element: opened?.element, ...place });
        for (const each of whole) each.strips += 1;
        opened = undefined;
        forced = undefined;
        isApart = false;
        after = {};
        closed = bottom - zero;
        isBehindBlock = false;
      },
      holdTogether(read) {
        whole.push({ strips: 0 });
        read();
        whole.pop();
      },
      inFrame(edges, read) {
        frames.push({ ...edges, first: strips.length });
        read();
        frames.pop();
      },
      inColumns(count, read) {
        const from = strips.length;
        isInColumns = true;
        read();
        isInColumns = false;
        const to = strips.length;
        if (strips.slice(from + 1).some((strip) => strip.forced !== undefined))
          window.colophonPlanned.refuse("a page has to begin within columns");
        columns.push({ from, to, count });
      },
      keepLines(first, { orphans, widows }) {
        if (isText(first - 1)) goOn(first, orphans);
        for (let at = first + 1; at < strips.length; at += 1) {
          const isAlone = at - first < orphans || strips.length - at < widows;
          if (isAlone && strips[at]!.keep === "free") strips[at] = { ...strips[at]!, keep: "lines" };
          else goOn(at, 1);
        }
      },
      finish(element, bottom, style, first) {
        if (strips.length === first) {
          if (opened?.element === element) opened = undefined;
          // The margins of an empty block are one with those around it; those of an empty table are not.
          if (!/^(?:block|list-item)$/.test(style.display)) isBehindBlock = false;
          return;
        }
        closed = Math.max(closed, bottom - zero);
        isBehindBlock = true;
        const { breakAfter = style.breakAfter } = element.dataset;
        after = { forced: forcedBy(breakAfter), isApart: breakAfter === "avoid" };
      },
    };
  };

  window.colophonPlanned = {
    ...window.colophonPlanned,
    openStrips: open,
    refuse(reason): never {
      window.colophonUnplanned = reason;
      throw new Error(`Not planned: ${reason}`);
    },
  };
}
