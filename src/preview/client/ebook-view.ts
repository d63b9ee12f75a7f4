/** Shows an ebook as a reading system does: one document after another, in the size of a device. */
import type { EbookBlock } from "../../model/source-map.js";
import type { EditionState, Spine } from "../protocol.js";
import { make } from "./dom.js";
import { navigationOf } from "./ebook-contents.js";
import { type Colours, type EbookFrame, loadFrame, recolour, reveal } from "./ebook-frame.js";
import { placeOf, placesIn } from "./ebook-places.js";
import { recall, remember } from "./memory.js";
import { fetchPart, partAddress } from "./server.js";
import { blockAtLine, followed } from "./source.js";
import type { View, ViewEvents } from "./view.js";

export type Device = "phone" | "tablet" | "desktop";

export interface EbookView extends View {
  setDevice(device: Device): void;
  setColours(colours: Colours): void;
}

interface Revision {
  readonly id: string;
  readonly spine: Spine;
  readonly blocks: readonly EbookBlock[];
}

/** How far an arrow scrolls, in pixels. */
const LINE = 60;
const SIZES = [70, 80, 90, 100, 115, 130, 150, 175, 200, 250];
/** Part of the window that stays when one goes on by a screen. */
const OVERLAP = 40;

export function ebookView(events: ViewEvents): EbookView {
  const device = make("div", { class: `device ${recall("device", "phone")}` });
  const element = make("div", { class: "reader", tabindex: "-1" }, device);
  let edition: EditionState | undefined;
  let revision: Revision | undefined;
  let shown: EbookFrame | undefined;
  let path = "";
  let places: ReadonlyMap<Element, string> = new Map();
  let appearance = { colours: recall<Colours>("colours", "light"), size: Number(recall("size", "100")) };
  device.classList.add(appearance.colours);
  let opening = 0;

  const scroller = () => shown?.document.scrollingElement ?? undefined;
  const prefix = (of: Revision) => partAddress(edition!.id, of.id, "book/");
  const hrefOf = (of: string) => of.slice(of.lastIndexOf("/") + 1);
  const blocksOf = (of: Revision, document: string) =>
    of.blocks.filter(({ href }) => href === hrefOf(document) || document.endsWith(`/${href}`));

  /** @param settle scrolls the document that has come, before it is seen. */
  const open = async (of: Revision, document: string, settle: (frame: EbookFrame) => void) => {
    opening += 1;
    const turn = opening;
    const address = prefix(of) + document.split("/").map(encodeURIComponent).join("/");
    const frame = await loadFrame(device, address, appearance);
    if (turn !== opening) return frame.frame.remove();
    [shown, path, revision] = [frame, document, of];
    places = placesIn(frame.document, blocksOf(of, document));
    settle(frame);
    reveal(frame, device);
    listen(frame);
    remember(`document:${edition!.id}`, document);
    events.onMove();
  };
  const toTop = () => undefined;
  const toEnd = ({ document }: EbookFrame) => document.scrollingElement?.scrollTo(0, 1e9);
  const toAnchor = (anchor: string) => (frame: EbookFrame) =>
    frame.document.getElementById(decodeURIComponent(anchor))?.scrollIntoView();

  const goToUrl = (url: URL) => {
    const anchor = url.hash.slice(1);
    const target = decodeURIComponent(url.pathname).slice(decodeURIComponent(prefix(revision!)).length);
    if (target === path && shown) {
      if (anchor) toAnchor(anchor)(shown);
      else scroller()?.scrollTo(0, 0);
      events.onMove();
    } else if (revision?.spine.documents.includes(target)) {
      void open(revision, target, anchor ? toAnchor(anchor) : toTop);
    }
  };

  const listen = ({ document }: EbookFrame) => {
    document.addEventListener("click", (event) => {
      const target = event.target as Element;
      const link = target.closest("a[href]");
      if (link) {
        event.preventDefault();
        const url = new URL(link.getAttribute("href")!, document.baseURI);
        if (url.origin === location.origin) goToUrl(url);
        else window.open(url, "_blank", "noopener,noreferrer");
        return;
      }
      const place = placeOf(places, target);
      if (!place || !document.getSelection()?.isCollapsed) return;
      mark(place[0]);
      events.onSource(place[1]);
    });
    document.addEventListener("dblclick", (event) => {
      const place = placeOf(places, event.target as Element);
      if (place) events.onOpen(place[1]);
    });
    // Keys that are pressed inside belong to the page around.
    document.addEventListener("keydown", (event) => {
      const copy = new KeyboardEvent("keydown", event);
      if (!window.dispatchEvent(copy)) event.preventDefault();
    });
    document.addEventListener("scroll", () => events.onMove(), { passive: true });
  };

  const mark = (block: Element | undefined) => {
    for (const marked of shown?.document.querySelectorAll(".colophon-mark") ?? []) {
      marked.classList.remove("colophon-mark");
    }
    block?.classList.add("colophon-mark");
  };

  const top = (): { source: string; offset: number } | undefined => {
    for (const [block, source] of places) {
      const { top: offset, bottom } = block.getBoundingClientRect();
      if (bottom > 0) return { source, offset };
    }
    return undefined;
  };

  const elementOf = (source: string) => [...places].find(([, each]) => each === source)?.[0];

  /** The same words at the same height, or as far down as before. */
  const settleAt =
    (place: ReturnType<typeof top>, before: readonly EbookBlock[], scrollTop: number) =>
    ({ document }: EbookFrame) => {
      const source = place && followed(place.source, before, revision!.blocks);
      const block = source && elementOf(source);
      const scrolling = document.scrollingElement!;
      scrolling.scrollTop = block ? block.getBoundingClientRect().top - place!.offset : scrollTop;
    };

  const turnBy = (by: number) => {
    const documents = revision?.spine.documents ?? [];
    const next = documents[documents.indexOf(path) + by];
    if (next !== undefined) void open(revision!, next, by < 0 ? toEnd : toTop);
  };
  /** On by a screen; at the end of a document to the next one. */
  const screen = (by: number) => {
    const scrolling = scroller();
    if (!scrolling) return;
    const before = scrolling.scrollTop;
    scrolling.scrollTop += by * (scrolling.clientHeight - OVERLAP);
    if (Math.abs(scrolling.scrollTop - before) < 1) turnBy(by);
    events.onMove();
  };

  const dressAgain = (changes: Partial<typeof appearance>) => {
    appearance = { ...appearance, ...changes };
    remember("colours", appearance.colours);
    remember("size", String(appearance.size));
    device.classList.remove("light", "sepia", "dark");
    device.classList.add(appearance.colours);
    if (shown) recolour(shown.document, appearance);
  };

  return {
    element,
    async show(state) {
      edition = state;
      if (state.revision === undefined || state.revision === revision?.id) return;
      const [spine, blocks] = await Promise.all([
        fetchPart(state.id, state.revision, "spine.json").then((answer) => answer.json() as Promise<Spine>),
        fetchPart(state.id, state.revision, "sources.json").then(
          (answer) => answer.json() as Promise<EbookBlock[]>,
        ),
      ]);
      const next = { id: state.revision, spine, blocks };
      const wanted = path || recall(`document:${state.id}`, "");
      const document = spine.documents.includes(wanted) ? wanted : (spine.documents[0] ?? "");
      const settle = settleAt(top(), revision?.blocks ?? [], scroller()?.scrollTop ?? 0);
      await open(next, document, settle);
    },
    async contents() {
      if (!revision) return [];
      const address = location.origin + prefix(revision) + revision.spine.navigation;
      const answer = await fetchPart(edition!.id, revision.id, `book/${revision.spine.navigation}`);
      return navigationOf(await answer.text(), address, goToUrl);
    },
    position() {
      const documents = revision?.spine.documents ?? [];
      return { label: String(documents.indexOf(path) + 1), total: `of ${documents.length}` };
    },
    goTo(label) {
      const document = revision?.spine.documents[Number(label) - 1];
      if (document === undefined) return false;
      void open(revision!, document, toTop);
      return true;
    },
    goToSource({ file, line }) {
      const block = blockAtLine(revision?.blocks ?? [], file, line);
      const document = revision?.spine.documents.find((each) => each.endsWith(`/${block?.href}`));
      if (!block || document === undefined) return false;
      const settle = () => {
        const found = elementOf(block.source);
        found?.scrollIntoView({ block: "center" });
        mark(found);
      };
      if (document === path) settle();
      else void open(revision!, document, settle);
      return true;
    },
    topSource: () => top()?.source,
    turn(to) {
      const isRtl = edition?.direction === "rtl";
      const documents = revision?.spine.documents ?? [];
      if (to === "first" || to === "last") {
        const document = to === "first" ? documents[0] : documents.at(-1);
        if (document !== undefined) void open(revision!, document, toTop);
      } else if (to === "next" || to === "previous") screen(to === "next" ? 1 : -1);
      else turnBy(to === (isRtl ? "left" : "right") ? 1 : -1);
    },
    scroll: (by) => scroller()?.scrollBy(0, by * LINE),
    zoom(how) {
      const { size } = appearance;
      const next =
        how === "reset"
          ? 100
          : how === "in"
            ? SIZES.find((each) => each > size)
            : SIZES.findLast((each) => each < size);
      if (next !== undefined) dressAgain({ size: next });
    },
    setDevice(next) {
      device.classList.remove("phone", "tablet", "desktop");
      device.classList.add(next);
      remember("device", next);
    },
    setColours: (colours) => dressAgain({ colours }),
    close: () => element.remove(),
  };
}
