/** What the ways of drawing have in common: a text goes in, a picture or a reason comes out. */

/** A picture of a diagram. */
export interface Drawing {
  /** SVG that stands by itself: text as text, no style sheet, no scripts, no addresses. */
  readonly svg: string;
  /** What the text says that it shows (`accTitle`, `accDescr`). */
  readonly description?: string;
  /** The title that is drawn in it. */
  readonly title?: string;
}

/** The text is no diagram, or not one that can be drawn. */
export interface Mistake {
  readonly mistake: string;
  /** Of the text, from 1. */
  readonly line?: number;
}

export type Drawn = Drawing | Mistake;

/** No fault of the text, as far as can be told: another time it may be drawn. */
export class NotDrawnNow extends Error {
  override readonly name = "NotDrawnNow";
  readonly hint: string;

  /** @param hint what to do about it. */
  constructor(message: string, hint = "Build again, or make the diagram smaller") {
    super(message);
    this.hint = hint;
  }
}

/** Draws diagrams one after another, until it is closed. */
export interface Drawer {
  /** @throws NotDrawnNow when the machine is at fault, or it takes too long. */
  draw(text: string): Promise<Drawn>;
  close(): Promise<void>;
}

/** Seconds for one diagram; the largest take two or three. */
export const DRAWN_WITHIN = 30;

/** Why one is given up. */
export const TOO_SLOW = `it takes more than ${DRAWN_WITHIN} seconds`;
