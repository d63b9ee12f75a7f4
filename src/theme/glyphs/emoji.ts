/**
 * Emoji that are written with several characters: a person and a tool, a flag, a thumb and its colour.
 *
 * A browser takes the letters of such a sequence from one face, or prints boxes. So a sequence is looked up
 * in the fonts as a whole, and one that no font has is printed as its parts, side by side.
 */

/** Sequences of emoji (UTS #51, section 1.4): of two letters for a region, of a key, of signs that are joined or modified. */
const SEQUENCE =
  /\p{RI}{2}|[\p{Nd}#*]\uFE0F?\u20E3|\p{ExtPict}(?:[\uFE0F\p{EMod}\u{E0020}-\u{E007F}]|\u200D\p{ExtPict})+/gu;

/** What has no look of its own. */
const JOINERS = /[\u200D\uFE0F\p{EMod}\u{E0020}-\u{E007F}]|\u20E3/gu;

/** A sign that is only asked for its form as a picture: fonts that have it in another form will do. */
const ALONE = /^\P{EMod}\uFE0F$/u;

/** What no sequence is without: few texts have one. */
const JOINED = /[\u200D\uFE0F\u20E3\p{RI}\p{EMod}\u{E0020}-\u{E007F}]/u;

/** The sequences in a text with their offsets, in their order. */
export function emojiSequencesIn(text: string): { sequence: string; offset: number }[] {
  if (!JOINED.test(text)) return [];
  return [...text.matchAll(SEQUENCE)]
    .filter(([sequence]) => !ALONE.test(sequence))
    .map(({ 0: sequence, index }) => ({ sequence, offset: index }));
}

export function isEmojiSequence(text: string): boolean {
  return emojiSequencesIn(text)[0]?.sequence === text;
}

/** `👩🚀` for a woman, her colour and her rocket. */
export function partsOfSequence(sequence: string): string {
  return sequence.replace(JOINERS, "");
}
