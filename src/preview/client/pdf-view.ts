/** Shows the pages of a PDF edition: where the reader is, what is clicked, and what a new revision changes. */
import type { PrintedBlock } from "../../model/source-map.js";
import type { EditionState } from "../protocol.js";
import { type Laid, openDesk, pagesOf } from "./desk.js";
import { recall, remember } from "./memory.js";
import { contentsOf } from "./pdf-contents.js";
import { fetchPdf, type PdfRevision } from "./pdf-document.js";
import { geometryOf, MARGIN, spreadsBetween, topOf, type Zoom } from "./pdf-geometry.js";
import { blockAt, blockAtTop, placeAfter } from "./pdf-places.js";
import { blockAtLine, followed } from "./source.js";
import { spreadWith } from "./spreads.js";
import type { View, ViewEvents } from "./view.js";

/** How far an arrow scrolls, in pixels. */
const LINE = 60;
const ZOOMS = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4];
/** Pixels above a block that one goes to. */
const ABOVE = 40;

export interface PdfView extends View {
  setZoom(zoom: Zoom): void;
  zoomNow(): Zoom;
  toggleSpreads(): void;
  areSpreads(): boolean;
}

export function pdfView(events: ViewEvents): PdfView {
  const desk = openDesk({ onFollow: (destination) => void follow(destination), onMove: events.onMove });
  const { element } = desk;
  let edition: EditionState | undefined;
  let zoom = zoomFrom(recall("zoom", "page"));
  let layout = recall<"spreads" | "single">("layout", "spreads");
  let current = 0;
  /** The block that was kept in its place last, and where that was: it is kept again until somebody moves. */
  let held: { readonly block: PrintedBlock | undefined; readonly top: number } | undefined;

  const arranged = (revision: PdfRevision): Laid => {
    // Whole pages and page widths need no scrolling sideways: a bar would take room, and ask for another.
    element.classList.toggle("free", typeof zoom === "number");
    const geometry = geometryOf({
      pages: revision.file.numPages,
      size: revision,
      window: { width: element.clientWidth, height: element.clientHeight },
      zoom,
      layout,
      direction: edition?.direction ?? "ltr",
    });
    return { revision, geometry };
  };

  const rescale = () => {
    const laid = desk.laid();
    if (!laid || element.clientWidth === 0) return;
    const page = currentPage(laid);
    const within = element.scrollTop - topOf(laid.geometry, page);
    const next = arranged(laid.revision);
    // What is above the spread is a margin, and stays as it is; what is in it grows with it.
    const inside = within <= 0 ? within : (within * next.geometry.step) / laid.geometry.step;
    desk.lay(next, topOf(next.geometry, page) + inside);
  };

  const swap = async (revision: PdfRevision) => {
    const before = desk.laid();
    const next = arranged(revision);
    const target = () => (before ? kept(before, next) : { top: startOf(next), block: undefined });
    const { top } = target();
    const seen = spreadsBetween(next.geometry, top, top + element.clientHeight);
    const pages = seen.flatMap((index) => pagesOf(next.geometry.spreads[index]));
    const ready = await Promise.all(pages.map(async (page) => [page, await desk.draw(next, page)] as const));
    // Somebody may have moved while the pages were drawn.
    const place = target();
    const marked = desk.marked();
    desk.mark(marked && before && followed(marked, before.revision.blocks, revision.blocks));
    desk.lay(next, place.top, new Map(ready));
    held = { block: place.block, top: element.scrollTop };
    void before?.revision.file.loadingTask.destroy();
  };
  const kept = (before: Laid, next: Laid) => {
    const isHeld = held !== undefined && Math.abs(held.top - element.scrollTop) < 2;
    const block = isHeld ? held?.block : undefined;
    return placeAfter(block ?? blockAtTop(before.revision, before.geometry, element), before, next, element);
  };

  /** Where this edition was before the tab was loaded again. */
  const startOf = ({ revision, geometry }: Laid): number => {
    const page = Number(recall(`page:${edition!.id}`, "0"));
    return topOf(geometry, Math.min(page, revision.file.numPages - 1)) - MARGIN;
  };

  /** The page that was gone to, as long as its spread is seen; else the first one of the spread that is. */
  const currentPage = ({ geometry }: Laid): number => {
    const middle = element.scrollTop + Math.min(element.clientHeight, geometry.step) / 2;
    const [index = 0] = spreadsBetween(geometry, middle, middle);
    const pages = pagesOf(geometry.spreads[index]);
    if (!pages.includes(current)) current = Math.min(...pages);
    return current;
  };

  /** @param y height on the page, in points. */
  const goToPage = (page: number, y = 0) => {
    const laid = desk.laid();
    if (!laid) return;
    current = page;
    const { geometry } = laid;
    const isWhole = geometry.step <= element.clientHeight;
    const inside = isWhole ? 0 : Math.max(0, y * geometry.scale - ABOVE);
    element.scrollTop = topOf(geometry, page) - MARGIN + inside;
    desk.refresh();
  };
  const turnBy = (by: number) => {
    const laid = desk.laid();
    if (!laid) return;
    const { spreads } = laid.geometry;
    const next = spreadWith(spreads, currentPage(laid)) + by;
    goToPage(Math.min(...pagesOf(spreads[Math.max(0, Math.min(spreads.length - 1, next))])));
  };
  const follow = async (destination: string | readonly unknown[]) => {
    const { revision } = desk.laid()!;
    const explicit =
      typeof destination === "string" ? await revision.file.getDestination(destination) : destination;
    if (!explicit) return;
    const page = await revision.file.getPageIndex(explicit[0] as never);
    // `[page, /XYZ, left, top, zoom]`, from the foot of the page: ISO 32000-1, 12.3.2.2.
    const top = explicit.find((part, index) => index >= 3 && typeof part === "number") as number | undefined;
    goToPage(page, top === undefined ? 0 : revision.height - top);
  };

  const sourceUnder = (event: MouseEvent): string | undefined => {
    const target = event.target as Element;
    const box = target.closest<HTMLElement>(".page[data-page]");
    const laid = desk.laid();
    if (!box || !laid || target.closest("a")) return undefined;
    const corner = box.getBoundingClientRect();
    const { scale } = laid.geometry;
    const [x, y] = [(event.clientX - corner.left) / scale, (event.clientY - corner.top) / scale];
    return blockAt(laid.revision.blocks, Number(box.dataset.page), x, y)?.source;
  };
  element.addEventListener("click", (event) => {
    // Whoever selects words wants those.
    if (!getSelection()?.isCollapsed) return;
    const source = sourceUnder(event);
    desk.mark(source);
    if (source !== undefined) events.onSource(source);
  });
  element.addEventListener("dblclick", (event) => {
    const source = sourceUnder(event);
    if (source !== undefined) events.onOpen(source);
  });
  const resized = new ResizeObserver(rescale);
  resized.observe(element);

  const setZoom = (next: Zoom) => {
    zoom = next;
    remember("zoom", String(next));
    rescale();
  };

  return {
    element,
    async show(state) {
      edition = state;
      if (state.revision === undefined || state.revision === desk.laid()?.revision.id) return;
      await swap(await fetchPdf(state.id, state.revision));
    },
    async contents() {
      const laid = desk.laid();
      return laid ? contentsOf(laid.revision, follow) : [];
    },
    position() {
      const laid = desk.laid();
      if (!laid || !edition) return { label: "", total: "" };
      const page = currentPage(laid);
      remember(`page:${edition.id}`, String(page));
      const { labels } = laid.revision;
      return { label: labels[page] ?? "", total: `of ${labels.at(-1)}` };
    },
    goTo(label) {
      const wanted = label.trim().toLowerCase();
      const page = desk.laid()?.revision.labels.findIndex((each) => each.toLowerCase() === wanted) ?? -1;
      if (page >= 0) goToPage(page);
      return page >= 0;
    },
    goToSource({ file, line }) {
      const block = blockAtLine(desk.laid()?.revision.blocks ?? [], file, line);
      if (!block) return false;
      goToPage(block.page, block.y);
      desk.mark(block.source);
      return true;
    },
    topSource() {
      const laid = desk.laid();
      return desk.marked() ?? (laid && blockAtTop(laid.revision, laid.geometry, element)?.source);
    },
    turn(to) {
      const isRtl = edition?.direction === "rtl";
      if (to === "first") goToPage(0);
      else if (to === "last") goToPage((desk.laid()?.revision.file.numPages ?? 1) - 1);
      else turnBy(to === "next" || to === (isRtl ? "left" : "right") ? 1 : -1);
    },
    scroll: (by) => element.scrollBy(0, by * LINE),
    zoom(how) {
      const now = (desk.laid()?.geometry.scale ?? 1) * 0.75;
      const larger = ZOOMS.find((each) => each > now + 0.01);
      const smaller = ZOOMS.findLast((each) => each < now - 0.01);
      const next = { in: larger, out: smaller, reset: "page" as const }[how];
      if (next !== undefined) setZoom(next);
    },
    setZoom,
    zoomNow: () => zoom,
    toggleSpreads() {
      layout = layout === "spreads" ? "single" : "spreads";
      remember("layout", layout);
      rescale();
    },
    areSpreads: () => layout === "spreads",
    close() {
      resized.disconnect();
      void desk.laid()?.revision.file.loadingTask.destroy();
      desk.close();
    },
  };
}

function zoomFrom(text: string): Zoom {
  return text === "page" || text === "width" ? text : Number(text) || "page";
}
