/** Makes the pieces of a paragraph, which no line divides, of the words and spaces of its texts. */
import type { LinePlace, LineStep, MeasuredSpace, MeasuredWord } from "./lines-types.js";

export function makeLinePieces(): void {
  const NOT_LETTERS = /[\p{M}\u00AD\u200B\u2060\uFEFF]/gu;

  const lettersIn = ({ beginnings }: MeasuredWord, part: number): number =>
    beginnings[part]!.slice(part === 0 ? 0 : beginnings[part - 1]!.length).replace(NOT_LETTERS, "").length;

  /** Finer than any browser sets, and short to tell. */
  const thousandths = (width: number): number => Math.round(width * 1000) / 1000;

  const widthOf = ([all, before, after]: MeasuredSpace): number =>
    all.widths[0]! - before.widths[0]! - after.widths[0]!;

  window.colophonLines = {
    ...window.colophonLines,
    piecesOf(steps) {
      const [widths, gaps, letters, openings, openingGaps]: number[][] = [[], [], [], [], []];
      const places: (LinePlace | undefined)[] = [];
      let joints = "";
      let [width, opening, count] = [0, 0, 0];
      let hasOpening = steps.some((step) => step.opening !== undefined);
      const close = (joint: string, gap: number, openingGap: number, place?: LinePlace) => {
        widths!.push(thousandths(width));
        letters!.push(count);
        gaps!.push(thousandths(gap));
        if (hasOpening) {
          openings!.push(thousandths(opening));
          openingGaps!.push(thousandths(openingGap));
        }
        joints += joint;
        places.push(place);
        [width, opening, count] = [0, 0, 0];
      };

      const addWord = (step: LineStep) => {
        const { word, hyphen, text, at } = step;
        word!.widths.forEach((own, part) => {
          width += own;
          opening += step.opening?.widths[part] ?? own;
          if (step.isTracked) count += lettersIn(word!, part);
          if (part === word!.ends.length) return;
          const end = at + word!.ends[part]!;
          const isHyphen = word!.joints[part] === "-";
          const wide = isHyphen ? hyphen!.widths[0]! : 0;
          const place = { text: text!, offset: isHyphen ? end - 1 : end, length: isHyphen ? 1 : 0 };
          close(isHyphen ? "-" : "/", wide, wide, place);
        });
      };

      let opens = false;
      for (const step of steps) {
        const { kind, word, text, at, length } = step;
        if (kind === "open") {
          opens = true;
          continue;
        }
        if (word && !step.opening) hasOpening = false;
        if (kind === "width") {
          width += step.width;
          opening += step.width;
        } else if (kind === "word") {
          if (opens) close("/", 0, 0, { text: text!, offset: at, length: 0 });
          addWord(step);
        } else {
          const gap = widthOf(step.space!) + step.width;
          const wide = widthOf(step.openingSpace ?? step.space!) + step.width;
          if (kind === "space") close(" ", gap, wide, { text: text!, offset: at, length });
          else close("~", gap, wide);
        }
        opens = false;
      }
      if (steps.at(-1)?.kind !== "space") close(".", 0, 0);
      return {
        widths: widths!,
        gaps: gaps!,
        letters: letters!,
        joints,
        places,
        ...(openings!.length > 0 && { opening: { widths: openings!, gaps: openingGaps! } }),
      };
    },
  };
}
