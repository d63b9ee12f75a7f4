/** Puts notes at the feet of the pages that they are planned on, whole or some of their lines. */
import type { NotePart, PagePlan } from "../../plan/galley.js";
import type { GalleyBox, ReadGalley, TextPoint } from "./galley-types.js";

export function placeNotesOnPages(): void {
  const styles = document.createElement("style");
  styles.dataset.pagedjsIgnore = "";
  styles.textContent = `
    .colophon-notes { position: absolute !important; left: 0; margin: 0 !important; height: auto !important; display: block !important }`;

  window.colophonPlanned = { ...window.colophonPlanned, notesToPlace };

  /** Reads where they go, behind the block that calls the last of a page. @returns what puts them there. */
  function notesToPlace(box: GalleyBox, read: ReadGalley, plan: PagePlan): () => void {
    const { flow, noteArea, width, printedHeight } = box;
    const { galley, notes, places } = read;
    const { height, noteOverhead } = galley;
    const areas = plan.pages.flatMap(({ notes: parts, to }, page) => {
      if (parts.length === 0) return [];
      const area = noteArea.cloneNode(true) as HTMLElement;
      area.className += " colophon-notes";
      const content = area.querySelector(".pagedjs_footnote_content")!;
      content.classList.remove("pagedjs_footnote_empty");
      const heightOf = (part: NotePart) => window.colophonPlanned.heightOfPart(galley, part);
      const tall = parts.reduce((sum, part) => sum + heightOf(part), noteOverhead);
      area.style.cssText = `top: ${page * printedHeight + height - tall}px; width: ${width}px`;
      const last = places[Math.max(0, to - 1)]!;
      const host = hostOf(last.paragraph?.block ?? last.element, flow);
      const cut = parts.map((part) => partOf(notes[part.note]!, part, galley.notes[part.note]!.lines.length));
      return [{ area, content, parts: cut, host }];
    });
    const beside = [...window.colophonPlanned.sideNotePlaces(box, read, plan)].map(
      ([note, { page, x, y }]) => {
        const { element, paragraph } = places[galley.notes[note]!.strip]!;
        const area = document.createElement("div");
        area.className = "side-notes colophon-notes";
        area.style.cssText = `top: ${page * printedHeight + y}px; left: ${x}px`;
        return {
          area,
          content: area,
          parts: [notes[note]!],
          host: hostOf(paragraph?.block ?? element, flow),
        };
      },
    );
    const all = [...areas, ...beside].map((each) => ({ ...each, keep: keptBehind(each.host) }));
    return () => {
      document.head.append(styles);
      for (const copy of box.sides.values()) copy.remove();
      for (const { area, content, parts, host } of all) {
        const inner = content.querySelector(".pagedjs_footnote_inner_content") ?? content;
        inner.append(...parts);
        (host ?? flow.lastElementChild)?.after(area);
      }
      for (const { keep } of all) keep();
    };
  }

  function hostOf(element: Element | undefined, flow: HTMLElement): Element | undefined {
    let host = element;
    const table = host?.closest(".colophon-columns, table");
    if (table) host = table;
    while (
      host &&
      host.parentElement !== flow &&
      !/^(?:P|LI|DD|BLOCKQUOTE|PRE|TABLE|FIGURE|H[1-6]|DIV)$/.test(host.tagName)
    )
      host = host.parentElement ?? undefined;
    return host?.closest("figure, pre, ul, ol, dl, blockquote") ?? host;
  }

  /** What stands behind a block keeps its white and its indent when notes come between them: styles tell them by what is before. */
  function keptBehind(host: Element | undefined): () => void {
    const next = host?.nextElementSibling;
    if (!(next instanceof HTMLElement)) return () => {};
    const { marginTop, textIndent } = getComputedStyle(next);
    return () => {
      const { style } = next;
      if (style.marginTop === "" && !next.classList.contains("colophon-top")) style.marginTop = marginTop;
      if (style.textIndent === "") style.textIndent = textIndent;
    };
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
