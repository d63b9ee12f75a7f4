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
  const units: TextUnit[] = [];
  const unitOf = new Map<string, number>();
  const pages: PageText[] = [];

  /** What comes behind a tilde tells the parts of one element from each other. */
  const refOf = (element: HTMLElement): string | undefined =>
    (element.dataset?.ref ?? element.closest<HTMLElement>("[data-ref]")?.dataset.ref)?.split("~")[0];

  const addUnit = (parent: Element, text: string): number => {
    const source = parent.closest("[data-source]")?.getAttribute("data-source") ?? "";
    return units.push({ source, text }) - 1;
  };

  const eachText = (root: Node, visit: (text: string, parent: HTMLElement) => void): void => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      const text = (node as Text).data;
      if (parent && !UNSEEN.has(parent.localName) && /\S/.test(text)) visit(text, parent);
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

  const isShown = (element: HTMLElement): boolean =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    (!(element instanceof SVGElement) || isInDrawing(element));

  const piecesOf = (flow: HTMLElement): TextPiece[] => {
    const pieces: TextPiece[] = [];
    const repeats = flow.querySelector("[data-repeated]") !== null;
    eachText(flow, (text, parent) => {
      const isRepeated = repeats && parent.closest("[data-repeated]") !== null;
      const kind: PieceKind = isRepeated ? "repeated" : isShown(parent) ? "text" : "hidden";
      // Users' handlers may add text that did not go in.
      const unit = unitOf.get(refOf(parent) ?? "") ?? addUnit(parent, isRepeated ? "" : text);
      pieces.push([unit, text, kind]);
    });
    return pieces;
  };

  /** What a style sheet writes into a box. With the number of the page it is written when the book is joined. */
  const generatedIn = (box: HTMLElement): string => {
    const { content } = getComputedStyle(box, "::after");
    if (content.includes("counter(page")) return "";
    const strings = content.match(/"(?:[^"\\]|\\[\s\S])*"/g) ?? [];
    return strings.map((each) => each.slice(1, -1).replace(/\\([\s\S])/g, "$1")).join("");
  };

  const marginsOf = (page: HTMLElement): string[] =>
    [...page.querySelectorAll<HTMLElement>(".pagedjs_margin.hasContent > .pagedjs_margin-content")]
      .map((box) => `${box.textContent ?? ""}${generatedIn(box)}`)
      .filter((text) => /\S/.test(text));

  const areaOf = (page: HTMLElement): PageText["area"] => {
    const sheet = page.querySelector(".pagedjs_sheet")!.getBoundingClientRect();
    const area = page.querySelector(".pagedjs_area")!.getBoundingClientRect();
    const { left, top } = sheet;
    return [
      (area.left - left) * POINTS_PER_PIXEL,
      (area.top - top) * POINTS_PER_PIXEL,
      (area.right - left) * POINTS_PER_PIXEL,
      (area.bottom - top) * POINTS_PER_PIXEL,
    ];
  };

  window.Paged.registerHandlers(
    class extends window.Paged.Handler {
      afterParsed(content: ParentNode & Node): void {
        takeInventory(content);
      }

      finalizePage(page: HTMLElement): void {
        pages.push({
          area: areaOf(page),
          pieces: [...page.querySelectorAll<HTMLElement>(FLOWS)].flatMap(piecesOf),
          margins: marginsOf(page),
        });
      }

      afterRendered(): void {
        window.colophonText = { units, pages };
      }
    },
  );
}
