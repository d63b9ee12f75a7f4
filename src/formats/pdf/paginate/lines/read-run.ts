/** Reads a paragraph as pieces that no line divides, with the places behind them at which lines may end. */
import type { LineWishes, MeasuredParagraph } from "../../plan/lines/paragraph.js";
import type { LineFont, LineFonts, LinePlace, LineRun, MeasuredWord, ReadRun } from "./lines-types.js";

export function readLineRuns(): void {
  const TOKEN = /[ \t\n\r\f]+|\u00A0|[^ \t\n\r\f\u00A0]+/g;
  const NOT_LETTERS = /[\p{M}\u00AD\u200B\u2060\uFEFF]/gu;

  const px = (value: string): number => Number.parseFloat(value) || 0;

  /** What a text adds to the pieces: a part of a word, a space, or a width. */
  interface Step {
    readonly kind: "word" | "space" | "bound" | "width" | "open";
    readonly word?: MeasuredWord;
    readonly hyphen?: MeasuredWord;
    readonly width: number;
    readonly text?: Text;
    readonly at: number;
    readonly length: number;
    readonly isTracked?: boolean;
  }

  /** What cannot be set in lines by us. */
  class Unfit extends Error {}

  interface Reading {
    readonly run: LineRun;
    readonly fonts: LineFonts;
    readonly steps: Step[];
    readonly texts: Text[];
    readonly others: HTMLElement[];
    afterSpace: boolean;
    last: ChildNode;
  }

  const readText = (text: Text, font: LineFont, style: CSSStyleDeclaration, reading: Reading): void => {
    const { steps, run } = reading;
    const spacing = px(style.wordSpacing);
    const isWhole =
      (style as CSSStyleDeclaration & { readonly textWrapMode?: string }).textWrapMode === "nowrap";
    const isTracked = style.fontFamily === run.style.fontFamily;
    reading.texts.push(text);
    for (const { 0: token, index: at } of text.data.matchAll(TOKEN)) {
      const { length } = token;
      const first = token.charCodeAt(0);
      if (first > 32 && first !== 0xa0) {
        steps.push({
          kind: "word",
          word: font.wordOf(token),
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
        steps.push({ kind, word: font.space, width: spacing, text, at, length });
        reading.afterSpace = kind === "space";
      }
    }
  };

  const generates = (element: Element): boolean =>
    ["::before", "::after"].some((part) => {
      const { content, display } = getComputedStyle(element, part);
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
    let font: LineFont | undefined;
    for (const node of nodes) {
      if (node instanceof Text) {
        font ??= reading.fonts.fontOf(style);
        readText(node, font, style, reading);
      } else if (node instanceof Element) readElement(node as HTMLElement, reading);
    }
  };

  type Pieces = Pick<ReadRun, "places"> & Pick<MeasuredParagraph, "widths" | "joints" | "gaps" | "letters">;

  const piecesOf = (steps: readonly Step[]): Pieces => {
    const widths: number[] = [];
    const gaps: number[] = [];
    const letters: number[] = [];
    const places: (LinePlace | undefined)[] = [];
    let joints = "";
    let [width, count] = [0, 0];
    const close = (joint: string, gap: number, place?: LinePlace) => {
      widths.push(width);
      letters.push(count);
      gaps.push(gap);
      joints += joint;
      places.push(place);
      [width, count] = [0, 0];
    };
    let wbr: Step | undefined;
    for (const step of steps) {
      const { kind, word, hyphen, text, at, length } = step;
      if (kind === "open") {
        wbr = step;
        continue;
      }
      if (kind === "width") width += step.width;
      else if (kind === "space")
        close(" ", word!.widths[0]! + step.width, { text: text!, offset: at, length });
      else if (kind === "bound") close("~", word!.widths[0]! + step.width);
      else {
        if (wbr) close("/", 0, { text: text!, offset: at, length: 0 });
        word!.widths.forEach((own, part) => {
          width += own;
          if (step.isTracked) count += lettersIn(word!, part);
          if (part === word!.ends.length) return;
          const end = at + word!.ends[part]!;
          if (word!.joints[part] === "-")
            close("-", hyphen!.widths[0]!, { text: text!, offset: end - 1, length: 1 });
          else close("/", 0, { text: text!, offset: end, length: 0 });
        });
      }
      wbr = undefined;
    }
    if (steps.at(-1)?.kind !== "space") close(".", 0);
    return { widths, gaps, letters, joints, places };
  };

  const lettersIn = ({ beginnings }: MeasuredWord, part: number): number =>
    beginnings[part]!.slice(part === 0 ? 0 : beginnings[part - 1]!.length).replace(NOT_LETTERS, "").length;

  const ratioOf = (style: CSSStyleDeclaration, name: string, otherwise: number): number => {
    const value = Number.parseFloat(style.getPropertyValue(name));
    return Number.isFinite(value) ? value : otherwise;
  };

  const wishesOf = ({ block, style }: LineRun): LineWishes => ({
    looseness: Number.parseInt(block.dataset.looseness ?? "0", 10) || 0,
    hyphensInARow: ratioOf(style, "--hyphens-in-a-row", 2),
    trackOut: ratioOf(style, "--track-out", 0),
    trackIn: ratioOf(style, "--track-in", 0),
    hang: ratioOf(style, "--hang", 0),
  });

  const measureOf = ({ block, style, isFirst }: LineRun): Pick<MeasuredParagraph, "first" | "room"> => {
    const around = [style.paddingLeft, style.paddingRight, style.borderLeftWidth, style.borderRightWidth];
    const box = px(style.width) || block.clientWidth;
    const room =
      style.boxSizing === "border-box" ? box - around.reduce((sum, each) => sum + px(each), 0) : box;
    if (!/^-?[\d.]+(?:px|%)$/.test(style.textIndent)) throw new Unfit();
    const indent = style.textIndent.endsWith("%")
      ? (px(style.textIndent) * room) / 100
      : px(style.textIndent);
    return { first: isFirst ? room - indent : room, room };
  };

  window.colophonLines = {
    ...window.colophonLines,
    readRun(run, fonts) {
      const reading: Reading = {
        run,
        fonts,
        steps: [],
        texts: [],
        others: [],
        afterSpace: true,
        last: run.nodes[0]!,
      };
      try {
        const measure = measureOf(run);
        readNodes(run.nodes, run.style, reading);
        const { steps, texts, others, last } = reading;
        if (!run.isAll)
          others.push(
            ...([...run.block.children] as HTMLElement[]).filter((each) => !run.nodes.includes(each)),
          );
        return () => {
          const { places, ...pieces } = piecesOf(steps);
          const em = px(run.style.fontSize);
          return {
            run,
            paragraph: { ...measure, em, ...pieces, wishes: wishesOf(run) },
            places,
            texts,
            others,
            last,
          };
        };
      } catch (error) {
        if (error instanceof Unfit) return undefined;
        throw error;
      }
    },
  };
}
