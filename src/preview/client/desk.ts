/**
 * The desk that spreads lie on: a window that scrolls over all of them.
 *
 * Only the spreads near the window exist, and are drawn. A page keeps what it shows until
 * there is something newer to put in its place, so nothing flickers.
 */
import { make } from "./dom.js";
import type { PdfRevision } from "./pdf-document.js";
import { type Geometry, heightOf, MARGIN, spreadsBetween } from "./pdf-geometry.js";
import { type DrawnPage, drawPage, marksOf } from "./pdf-page.js";
import type { Spread } from "./spreads.js";

export interface Laid {
  readonly revision: PdfRevision;
  readonly geometry: Geometry;
}

export interface Desk {
  readonly element: HTMLElement;
  /** What lies on it. */
  laid(): Laid | undefined;
  /**
   * Lays everything out.
   *
   * @param top where the desk is scrolled to then.
   * @param ready pages that are drawn already; the others show what they had until they are.
   */
  lay(laid: Laid, top: number, ready?: ReadonlyMap<number, DrawnPage>): void;
  draw(laid: Laid, page: number): Promise<DrawnPage>;
  /** Draws what has come into view, in the next frame. */
  refresh(): void;
  /** Marks a block of the sources, and no other. */
  mark(source: string | undefined): void;
  marked(): string | undefined;
  close(): void;
}

export interface DeskEvents {
  /** A link leads to a place in the document. */
  onFollow(destination: string | readonly unknown[]): void;
  /** Other pages are seen. */
  onMove(): void;
}

export function openDesk({ onFollow, onMove }: DeskEvents): Desk {
  const sheet = make("div", { class: "sheet" });
  const element = make(
    "div",
    { class: "pages", tabindex: "0", role: "region", "aria-label": "Pages" },
    sheet,
  );
  const drawn = new Map<number, DrawnPage>();
  const rows = new Map<number, HTMLElement>();
  let now: Laid | undefined;
  let marked: string | undefined;
  let frame = 0;

  const draw = ({ revision, geometry }: Laid, page: number) =>
    drawPage(revision, page, geometry.scale, onFollow);

  const put = (page: number, content: DrawnPage) => {
    const box = boxOf(sheet, page);
    if (!box || !now) return;
    box.style.setProperty("--total-scale-factor", String(now.geometry.scale));
    box.replaceChildren(...content.layers, marksOf(now.revision.blocks, marked, page, now.revision));
  };

  const freshen = async (page: number) => {
    const wanted = now!;
    const { revision, geometry } = wanted;
    const before = drawn.get(page);
    if (before?.revision === revision.id && before.scale === geometry.scale) return;
    // Said at once, so that the page is drawn once; what it showed stays until then.
    drawn.set(page, { revision: revision.id, scale: geometry.scale, layers: before?.layers ?? [] });
    const content = await draw(wanted, page).catch(() => undefined);
    if (!content || now !== wanted || !drawn.has(page)) return;
    drawn.set(page, content);
    put(page, content);
  };

  const addRow = (index: number) => {
    const row = rowOf(now!, index);
    rows.set(index, row);
    sheet.append(row);
    for (const page of pagesOf(now!.geometry.spreads[index])) {
      const content = drawn.get(page);
      if (content) put(page, content);
    }
  };

  const refreshNow = () => {
    frame = 0;
    if (!now) return;
    const { geometry } = now;
    const { scrollTop, clientHeight } = element;
    const near = spreadsBetween(geometry, scrollTop - clientHeight, scrollTop + 2 * clientHeight);
    for (const [index, row] of rows) {
      if (near.includes(index)) continue;
      row.remove();
      rows.delete(index);
    }
    const nearPages = new Set(near.flatMap((index) => pagesOf(geometry.spreads[index])));
    for (const page of drawn.keys()) if (!nearPages.has(page)) drawn.delete(page);
    for (const index of near) if (!rows.has(index)) addRow(index);
    // What is seen comes first.
    const seen = spreadsBetween(geometry, scrollTop, scrollTop + clientHeight);
    for (const index of new Set([...seen, ...near])) {
      for (const page of pagesOf(geometry.spreads[index])) void freshen(page);
    }
    onMove();
  };
  const refresh = () => {
    frame ||= requestAnimationFrame(refreshNow);
  };
  element.addEventListener("scroll", refresh, { passive: true });

  return {
    element,
    laid: () => now,
    lay(laid, top, ready) {
      now = laid;
      for (const [page, content] of ready ?? []) drawn.set(page, content);
      for (const row of rows.values()) row.remove();
      rows.clear();
      sheet.style.height = `${heightOf(laid.geometry)}px`;
      sheet.style.minWidth = `${laid.geometry.width * laid.geometry.abreast + 2 * MARGIN}px`;
      element.scrollTop = top;
      refreshNow();
    },
    draw,
    refresh,
    mark(source) {
      marked = source;
      for (const page of drawn.keys()) {
        const layer = boxOf(sheet, page)?.querySelector(".marks");
        if (now) layer?.replaceWith(marksOf(now.revision.blocks, marked, page, now.revision));
      }
    },
    marked: () => marked,
    close() {
      cancelAnimationFrame(frame);
      element.remove();
    },
  };
}

function boxOf(sheet: HTMLElement, page: number): HTMLElement | null {
  return sheet.querySelector<HTMLElement>(`[data-page="${page}"]`);
}

/** The pages of a spread, without the side that nothing stands on. */
export function pagesOf(spread: Spread = []): number[] {
  return spread.filter((page) => page !== undefined);
}

function rowOf({ revision, geometry }: Laid, index: number): HTMLElement {
  const { spreads, width, height, step } = geometry;
  const row = make("div", { class: spreads[index]!.length > 1 ? "spread pair" : "spread" });
  row.style.top = `${MARGIN + index * step}px`;
  for (const page of spreads[index]!) {
    const box =
      page === undefined
        ? make("div", { class: "page half" })
        : make("section", {
            class: "page",
            "data-page": String(page),
            "aria-label": `Page ${revision.labels[page]}`,
          });
    box.style.width = `${width}px`;
    box.style.height = `${height}px`;
    row.append(box);
  }
  return row;
}
