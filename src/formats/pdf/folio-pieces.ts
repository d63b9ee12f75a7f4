/**
 * Splits the text of a margin box into pieces that are drawn one after another from left to right, each in one font.
 *
 * A line is as short as `صفحة 3 من 10`, so a part of the Unicode Bidirectional Algorithm (UAX 9) is enough: words that
 * run to the left, words that run to the right, numbers, and what stands between them.
 */
import type { FolioPiece } from "../../model/print.js";

const TO_LEFT = String.raw`(?!\p{Nd})[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]`;
const TO_RIGHT = String.raw`(?!${TO_LEFT})\p{L}`;
/** What goes on to the next word of the same direction goes with it. */
const TOKEN = new RegExp(
  [
    String.raw`(?:${TO_LEFT})(?:[^\p{L}\p{Nd}]*${TO_LEFT})*`,
    String.raw`${TO_RIGHT}(?:(?:(?!${TO_LEFT}).)*(?:${TO_RIGHT}|\p{Nd}))?`,
    String.raw`\p{Nd}+(?:[.,:\/]\p{Nd}+)*`,
    ".",
  ].join("|"),
  "gsu",
);
const RUNS_TO_LEFT = new RegExp(`^${TO_LEFT}`, "u");
const MIRRORED = "()[]{}<>«»‹›";

/**
 * @param direction of the box.
 * @param fontOf the font of a letter.
 * @returns at least one piece. The text of each is in reading order.
 */
export function folioPieces(
  text: string,
  direction: "ltr" | "rtl",
  fontOf: (letter: string) => string,
): readonly [FolioPiece, ...FolioPiece[]] {
  const pieces = tokensOf(text, direction).flatMap((token) => {
    const ofToken = inFonts(token, fontOf);
    return RUNS_TO_LEFT.test(token) ? ofToken.reverse() : ofToken;
  });
  const [first = { font: fontOf("0"), text: "" }, ...rest] = pieces;
  const joined: [FolioPiece, ...FolioPiece[]] = [first];
  for (const piece of rest) {
    const last = joined.at(-1)!;
    const goesOn = last.font === piece.font && ![last, piece].some((each) => RUNS_TO_LEFT.test(each.text));
    if (goesOn) joined.splice(-1, 1, { font: last.font, text: last.text + piece.text });
    else joined.push(piece);
  }
  return joined;
}

function tokensOf(text: string, direction: "ltr" | "rtl"): string[] {
  if (direction === "ltr") return text.match(TOKEN) ?? [];
  return (text.match(TOKEN) ?? []).reverse().map(mirrored);
}

/** A bracket that opens does so in the direction of the line (UAX 9, rule L4). */
function mirrored(token: string): string {
  const at = MIRRORED.indexOf(token);
  return at < 0 ? token : MIRRORED[at % 2 === 0 ? at + 1 : at - 1]!;
}

function inFonts(token: string, fontOf: (letter: string) => string): FolioPiece[] {
  const pieces: { font: string; text: string }[] = [];
  for (const letter of token) {
    const last = pieces.at(-1);
    const font = fontOf(letter);
    if (last?.font === font) last.text += letter;
    else pieces.push({ font, text: letter });
  }
  return pieces;
}
