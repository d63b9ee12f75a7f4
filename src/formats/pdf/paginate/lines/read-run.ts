/** Reads a paragraph as pieces that no line divides, with the places behind them at which lines may end. */
import type { LineWishes } from "../../plan/lines/paragraph.js";
import type { KeptLook, LineFonts, LineRun, LineStep } from "./lines-types.js";

export function readLineRuns(): void {
  const TOKEN = /[ \t\n\r\f]+|\u00A0|[^ \t\n\r\f\u00A0]+/g;

  const px = (value: string): number => Number.parseFloat(value) || 0;

  /** What cannot be set in lines by us. */
  class Unfit extends Error {}

  interface Reading {
    readonly run: LineRun;
    readonly fonts: LineFonts;
    readonly steps: LineStep[];
    readonly texts: Text[];
    readonly tracked: Set<Text>;
    readonly others: HTMLElement[];
    afterSpace: boolean;
    last: ChildNode;
    /** Characters that a letter over several lines takes. */
    skipped: number;
    /** What the look of the first line comes over. */
    readonly over: Readonly<Record<string, string>> | undefined;
  }

  /** Words that may stand on a first line. */
  const MOST_OPENING = 60;

  const readText = (text: Text, style: CSSStyleDeclaration, reading: Reading): void => {
    const { steps, run, fonts, over } = reading;
    const font = fonts.fontOf(style);
    const isOpening = over && steps.length < MOST_OPENING;
    const opening = isOpening ? fonts.fontOf(style, over) : undefined;
    const skipped = reading.skipped;
    reading.skipped = 0;
    if (skipped > 0) reading.afterSpace = false;
    const spacing = px(style.wordSpacing);
    const isWhole =
      (style as CSSStyleDeclaration & { readonly textWrapMode?: string }).textWrapMode === "nowrap";
    const isTracked = style.fontFamily === run.style.fontFamily;
    reading.texts.push(text);
    if (isTracked) reading.tracked.add(text);
    TOKEN.lastIndex = skipped;
    for (let found = TOKEN.exec(text.data); found; found = TOKEN.exec(text.data)) {
      const { 0: token, index: at } = found;
      const { length } = token;
      const first = token.charCodeAt(0);
      if (first > 32 && first !== 0xa0) {
        steps.push({
          kind: "word",
          word: font.wordOf(token),
          ...(opening && { opening: opening.wordOf(token) }),
          hyphen: font.hyphen,
          width: 0,
          text,
          at,
          length,
          isTracked,
        });
        reading.afterSpace = false;
        reading.last = text;
      } else if (first === 0xa0 || !reading.afterSpace) {
        const kind = first === 0xa0 || isWhole ? "bound" : "space";
        const around = [letterAt(text.data, at - 1), letterAt(text.data, at + length)] as const;
        steps.push({
          kind,
          space: font.spaceBetween(...around),
          ...(opening && { openingSpace: opening.spaceBetween(...around) }),
          width: spacing,
          text,
          at,
          length,
        });
        reading.afterSpace = kind === "space";
      }
    }
  };

  const letterAt = (data: string, at: number): string => {
    const letter = data[at] ?? "";
    return /[\s\u00A0\u00AD\u200B\uD800-\uDFFF]/.test(letter) ? "" : letter;
  };

  const generates = (element: Element): boolean =>
    (["before", "after"] as const).some((part) => {
      const style = window.colophonLines.styleOfPart(element, part);
      if (!style) return false;
      const { content, display } = style;
      return content !== "none" && content !== "normal" && display !== "none";
    });

  const addWidth = (reading: Reading, width: number): void => {
    if (width !== 0) reading.steps.push({ kind: "width", width, at: 0, length: 0 });
  };

  /** What has no lines of ours in it. */
  const readWhole = (element: HTMLElement, style: CSSStyleDeclaration, reading: Reading): void => {
    addWidth(reading, element.getBoundingClientRect().width + px(style.marginLeft) + px(style.marginRight));
    reading.others.push(element);
    reading.afterSpace = false;
    reading.last = element;
  };

  const readElement = (element: HTMLElement, reading: Reading): void => {
    if (element.localName === "br") throw new Unfit();
    if (element.localName === "wbr") {
      reading.steps.push({ kind: "open", width: 0, at: 0, length: 0 });
      return;
    }
    const style = getComputedStyle(element);
    const kind = window.colophonPlanned.kindOf(element, style);
    if (kind === "none") {
      if (style.display !== "none") reading.others.push(element);
      return;
    }
    const isWritten = kind === "inline" && generates(element);
    if (isWritten && (/\S/.test(element.textContent ?? "") || element.childElementCount > 0))
      throw new Unfit();
    if (kind !== "inline" || isWritten) {
      readWhole(element, style, reading);
      return;
    }
    addWidth(reading, px(style.marginLeft) + px(style.borderLeftWidth) + px(style.paddingLeft));
    readNodes(element.childNodes, style, reading);
    addWidth(reading, px(style.marginRight) + px(style.borderRightWidth) + px(style.paddingRight));
  };

  const readNodes = (nodes: Iterable<ChildNode>, style: CSSStyleDeclaration, reading: Reading): void => {
    for (const node of nodes) {
      if (node instanceof Text) readText(node, style, reading);
      else if (node instanceof Element) readElement(node as HTMLElement, reading);
    }
  };

  const ratioOf = (style: CSSStyleDeclaration, name: string, otherwise: number): number => {
    const value = Number.parseFloat(style.getPropertyValue(name));
    return Number.isFinite(value) ? value : otherwise;
  };

  const wishesOf = ({ block, style }: LineRun): LineWishes => ({
    looseness: Number.parseInt(block.dataset.looseness ?? "0", 10) || 0,
    hyphensInARow: ratioOf(style, "--hyphens-in-a-row", 2),
    trackOut: ratioOf(style, "--letters-apart", 0),
    trackIn: ratioOf(style, "--letters-together", 0),
    hang: ratioOf(style, "--hang-hyphens", 0),
  });

  const roomsOf = ({ block, style, isFirst, opening }: LineRun): readonly number[] => {
    const around = [style.paddingLeft, style.paddingRight, style.borderLeftWidth, style.borderRightWidth];
    const box = px(style.width) || block.clientWidth;
    const room =
      style.boxSizing === "border-box" ? box - around.reduce((sum, each) => sum + px(each), 0) : box;
    if (!/^-?[\d.]+(?:px|%)$/.test(style.textIndent)) throw new Unfit();
    const indent = style.textIndent.endsWith("%")
      ? (px(style.textIndent) * room) / 100
      : px(style.textIndent);
    const { lines = 1, width = 0 } = opening.initial ?? {};
    const beside = Array.from({ length: lines }, () => room - width);
    if (isFirst) beside[0]! -= indent;
    return [...beside, room];
  };

  /** Read before anything is written: a style that is asked for then is worked out anew, each time. */
  const lookOf = (element: HTMLElement): KeptLook => {
    const { whiteSpaceCollapse, textWrapMode, textAlignLast, wordSpacing } = getComputedStyle(
      element,
    ) as CSSStyleDeclaration & Record<"whiteSpaceCollapse" | "textWrapMode", string>;
    const look = {
      "white-space-collapse": whiteSpaceCollapse,
      "text-wrap-mode": textWrapMode,
      "text-align-last": textAlignLast,
      "word-spacing": wordSpacing,
    };
    return { element, look };
  };

  window.colophonLines = {
    ...window.colophonLines,
    readRun(run, fonts) {
      const reading: Reading = {
        run,
        fonts,
        steps: [],
        texts: [],
        tracked: new Set(),
        others: [],
        afterSpace: true,
        last: run.nodes[0]!,
        skipped: run.opening.initial?.length ?? 0,
        over: run.opening.line && fonts.differences(run.style, run.opening.line),
      };
      try {
        const rooms = roomsOf(run);
        readNodes(run.nodes, run.style, reading);
        const { steps, texts, tracked, others, last } = reading;
        if (!run.isAll)
          others.push(
            ...([...run.block.children] as HTMLElement[]).filter((each) => !run.nodes.includes(each)),
          );
        return () => {
          const { places, ...pieces } = window.colophonLines.piecesOf(steps);
          const em = px(run.style.fontSize);
          return {
            run,
            paragraph: { rooms, em, ...pieces, wishes: wishesOf(run) },
            places,
            texts,
            tracked,
            others: others.map(lookOf),
            last,
            spacing: px(run.style.wordSpacing),
          };
        };
      } catch (error) {
        if (error instanceof Unfit) return undefined;
        throw error;
      }
    },
  };
}
