/** Marked content: which text a sequence stands for, and whether the document has it. ISO 32000-1, 14.6 and 14.9.4. */
import { stringText } from "../../assemble/reader/atoms.js";
import { isDict, isString, type PdfValue } from "../../assemble/reader/values.js";

interface Mark {
  /** What the sequence stands for; empty after the first glyph of it. */
  actual: string | undefined;
  readonly id: PdfValue | undefined;
  readonly isReversed: boolean;
}

export interface Marks {
  readonly begin: (operand: PdfValue | undefined) => void;
  readonly end: () => void;
  /** What the next glyph stands for, when a sequence around it says so. */
  readonly actualText: () => string | undefined;
  /** The number of the text in the structure of the document. */
  readonly id: () => PdfValue | undefined;
  /** True when the letters are in the order of their places (14.8.2.3.3). */
  readonly isReversed: () => boolean;
}

export function openMarks(): Marks {
  const marks: Mark[] = [];
  /** The innermost: it is asked for each glyph. */
  let current: Mark | undefined;
  /** How many of them say what they stand for. */
  let actuals = 0;
  return {
    begin(operand) {
      const around = current;
      const dict = isDict(operand) ? operand : undefined;
      const actual = dict?.get("/ActualText");
      if (isString(actual)) actuals += 1;
      current = {
        actual: isString(actual) ? stringText(actual) : undefined,
        id: dict?.get("/MCID") ?? around?.id,
        isReversed: operand === "/ReversedChars" || around?.isReversed === true,
      };
      marks.push(current);
    },
    end() {
      if (marks.pop()?.actual !== undefined) actuals -= 1;
      current = marks.at(-1);
    },
    actualText() {
      if (actuals === 0) return undefined;
      const mark = marks.findLast(({ actual }) => actual !== undefined);
      if (mark === undefined) return undefined;
      const { actual } = mark;
      mark.actual = "";
      return actual;
    },
    id: () => current?.id,
    isReversed: () => current?.isReversed === true,
  };
}
