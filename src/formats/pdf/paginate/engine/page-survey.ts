/**
 * Surveys each finished page, then takes it out of layout.
 *
 * Every page that stays in layout makes the next one slower, so a page is measured while it
 * is the only one shown and hidden until printing. What is measured: where ids are, where
 * folios belong, how large images are.
 */
import type { PagedPage } from "./paged-types.js";
import type { Anchor, BlockBox, FolioBox, ShownImage, SurveyedPage, TextPlace } from "./survey.js";

export function surveyPages(): void {
  const POINTS_PER_PIXEL = 0.75;
  const SHOWS_PAGES = /counters?\(pages?[,)]/;
  const pages: SurveyedPage[] = [];
  const anchors: Anchor[] = [];
  const blocks: BlockBox[] = [];
  const folios: FolioBox[] = [];
  const images: ShownImage[] = [];
  /** Letters of each block on the pages so far. */
  const lettersOf = new Map<string, number>();

  const letters = (text: string): string => text.replace(/[\s\u00AD\u200B\u2060\uFEFF]+/g, "");

  const placeOf = (node: Node | null): string => {
    const element = node instanceof Element ? node : node?.parentElement;
    return element?.closest("[data-source]")?.getAttribute("data-source") ?? "";
  };

  const eachText = (root: ParentNode & Node, visit: (text: Text, parent: HTMLElement) => void): void => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const repeats = root.querySelector("[data-repeated]") !== null;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent && !(repeats && parent.closest("[data-repeated]"))) visit(node as Text, parent);
    }
  };

  /** Finds where the text of a page begins, and counts its letters for the next one. */
  const findBeginning = (page: HTMLElement): TextPlace | undefined => {
    let begins: TextPlace | undefined;
    eachText(page.querySelector(".pagedjs_page_content")!, (text) => {
      const source = placeOf(text);
      const count = letters(text.data).length;
      if (source === "" || count === 0) return;
      const before = lettersOf.get(source) ?? 0;
      begins ??= { source, letters: before };
      lettersOf.set(source, before + count);
    });
    return begins;
  };

  const findAnchors = (page: HTMLElement, index: number): void => {
    const paper = page.querySelector(".pagedjs_pagebox")!.getBoundingClientRect();
    // A note of Paged.js has an id of its own; ours is inside of it.
    for (const element of page.querySelectorAll(".pagedjs_area [id]:not([data-footnote-marker])")) {
      const box = element.getBoundingClientRect();
      anchors.push({
        id: element.id,
        page: index,
        x: Math.max(0, box.left - paper.left) * POINTS_PER_PIXEL,
        y: Math.max(0, box.top - paper.top) * POINTS_PER_PIXEL,
      });
    }
  };

  /** A box may be larger than the image in it: `object-fit` keeps the proportions of the image. */
  const imagesIn = (root: HTMLElement): ShownImage[] => {
    const images: ShownImage[] = [];
    for (const image of root.querySelectorAll<HTMLImageElement>("img")) {
      const { naturalWidth, naturalHeight } = image;
      const box = image.getBoundingClientRect();
      if (image.closest("[data-repeated]") || box.width === 0 || box.height === 0) continue;
      const style = getComputedStyle(image);
      const pads = (...sides: string[]) =>
        sides.reduce((sum, side) => sum + (Number.parseFloat(style.getPropertyValue(side)) || 0), 0);
      let width =
        box.width - pads("padding-left", "padding-right", "border-left-width", "border-right-width");
      let height =
        box.height - pads("padding-top", "padding-bottom", "border-top-width", "border-bottom-width");
      if (style.objectFit === "contain" && naturalWidth > 0 && naturalHeight > 0) {
        const scale = Math.min(width / naturalWidth, height / naturalHeight);
        width = naturalWidth * scale;
        height = naturalHeight * scale;
      }
      images.push({
        source: placeOf(image),
        address: image.getAttribute("src") ?? "",
        pixels: { width: naturalWidth, height: naturalHeight },
        printed: { width: width * POINTS_PER_PIXEL, height: height * POINTS_PER_PIXEL },
      });
    }
    return images;
  };

  /** Finds where the blocks of the sources are, for who goes from a page to its text and back. */
  const findBlocks = (page: HTMLElement, index: number): void => {
    const sheet = page.querySelector(".pagedjs_sheet")!.getBoundingClientRect();
    const points = (pixels: number): number => Math.round(pixels * POINTS_PER_PIXEL * 10) / 10;
    for (const element of page.querySelectorAll<HTMLElement>(".pagedjs_area [data-source]")) {
      const box = element.getBoundingClientRect();
      if (box.width === 0 || box.height === 0 || element.closest("[data-repeated]")) continue;
      blocks.push({
        source: element.dataset.source!,
        page: index,
        x: points(box.left - sheet.left),
        y: points(box.top - sheet.top),
        width: points(box.width),
        height: points(box.height),
      });
    }
  };

  /** Replaces a generated page number by an invisible one that can be measured. */
  const foliosOf = (page: HTMLElement, index: number): FolioBox[] => {
    const folios: FolioBox[] = [];
    const paper = page.querySelector(".pagedjs_pagebox")!.getBoundingClientRect();
    for (const box of page.querySelectorAll<HTMLElement>(
      ".pagedjs_margin.hasContent > .pagedjs_margin-content",
    )) {
      const style = getComputedStyle(box, "::after");
      // The style is live: what it says now is gone once the number is replaced.
      const { content } = style;
      if (!SHOWS_PAGES.test(content)) continue;
      const line = document.createElement("div");
      line.style.cssText = "visibility: hidden";
      line.style.font = style.font;
      line.style.letterSpacing = style.letterSpacing;
      const number = document.createElement("span");
      number.textContent = "0";
      const baseline = document.createElement("span");
      baseline.style.cssText = "display: inline-block; width: 0; height: 0";
      line.append(number, baseline);
      box.append(line);
      box.dataset.folio = "";
      const at = number.getBoundingClientRect();
      // In a box that Paged.js does not show.
      if (at.width === 0) continue;
      const align = getComputedStyle(box).textAlign;
      const side = align === "right" || align === "end" ? "right" : align === "center" ? "center" : "left";
      const x = side === "right" ? at.right : side === "center" ? (at.left + at.right) / 2 : at.left;
      folios.push({
        page: index,
        x: (x - paper.left) * POINTS_PER_PIXEL,
        baseline: (baseline.getBoundingClientRect().bottom - paper.top) * POINTS_PER_PIXEL,
        align: side,
        size: Number.parseFloat(style.fontSize) * POINTS_PER_PIXEL,
        color: (style.color.match(/[\d.]+/g) ?? ["0", "0", "0"]).slice(0, 3).map((c) => Number(c) / 255) as [
          number,
          number,
          number,
        ],
        family: style.fontFamily,
        weight: Number(style.fontWeight),
        style: style.fontStyle === "italic" ? "italic" : "normal",
        letterSpacing: (Number.parseFloat(style.letterSpacing) || 0) * POINTS_PER_PIXEL,
        direction: style.direction === "rtl" ? "rtl" : "ltr",
        content,
      });
    }
    return folios;
  };

  const namesOf = (page: HTMLElement): string[] =>
    [...page.classList].flatMap((name) => /^pagedjs_(.+)_page$/.exec(name)?.[1] ?? []);

  const hidden = document.createElement("style");
  hidden.dataset.pagedjsIgnore = "";
  const kept = new Text("[data-folio]::after { content: none !important }");
  const finished = "[data-colophon-finished] { display: none !important }";
  const whileLaidOut = new Text(finished);
  const butInPrint = new Text(`@media not print { ${finished} }`);
  hidden.append(kept, whileLaidOut);

  const sourcesOf = (elements: readonly Element[]): string[] => elements.map(placeOf);

  const wantsSideNotes = (): boolean =>
    getComputedStyle(document.documentElement).getPropertyValue("--side-notes").trim() === "1";

  window.colophonFindings = { ...window.colophonFindings, imagesIn, foliosOf, namesOf, sourcesOf };

  window.Paged.registerHandlers(
    class extends window.Paged.Handler {
      afterParsed(): void {
        document.head.append(hidden);
      }

      finalizePage(element: HTMLElement, page: PagedPage): void {
        if (element.dataset.colophonFurniture !== undefined) return;
        page.removeListeners();
        const index = pages.length;
        const begins = findBeginning(element);
        pages.push({
          names: namesOf(element),
          blank: page.blank === true,
          ...(begins ? { begins } : {}),
        });
        findAnchors(element, index);
        images.push(...imagesIn(element.querySelector<HTMLElement>(".pagedjs_area")!));
        findBlocks(element, index);
        folios.push(...foliosOf(element, index));
        // No class: a page for notes that go on takes those of the page before it.
        element.dataset.colophonFinished = "";
      }

      afterRendered(): void {
        if (pages.length === 0) return;
        // Only for printing: styles for all pages are found once, and not again to leave them.
        window.addEventListener("beforeprint", () => hidden.replaceChildren(kept, butInPrint));
        const calls = wantsSideNotes() ? [...document.querySelectorAll("[data-footnote-call]")] : [];
        window.colophonSurvey = {
          pages,
          anchors,
          blocks,
          folios,
          images,
          ...(calls.length > 0 && { notesAtFoot: sourcesOf(calls) }),
        };
      }
    },
  );
}
