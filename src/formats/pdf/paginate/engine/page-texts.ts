/**
 * Writes down which text goes in, and on which page it seems to stand.
 *
 * Paged.js may drop lines without a word, and what is in a page may still be clipped or lie beside the
 * paper. So this is only what is looked for when the printed pages are read (`src/readback/`).
 */
import type { PageText, PieceKind, TextPiece, TextUnit } from "../../readback/compare/run-text.js";

export function readTexts(): void {
  const POINTS_PER_PIXEL = 0.75;
  /** Text in them is no text of a page. */
  const UNSEEN = new Set([
    "title",
    "desc",
    "metadata",
    "style",
    "script",
    "annotation",
    "annotation-xml",
    "rp",
  ]);
  const FLOWS = ".pagedjs_page_content, .pagedjs_footnote_inner_content";
  const HAS_WORDS = /[\p{L}\p{N}]/u;
  const WRITES_WORDS = /"[^"]*[\p{L}\p{N}][^"]*"|attr\(|var\(/u;
  const STRINGS_AND_COUNTERS = /"(?:[^"\\]|\\[\s\S])*"|counters?\((?:[^()"]|"(?:[^"\\]|\\[\s\S])*")*\)/g;
  const IS_GENERATED = /::?(?:before|after)\b/;
  const ALL_GENERATED = /::?(?:before|after)\b/g;
  const IN_PLACE_OF_ALL = /(^|[\s>+~,(])(?=::?(?:before|after)\b)/g;
  /** Selectors of what style sheets write words before or behind. */
  let written: string[] | undefined;
  /** The number of the next item of each list. */
  const numbers = new Map<HTMLOListElement, number>();
  const units: TextUnit[] = [];
  const unitOf = new Map<string, number>();
  const pages: PageText[] = [];

  /** What comes behind a tilde tells the parts of one element from each other. */
  const refOf = (element: HTMLElement): string | undefined =>
    (element.dataset?.ref ?? element.closest<HTMLElement>("[data-ref]")?.dataset.ref)?.split("~")[0];

  const addUnit = (parent: Element, text: string): number => {
    const source = parent.closest("[data-source]")?.getAttribute("data-source") ?? "";
    const table = parent.closest("table[data-source]")?.getAttribute("data-source");
    return units.push({ source, ...(table && { table }), text }) - 1;
  };

  /** A phantom only takes the room of a formula; what stands in margins is looked for there. */
  const isSeen = (parent: Element): boolean =>
    !UNSEEN.has(parent.localName) &&
    !(window.colophonHasRunning && parent.closest("[data-running]")) &&
    (!(parent instanceof MathMLElement) || parent.closest("mphantom") === null);

  const eachText = (root: Node, visit: (text: string, parent: HTMLElement) => void): void => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      const text = (node as Text).data;
      if (parent && isSeen(parent) && /\S/.test(text)) visit(text, parent);
    }
  };

  const takeInventory = (content: ParentNode & Node): void => {
    eachText(content, (text, parent) => {
      const ref = refOf(parent);
      const known = ref === undefined ? undefined : unitOf.get(ref);
      // Apart: a line may end between them, or an element stand there.
      if (known !== undefined) units[known] = { ...units[known]!, text: `${units[known]!.text} ${text}` };
      else if (ref !== undefined) unitOf.set(ref, addUnit(parent, text));
    });
  };

  /** What a drawing has outside of its own edges is seen nowhere. */
  const isInDrawing = (element: Element): boolean => {
    const drawing = element.closest("svg");
    if (!drawing || getComputedStyle(drawing).overflow === "visible") return true;
    const [edges, box] = [drawing.getBoundingClientRect(), element.getBoundingClientRect()];
    const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    return x >= edges.left && x <= edges.right && y >= edges.top && y <= edges.bottom;
  };

  /** As browsers write a colour through which all is seen; black is `rgb(0, 0, 0)`. */
  const TRANSPARENT = /^(?:transparent|rgba\(.*, ?0\)|\w+\(.*\/ ?0\))$/;
  const LEAST_SIZE = 0.5;
  /** In pixels: no first line is moved so far but to be out of sight. */
  const FAR = 500;

  /** What browsers do not even paint: nobody who writes such a style wants the text to be read. */
  const isPainted = (element: Element): boolean => {
    const { color, fontSize, textIndent } = getComputedStyle(element);
    return (
      !TRANSPARENT.test(color) &&
      Number.parseFloat(fontSize) >= LEAST_SIZE &&
      // Of a percentage it is the number: as many would be as far out of sight.
      Number.parseFloat(textIndent) > -FAR
    );
  };

  const isShown = (element: HTMLElement): boolean =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    (element instanceof SVGElement ? isInDrawing(element) : isPainted(element));

  /** What is true of all texts that stand right in an element. A paragraph has one for each hyphen that shows, and more. */
  interface TextHolder {
    readonly kind: PieceKind;
    readonly unit: number | undefined;
  }

  const holders = new WeakMap<HTMLElement, TextHolder>();

  const holderOf = (element: HTMLElement): TextHolder => {
    const known = holders.get(element);
    if (known) return known;
    const isRepeated = element.closest("[data-repeated]") !== null;
    const holder: TextHolder = {
      kind: isRepeated ? "repeated" : isShown(element) ? "text" : "hidden",
      unit: unitOf.get(refOf(element) ?? ""),
    };
    holders.set(element, holder);
    return holder;
  };

  const pieceOf = (text: string, parent: HTMLElement): TextPiece => {
    const { kind, unit } = holderOf(parent);
    // Users' handlers may add text that did not go in.
    return [unit ?? addUnit(parent, kind === "repeated" ? "" : text), text, kind];
  };

  const piecesOf = (flow: HTMLElement): TextPiece[] => {
    const pieces: TextPiece[] = [];
    eachText(flow, (text, parent) => void pieces.push(pieceOf(text, parent)));
    return pieces;
  };

  /** The strings of a computed `content`, joined where no number stands between them. */
  const stringsIn = (content: string): string[] =>
    (content.match(STRINGS_AND_COUNTERS) ?? [])
      .map((part) => (part.startsWith('"') ? part.slice(1, -1).replace(/\\([\s\S])/g, "$1") : "\0"))
      .join("")
      .split("\0");

  /** What a style sheet writes into a margin box; with the page's number it is written when the book is joined. */
  const generatedInMargin = (box: HTMLElement): string => {
    const { content } = getComputedStyle(box, "::after");
    return /counters?\(pages?[,)]/.test(content) ? "" : stringsIn(content).join("");
  };

  const styleRules = (rules: Iterable<CSSRule>): CSSStyleRule[] =>
    [...rules].flatMap((rule) => {
      if (rule instanceof CSSStyleRule) return [rule, ...styleRules(rule.cssRules)];
      return rule instanceof CSSGroupingRule ? styleRules(rule.cssRules) : [];
    });

  /** What style sheets write words before or behind. */
  const findWritten = (): string[] =>
    [...document.styleSheets]
      .flatMap((sheet) => styleRules(sheet.cssRules))
      .filter(({ selectorText, style }) => {
        const isOfMargins = selectorText.includes("pagedjs_");
        return !isOfMargins && IS_GENERATED.test(selectorText) && WRITES_WORDS.test(style.content);
      })
      .map(({ selectorText }) => selectorText.replace(IN_PLACE_OF_ALL, "$1*").replace(ALL_GENERATED, ""))
      .filter((selector) => CSS.supports(`selector(:is(${selector}))`));

  /** Words that style sheets write before and behind an element. */
  const writtenAt = (element: HTMLElement): TextPiece[] =>
    ["::before", "::after"].flatMap((part): TextPiece[] => {
      const style = getComputedStyle(element, part);
      const texts = stringsIn(style.content).filter((text) => HAS_WORDS.test(text));
      if (texts.length === 0 || style.visibility === "hidden" || !isShown(element)) return [];
      const kind = element.closest("[data-repeated]") === null ? "generated" : "repeated";
      return texts.map((text) => [addUnit(element, text), text, kind]);
    });

  /** The number of an item of a list, as the browser counts it. */
  const numberOf = (item: HTMLLIElement): TextPiece[] => {
    const list = item.parentElement as HTMLOListElement;
    const number = item.hasAttribute("value") ? item.value : (numbers.get(list) ?? list.start);
    numbers.set(list, number + 1);
    const { direction, display, listStyleType, listStyleImage } = getComputedStyle(item);
    const isPlain = getComputedStyle(item, "::marker").content === "normal" && listStyleImage === "none";
    if (display !== "list-item" || listStyleType !== "decimal" || !isPlain || !isShown(item)) return [];
    // From right to left the point is painted first.
    const text = direction === "rtl" ? String(number) : `${number}.`;
    return [[addUnit(item, text), text, "generated"]];
  };

  /** What style sheets and lists write, each with its element, in the order of the document. */
  const generatedIn = (flow: HTMLElement): (readonly [HTMLElement, TextPiece])[] => {
    written ??= findWritten();
    const dressed = written.length === 0 ? ":not(*)" : `:is(${written.join(", ")})`;
    return [...flow.querySelectorAll<HTMLElement>(`ol > li, ${dressed}`)].flatMap((element) =>
      [
        ...(element.matches("ol > li") ? numberOf(element as HTMLLIElement) : []),
        ...(element.matches(dressed) ? writtenAt(element) : []),
      ].map((piece) => [element, piece] as const),
    );
  };

  const generatedPieces = (flow: HTMLElement): TextPiece[] => generatedIn(flow).map(([, piece]) => piece);

  const marginsOf = (page: HTMLElement): string[] =>
    [...page.querySelectorAll<HTMLElement>(".pagedjs_margin.hasContent > .pagedjs_margin-content")]
      .map((box) => `${box.textContent ?? ""}${generatedInMargin(box)}`)
      .filter((text) => /\S/.test(text));

  const isRightToLeft = (page: HTMLElement): boolean =>
    page.matches(":dir(rtl)") || page.querySelector(":dir(rtl)") !== null;

  const areaOf = (page: HTMLElement): PageText["area"] => {
    const paper = page.querySelector(".pagedjs_pagebox")!.getBoundingClientRect();
    const area = page.querySelector(".pagedjs_area")!.getBoundingClientRect();
    const { left, top } = paper;
    return [
      (area.left - left) * POINTS_PER_PIXEL,
      (area.top - top) * POINTS_PER_PIXEL,
      (area.right - left) * POINTS_PER_PIXEL,
      (area.bottom - top) * POINTS_PER_PIXEL,
    ];
  };

  const isRead = (text: string, parent: HTMLElement): boolean => isSeen(parent) && /\S/.test(text);

  window.colophonFindings = {
    ...window.colophonFindings,
    units: () => units,
    pieceOf: (text, parent) => (isRead(text, parent) ? [pieceOf(text, parent)] : []),
    piecesIn: piecesOf,
    generatedIn,
    marginsOf,
    areaOf,
  };

  window.Paged.registerHandlers(
    class extends window.Paged.Handler {
      afterParsed(content: ParentNode & Node): void {
        takeInventory(content);
      }

      finalizePage(page: HTMLElement): void {
        // What is on pages without text of their own is written down with those that they are printed with.
        if (page.dataset.colophonFurniture !== undefined) return;
        const flows = [...page.querySelectorAll<HTMLElement>(FLOWS)];
        pages.push({
          area: areaOf(page),
          ...(isRightToLeft(page) && { isRightToLeft: true }),
          pieces: [...flows.flatMap(piecesOf), ...flows.flatMap(generatedPieces)],
          margins: marginsOf(page),
        });
      }

      afterRendered(): void {
        if (pages.length > 0) window.colophonText = { units, pages };
      }
    },
  );
}
