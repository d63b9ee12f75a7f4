/**
 * Notes beside the text (`notes: side-notes`): a copy of each is laid out in a column as wide as the margin has room for. The plan
 * says which of them stand there; the others stay at the feet of their pages.
 */
import type { Galley, PagePlan } from "../../plan/galley.js";
import type { GalleyBox, NotePlace, ReadGalley, SideNote } from "./galley-types.js";

export function setSideNotes(): void {
  /** Of a pixel: rounding. */
  const NEARLY = 1;
  const pen = document.createElement("canvas").getContext("2d")!;
  const range = document.createRange();

  const px = (value: string): number => Number.parseFloat(value) || 0;

  /** How far the baseline of letters is below the top of their box. */
  const ascentOf = (element: Element): number => {
    const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(element);
    pen.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
    return pen.measureText("x").fontBoundingBoxAscent;
  };

  const baselineOf = (text: Text, edge: "first" | "last"): number | undefined => {
    const at = edge === "first" ? text.data.search(/\S/) : text.data.trimEnd().length - 1;
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    const box = [...range.getClientRects()].at(edge === "first" ? 0 : -1);
    return box && box.top + ascentOf(text.parentElement!);
  };

  const isText = (node: Node): boolean =>
    /\S/.test((node as Text).data) && !node.parentElement!.closest(".note-reference, .note-label");

  const textsIn = (root: Node): TreeWalker =>
    document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) =>
      isText(node) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP,
    );

  /** Of the line that calls a note: that of the text before the call, for the call itself is raised. */
  const baselineAt = (call: HTMLElement, block: Element): number => {
    const walker = textsIn(block);
    walker.currentNode = call;
    const before = walker.previousNode();
    return (before && baselineOf(before as Text, "last")) ?? call.getBoundingClientRect().bottom;
  };

  /** Of the first line of a note, from its top. */
  const baselineIn = (note: HTMLElement): number => {
    const first = textsIn(note).nextNode();
    const { top } = note.getBoundingClientRect();
    return (first ? (baselineOf(first as Text, "first") ?? top) : top) - top;
  };

  const canStand = (copy: HTMLElement): boolean =>
    copy.querySelector("table, pre") === null && copy.scrollWidth <= copy.clientWidth + NEARLY;

  const heightOf = (copy: HTMLElement): number =>
    copy.getBoundingClientRect().height + px(getComputedStyle(copy).marginBottom);

  const isLeftPage = ({ side }: Galley, page: number): boolean => {
    const isVerso = (page % 2 === 1) !== (side === "verso");
    return isVerso !== (document.documentElement.dir === "rtl");
  };

  window.colophonPlanned = {
    ...window.colophonPlanned,

    openSideNotes({ flow, notes }): GalleyBox["sides"] {
      const copies = new Map<HTMLElement, HTMLElement>();
      if (getComputedStyle(document.documentElement).getPropertyValue("--side-notes").trim() !== "1")
        return copies;
      const column = document.createElement("div");
      column.className = "side-notes";
      flow.after(column);
      for (const note of notes.keys()) {
        const copy = note.cloneNode(true) as HTMLElement;
        copy.classList.add("side-note");
        column.append(copy);
        copies.set(note, copy);
      }
      for (const copy of copies.values()) window.colophonTidyHyphens(copy);
      return copies;
    },

    readSideNotes({ notes, sides }, top): readonly (SideNote | undefined)[] {
      return [...notes].map(([note, call]) => {
        const copy = sides.get(note);
        if (!copy || !canStand(copy)) return undefined;
        const block = call.parentElement!.closest(
          "p, li, dd, dt, td, th, figcaption, div, h1, h2, h3, h4, h5, h6",
        );
        return {
          copy,
          line: baselineAt(call, block ?? call.parentElement!) - top,
          ascent: baselineIn(copy),
          height: heightOf(copy),
        };
      });
    },

    /**
     * Each stands at the line that calls it, or as little below it as those before it ask for; what would run over the foot of
     * the page moves up with those that are in its way.
     */
    stackNotes(notes, height): readonly number[] {
      const tops: number[] = [];
      let below = 0;
      for (const { wish, height: own } of notes) {
        tops.push(Math.max(wish, below));
        below = tops.at(-1)! + own;
      }
      let foot = height;
      for (let at = tops.length - 1; at >= 0; at -= 1) {
        tops[at] = Math.max(0, Math.min(tops[at]!, foot - notes[at]!.height));
        foot = tops[at]!;
      }
      return tops;
    },

    sideNotePlaces({ width, sides }: GalleyBox, read: ReadGalley, plan: PagePlan): Map<number, NotePlace> {
      const places = new Map<number, NotePlace>();
      const column = [...sides.values()][0]?.parentElement;
      if (!column) return places;
      const { pageAt, stackNotes } = window.colophonPlanned;
      const { marginInlineStart } = getComputedStyle(column);
      const gap = px(marginInlineStart);
      const room = column.getBoundingClientRect().width;
      plan.pages.forEach(({ beside = [] }, page) => {
        const notes = beside.map((note) => {
          const { line, ascent, height } = read.sides[note]!;
          return { wish: pageAt(read, plan, line + read.top).y - ascent, height };
        });
        stackNotes(notes, read.galley.height).forEach((y, index) => {
          places.set(beside[index]!, {
            page,
            x: isLeftPage(read.galley, page) ? -gap - room : width + gap,
            y,
          });
        });
      });
      return places;
    },

    /** The copies take the places of those notes that stand beside the text. */
    withSideNotes(read, plan): ReadGalley {
      const beside = new Set(plan.pages.flatMap((page) => page.beside ?? []));
      const notes = read.notes.map((note, index) => (beside.has(index) ? read.sides[index]!.copy : note));
      return { ...read, notes };
    },
  };
}
