/**
 * Paints a page's content on a sheet that keeps letters and what lies over them: ISO 32000-1, 8 and 9.
 *
 * Only what bears on whether a letter can be read is followed: places, clips, fills, images and text.
 */
import { UNKNOWN } from "../../../../matching/letters.js";
import { stringBytes } from "../../assemble/reader/atoms.js";
import type { PrintedPdf } from "../../assemble/reader/printed-pdf.js";
import { isArray, isString, type PdfStream, type PdfValue } from "../../assemble/reader/values.js";
import { IDENTITY, type Matrix, multiply } from "../geometry.js";
import { TRAIT } from "../glyph.js";
import { streamText } from "../stream-text.js";
import { clipped, colourOf, type GraphicsState, withParameters } from "./graphics-state.js";
import { openMarks } from "./marks.js";
import { openPath, type Shape } from "./path.js";
import { type Fonts, openResources, type Resources } from "./resources.js";
import { type Operands, operatorCode, scanContent } from "./scan.js";
import type { Colour, Sheet } from "./sheet.js";
import {
  displacement,
  isInvisible,
  moveLine,
  moveOn,
  placeGlyph,
  setMatrix,
  startOfText,
  type TextState,
  widthOf,
} from "./text-state.js";
import { openTurnedWords, type TurnedWords } from "./turned-words.js";

/** Paints the content of a page on a sheet. */
export type Interpreter = (content: string, page: PageContext) => void;

export interface PageContext {
  readonly resources: Resources;
  readonly state: GraphicsState;
  readonly sheet: Sheet;
}

type Handler = (operands: Operands) => void;

/** Forms that call forms: Skia nests a few. */
const DEEPEST = 24;
/** Skia keeps the numbers of glyphs: 0 is the box that stands in for a letter that a font does not have. */
const MISSING = 0;
/** Text in thousandths of the font size (9.4.3). */
const EM = 1000;

