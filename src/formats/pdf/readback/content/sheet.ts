/** A page while it is painted: which letters can be seen is known only when the last fill is done. */
import { areAround, type Box, cornersOf, hasBox, hasPoint, intersection, type Point } from "../geometry.js";
import { type GlyphColumns, HIDING, type Hiding, openGlyphs, TRAIT } from "../glyph.js";
import type { Shape } from "./path.js";

/** Red, green and blue from 0 to 1; undefined for patterns and images. */
export type Colour = readonly [number, number, number] | undefined;

/** Where paint stays. */
export interface Clip {
  readonly box: Box;
  /** Those of its shapes that are no rectangles. */
  readonly shapes: readonly Shape[];
}

export interface Paint {
  readonly colour: Colour;
  readonly alpha: number;
  /** False when it is mixed with what is below in another way than by covering it. */
  readonly isPlain: boolean;
}

export interface Sheet {
  readonly glyphs: GlyphColumns;
  readonly letter: (text: string, box: Box, traits: number, paint: Paint, clip: Clip) => void;
  readonly fill: (shapes: readonly Shape[], paint: Paint, clip: Clip) => void;
}

/** Lines and borders are thinner, in points: a letter is read in spite of them. */
const THINNEST_COVER = 2.5;
const OPAQUE = 0.95;
const INVISIBLE = 0.03;
/** Nobody sees a smaller difference between two colours. */
const SAME_COLOUR = 0.02;
const WHITE = [1, 1, 1] as const;
/** How much of a letter, at each side, may be gone: glyphs are narrower than the room that they take. */
const MARGIN = 0.2;

interface Fill {
  readonly box: Box;
  readonly shape: Shape;
  readonly colour: Colour;
}

export function openSheet(paper: Box): Sheet {
  const glyphs = openGlyphs();
  const fills: Fill[] = [];

  /** The paper, or what was last painted over it. */
  const colourBelow = (at: Point): Colour => {
    const below = fills.findLast(({ box, shape }) => hasPoint(box, at.x, at.y) && isIn(shape, at));
    return below === undefined ? WHITE : below.colour;
  };

  /** Whether letters of a colour may be lost on what is below them: on white paper, dark ones are not. */
  let lastColour: Colour;
  let isSuspect = false;
  const mayVanish = (colour: Colour): boolean => {
    if (colour === lastColour) return isSuspect;
    lastColour = colour;
    isSuspect = isSame(colour, WHITE) || fills.some((fill) => isSame(fill.colour, colour));
    return isSuspect;
  };

  const hidingOf = (box: Box, { colour, alpha }: Paint, clip: Clip): Hiding => {
    const x = (box.left + box.right) / 2;
    const y = (box.bottom + box.top) / 2;
    if (!hasPoint(paper, x, y)) return HIDING.offPaper;
    if (!hasPoint(clip.box, x, y) && !isMarkBeside(box, clip.box)) return HIDING.clipped;
    if (clip.shapes.some((shape) => !isIn(shape, { x, y }))) return HIDING.clipped;
    if (alpha < INVISIBLE) return HIDING.invisible;
    return mayVanish(colour) && isSame(colourBelow({ x, y }), colour) ? HIDING.invisible : HIDING.none;
  };

  /** The clip is mostly the paper, and letters are mostly far from its edges. */
  const isCut = (box: Box, clip: Clip): boolean =>
    !(hasBox(paper, box) && hasBox(clip.box, box)) && !hasBox(intersection(paper, clip.box), coreOf(box));

  const cover = (box: Box, shape: Shape): void => {
    const { hidings, texts } = glyphs;
    for (let index = 0; index < texts.length; index += 1) {
      if (hidings[index] !== HIDING.none) continue;
      const core = coreOf(glyphs.box(index));
      if (!hasBox(box, core)) continue;
      if (cornersOf(core).every((corner) => isIn(shape, corner))) hidings[index] = HIDING.covered;
    }
  };

  return {
    glyphs,
    letter(text, box, traits, paint, clip) {
      const hiding = hidingOf(box, paint, clip);
      const cut = hiding === HIDING.none && isCut(box, clip) ? TRAIT.cut : 0;
      glyphs.add(text, box, hiding, traits | cut);
    },
    fill(shapes, { colour, alpha, isPlain }, clip) {
      // What is cut out by a clip of another form is not known to be covered.
      if (!isPlain || alpha < OPAQUE || clip.shapes.length > 0) return;
      for (const shape of shapes) {
        const box = intersection(intersection(shape.bounds, clip.box), paper);
        if (box.right - box.left < THINNEST_COVER || box.top - box.bottom < THINNEST_COVER) continue;
        fills.push({ box, shape, colour });
        lastColour = undefined;
        cover(box, shape);
      }
    },
  };
}

function isIn({ bounds, outlines }: Shape, point: Point): boolean {
  return hasPoint(bounds, point.x, point.y) && (outlines.length === 0 || areAround(outlines, point));
}

function isSame(one: Colour, other: Colour): boolean {
  if (one === undefined || other === undefined) return false;
  return one.every((part, index) => Math.abs(part - other[index]!) < SAME_COLOUR);
}

/** A dot or an accent has no width: its origin may be beside, above or below the letter that it belongs to. */
function isMarkBeside({ left, right, bottom, top }: Box, edges: Box): boolean {
  const height = top - bottom;
  if (right - left > MARGIN * height) return false;
  const around = {
    left: edges.left - height,
    right: edges.right + height,
    bottom: edges.bottom - height,
    top: edges.top + height,
  };
  return hasPoint(around, left, (bottom + top) / 2);
}

function coreOf({ left, bottom, right, top }: Box): Box {
  const [x, y] = [(right - left) * MARGIN, (top - bottom) * MARGIN];
  return { left: left + x, right: right - x, bottom: bottom + y, top: top - y };
}
