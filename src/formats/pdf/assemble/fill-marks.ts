/** Fills in what a prepared run leaves open: numbers, keys, identifiers, destinations. */
import type { NumberedRun } from "./number-runs.js";
import { textString } from "./text-string.js";

// biome-ignore lint/suspicious/noControlCharactersInRegex: the marks are control characters
const MARKS = /([\x01-\x04])(\d+)|\x05/g;

export interface Fill {
  /** The text after `/Dest` of a link to an id; nothing when it leads nowhere. */
  readonly destination: (id: string) => string | undefined;
  /** The text of the book's language, as a string object. */
  readonly language: string;
}

/** The text of an object, or of a part of one, as it stands in the book. */
export function fillMarks(text: string, placed: NumberedRun, { destination, language }: Fill): string {
  const { outline } = placed.run;
  return text.replace(MARKS, (_all, mark: string | undefined, digits: string) => {
    switch (mark) {
      case "\x01":
        return `${placed.numbers[Number(digits)]} 0 R`;
      case "\x02":
        return String(Number(digits) + placed.firstParentKey);
      case "\x03":
        return identifierOf(placed, Number(digits)).toString();
      case "\x04": {
        const target = destination(outline.targets[Number(digits)]!);
        return target === undefined ? "" : `/Dest ${target}`;
      }
      default:
        return outline.language === undefined || outline.language === language
          ? ""
          : `/Lang ${outline.language}`;
    }
  });
}

/** An identifier of a structure element, unique in the book. */
export function identifierOf(placed: NumberedRun, number: number) {
  return textString(placed.idPrefix + number);
}