/** One interpreter serves all pages of a file: what V8 learns about its functions is kept. */
export function openInterpreter(pdf: PrintedPdf, fonts: Fonts): Interpreter {
  const path = openPath();
  const position = startOfText();
  const box = { left: 0, bottom: 0, right: 0, top: 0 };
  let marks = openMarks();
  let sheet: Sheet;
  let words: TurnedWords;
  let resources: Resources;
  let state: GraphicsState;
  let saved: GraphicsState[] = [];
  let isClip = false;
  /** How many forms the content is in. */
  let depth = 0;

  const setText = (change: Partial<TextState>): void => {
    state.text = { ...state.text, ...change };
  };
  const setColour = (colour: Colour): void => {
    state.paint = { ...state.paint, colour };
  };
  const concatenate = (matrix: Matrix): void => {
    state.matrix = multiply(matrix, state.matrix);
  };
  const endPath = (paint: (shapes: Shape[]) => void): void => {
    const shapes = path.take();
    paint(shapes);
    if (isClip) state.clip = clipped(state.clip, shapes);
    isClip = false;
  };
  const fill: Handler = () => endPath((shapes) => sheet.fill(shapes, state.paint, state.clip));
  const discard: Handler = () => endPath(() => undefined);
  const clip: Handler = () => {
    isClip = true;
  };
  const colour: Handler = ({ numbers, count }) => setColour(colourOf(numbers, count));

  const paintForm = (form: PdfStream): void => {
    if (depth >= DEEPEST) return;
    const { dict } = form;
    const matrix = pdf.array(dict.get("/Matrix"))?.map((each) => pdf.number(each)) ?? IDENTITY;
    const around = { resources, saved, state };
    state = { ...state };
    concatenate(matrix as unknown as Matrix);
    const [left, bottom, right, top] = (pdf.array(dict.get("/BBox")) ?? []).map((each) => pdf.number(each));
    path.take();
    path.rectangle(state.matrix, left!, bottom!, right! - left!, top! - bottom!);
    state.clip = clipped(state.clip, path.take());
    const own = pdf.dict(dict.get("/Resources"));
    resources = own === undefined ? resources : openResources(pdf, own, fonts);
    saved = [];
    depth += 1;
    scan(streamText(pdf, form));
    depth -= 1;
    ({ resources, saved, state } = around);
  };

  /** An image fills the unit square (8.9.5). */
  const paintImage = (image: PdfStream): void => {
    path.take();
    path.rectangle(state.matrix, 0, 0, 1, 1);
    const isSolid = !image.dict.has("/SMask") && !image.dict.has("/Mask") && !image.dict.has("/ImageMask");
    const paint = { ...state.paint, colour: undefined, isPlain: state.paint.isPlain && isSolid };
    sheet.fill(path.take(), paint, state.clip);
  };

  const external: Handler = ({ value }) => {
    const object = value === undefined ? undefined : resources.external(value);
    if (object?.dict.get("/Subtype") === "/Form") paintForm(object);
    else if (object?.dict.get("/Subtype") === "/Image") paintImage(object);
  };

  const showCode = (code: number): void => {
    const { text, matrix, paint } = state;
    const actual = marks.actualText();
    const traits = (marks.id() === undefined ? 0 : TRAIT.tagged) | (code === MISSING ? TRAIT.missing : 0);
    const width = widthOf(text, code);
    placeGlyph(box, text, position, width, matrix);
    sheet.letter(
      actual ?? text.font?.text(code) ?? UNKNOWN,
      box,
      traits,
      isInvisible(text) ? { ...paint, alpha: 0 } : paint,
      state.clip,
    );
    moveOn(position, displacement(text, code, width));
  };
  const showString = (bytes: string): void => {
    const length = state.text.font?.codeLength ?? 1;
    if (marks.isReversed()) words.turn();
    for (let at = 0; at + length <= bytes.length; at += length) {
      const first = bytes.charCodeAt(at);
      showCode(length === 1 ? first : first * 256 + bytes.charCodeAt(at + 1));
    }
  };
  /** @param code of two bytes. */
  const showOne = (code: number): void => {
    if (state.text.font?.codeLength !== 2) {
      showString(String.fromCharCode(code >> 8, code & 0xff));
      return;
    }
    if (marks.isReversed()) words.turn();
    showCode(code);
  };
  const show: Handler = ({ code, string }) => {
    if (code !== undefined) showOne(code);
    else if (string !== undefined) showString(string);
  };
  const step = (distance: number, code: number): void => {
    moveLine(position, distance, 0);
    showOne(code);
  };
  const showArray = (array: PdfValue | undefined): void => {
    if (!isArray(array)) return;
    for (const each of array) {
      if (isString(each)) showString(stringBytes(each));
      else moveOn(position, (-Number(each) / EM) * state.text.size * state.text.scale);
    }
  };
  const nextLine: Handler = () => moveLine(position, 0, -state.text.leading);

  const handlers: Readonly<Record<string, Handler>> = {
    q: () => void saved.push({ ...state }),
    Q: () => {
      state = saved.pop() ?? state;
    },
    cm: ({ numbers }) => concatenate(numbers.slice(0, 6) as unknown as Matrix),
    gs: ({ value }) => {
      const parameters = value === undefined ? undefined : resources.state(value);
      if (parameters) state.paint = withParameters(pdf, state.paint, parameters);
    },
    g: colour,
    rg: colour,
    k: colour,
    cs: () => setColour(undefined),
    sc: colour,
    scn: ({ numbers, count, value }) => setColour(value === undefined ? colourOf(numbers, count) : undefined),

    m: ({ numbers: [x, y] }) => path.moveTo(state.matrix, x!, y!),
    l: ({ numbers: [x, y] }) => path.lineTo(state.matrix, x!, y!),
    c: ({ numbers }) => path.curveTo(state.matrix, numbers),
    v: ({ numbers: [a, b, c, d] }) => path.curveTo(state.matrix, [a!, b!, a!, b!, c!, d!]),
    y: ({ numbers: [a, b, c, d] }) => path.curveTo(state.matrix, [a!, b!, c!, d!, c!, d!]),
    re: ({ numbers: [x, y, width, height] }) => path.rectangle(state.matrix, x!, y!, width!, height!),
    f: fill,
    F: fill,
    "f*": fill,
    B: fill,
    "B*": fill,
    b: fill,
    "b*": fill,
    S: discard,
    s: discard,
    n: discard,
    W: clip,
    "W*": clip,
    Do: external,

    BT: () => setMatrix(position, IDENTITY),
    Tf: ({ numbers, value }) => {
      // Before most pieces of a line.
      const [size, font] = [numbers[0]!, value === undefined ? undefined : resources.font(value)];
      const isSame = size === state.text.size && font === state.text.font;
      if (!isSame) state.text = { ...state.text, size, font };
    },
    Tc: ({ numbers: [characterSpacing] }) => setText({ characterSpacing: characterSpacing! }),
    Tw: ({ numbers: [wordSpacing] }) => setText({ wordSpacing: wordSpacing! }),
    Tz: ({ numbers: [percent] }) => setText({ scale: percent! / 100 }),
    TL: ({ numbers: [leading] }) => setText({ leading: leading! }),
    Ts: ({ numbers: [rise] }) => setText({ rise: rise! }),
    Tr: ({ numbers: [mode] }) => setText({ mode: mode! }),
    Tm: ({ numbers }) => {
      words.begin(numbers, marks.id());
      setMatrix(position, numbers);
    },
    Td: ({ numbers }) => moveLine(position, numbers[0]!, numbers[1]!),
    TD: ({ numbers: [x, y] }) => {
      setText({ leading: -y! });
      moveLine(position, x!, y!);
    },
    "T*": nextLine,
    Tj: show,
    TJ: ({ value }) => showArray(value),
    "'": (operands) => {
      nextLine(operands);
      show(operands);
    },
    BDC: ({ value }) => marks.begin(value),
    BMC: ({ value }) => marks.begin(value),
    EMC: () => marks.end(),
  };
  const known = new Map(Object.entries(handlers).map(([name, handler]) => [operatorCode(name), handler]));
  const scan = (content: string): void => {
    scanContent(content, { run: (operator, operands) => known.get(operator)?.(operands), step });
  };
  return (content, page) => {
    ({ resources, state, sheet } = page);
    saved = [];
    marks = openMarks();
    words = openTurnedWords(sheet.glyphs);
    scan(content);
    words.end();
  };
}
