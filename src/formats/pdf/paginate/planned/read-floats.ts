/**
 * Takes figures out of the column that float to the head or foot of a page (`--place: float`): they stay where they are in the
 * document, and stand wherever the plan puts them.
 */
import type { FloatBox, GalleyBox, StripWriter } from "./galley-types.js";

export function readGalleyFloats(): void {
  /** Of a pixel: less is rounding. */
  const NEARLY = 0.75;
  const px = (value: string): number => Number.parseFloat(value) || 0;

  /** What stands in lines, or is a part of a list or table, is not asked what it wants. */
  const ASKED = ":not(a, b, code, dd, dt, em, i, li, small, span, strong, sub, sup, td, th, tr)";

  const wants = (element: Element): boolean =>
    getComputedStyle(element).getPropertyValue("--place").trim() === "float";

  /** What is as wide as the text, breaks no page, and calls no note has no tie to its place but the reader's eye. */
  const canFloat = (element: HTMLElement, { flow, height }: GalleyBox): boolean => {
    const { position, float, display, breakBefore, breakAfter } = getComputedStyle(element);
    if (position !== "static" || float !== "none" || /^(?:inline|none|contents|table-)/.test(display))
      return false;
    const breaks = [breakBefore, breakAfter, element.dataset.breakBefore, element.dataset.breakAfter];
    if (breaks.some((each) => each !== undefined && !/^(?:auto|avoid)/.test(each))) return false;
    if (element.querySelector("[data-footnote-call]") || element.offsetParent !== flow) return false;
    if (element.closest("ul, ol, dl, blockquote, table table, .colophon-columns")) return false;
    const parent = element.parentElement!;
    if (Math.abs(parent.clientWidth - flow.clientWidth) > NEARLY) return false;
    return element.getBoundingClientRect().height + gapOf(element) <= height;
  };

  const gapOf = (element: HTMLElement): number => {
    const { marginTop, marginBottom, lineHeight } = getComputedStyle(element);
    return Math.max(px(marginTop), px(marginBottom), px(lineHeight));
  };

  /** A frame or a ground goes on to the head of the page, whatever stands there. */
  const isFrame = (element: Element): boolean => {
    const { display, backgroundColor, backgroundImage, borderLeftWidth, borderRightWidth } =
      getComputedStyle(element);
    if (!/^(?:block|list-item|flow-root|inline|contents)$/.test(display)) return true;
    if (element.matches(".colophon-columns")) return true;
    const isGround = backgroundImage !== "none" || !/^(?:transparent|rgba\(.*, 0\))$/.test(backgroundColor);
    return isGround || px(borderLeftWidth) > 0 || px(borderRightWidth) > 0;
  };

  /** The margins of what a block begins and ends with are its own (CSS 2.2, 8.3.1), until it has a place of its own. */
  const dropMargins = ({ firstElementChild, lastElementChild }: HTMLElement): void => {
    (firstElementChild as HTMLElement | null)?.style.setProperty("margin-top", "0", "important");
    (lastElementChild as HTMLElement | null)?.style.setProperty("margin-bottom", "0", "important");
  };

  const isFloated = (element: Element): boolean => element.classList.contains("floated");

  /** Paragraphs between which something floated follow one another (`p + p` in the styles, which have been read by now). */
  const joinParagraphs = (float: HTMLElement): void => {
    let before = float.previousElementSibling;
    while (before && isFloated(before)) before = before.previousElementSibling;
    const next = float.nextElementSibling;
    if (before?.localName !== "p" || next?.localName !== "p") return;
    (next as HTMLElement).style.marginTop = "var(--paragraph-space)";
    (next as HTMLElement).style.textIndent = "var(--paragraph-indent)";
  };

  window.colophonPlanned = {
    ...window.colophonPlanned,
    openFloats(box): FloatBox[] {
      const { flow } = box;
      const { left } = flow.getBoundingClientRect();
      const found = [...flow.querySelectorAll<HTMLElement>(ASKED)].filter(
        (element) => wants(element) && !wants(element.parentElement!) && canFloat(element, box),
      );
      const places = found.map((element) => {
        const { width, left: own } = element.getBoundingClientRect();
        return { element, width, left: own - left, gap: gapOf(element) };
      });
      for (const { element, width, left: own } of places) {
        element.classList.add("floated");
        element.style.cssText += `; position: absolute !important; box-sizing: border-box !important; margin: 0 !important; top: 0; left: ${own}px; width: ${width}px`;
        dropMargins(element);
      }
      for (const { element } of places) joinParagraphs(element);
      return places.map(({ element, gap }) => ({ element, gap, height: 0, strip: 0 }));
    },
    meetFloat(boxes, element, strips: StripWriter): void {
      const box = boxes.find((each) => each.element === element)!;
      box.height = element.getBoundingClientRect().height + box.gap;
      box.strip = Math.max(0, strips.strips.length - 1);
    },
    boundStrips(flow, { strips, places }) {
      const known = new Map<Element, boolean>([[flow, false]]);
      const isBound = (element: Element): boolean => {
        const own = known.get(element) ?? (isFrame(element) || isBound(element.parentElement!));
        known.set(element, own);
        return own;
      };
      return strips.map((strip, index) => {
        const { element, paragraph } = places[index]!;
        const holder = element ? element.parentElement : paragraph?.block;
        return holder && element !== flow && isBound(holder) ? { ...strip, isBound: true as const } : strip;
      });
    },
  };
}
