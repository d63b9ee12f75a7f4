/**
 * Turns the words of a drawing into shapes, so that it looks the same on every machine.
 *
 * What draws an SVG takes the fonts of the system, and those are never the theme's. The fonts
 * come with npm packages: a drawing imports them as style sheets do, in a `<style>` element.
 */
import type { Element, ElementContent, Properties, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toXhtml } from "../../../hast/xhtml.js";
import { type FontFace, takeFonts } from "../../../theme/fonts/fonts.js";
import { type Font, openFont } from "./font-shapes.js";

/** How a text is set: what it says itself, else what is said around it. Lengths are those of the drawing. */
interface Setting {
  readonly families: readonly string[];
  readonly size: number;
  readonly weight: number;
  readonly style: string;
  readonly anchor: string;
  readonly letterSpacing: number;
}

const INITIAL: Setting = {
  families: [],
  size: 16,
  weight: 400,
  style: "normal",
  anchor: "start",
  letterSpacing: 0,
};

/**
 * The drawing with a path in the place of each text whose letters the imported fonts have. A text
 * in another script stays a text.
 *
 * @param root The publication's folder: its own font packages come before those of the program.
 * @param packages Folders of themes, whose font packages come next.
 */
export async function outlineText(
  svg: string,
  root: string,
  packages: readonly string[] = [],
  own: readonly FontFace[] = [],
): Promise<string> {
  const { styles, faces: imported } = takeFonts(svg, root, packages);
  const faces = [...own, ...imported];
  const tree: Root = fromHtml(styles, { fragment: true, space: "svg" });
  const children = await Promise.all(tree.children.map((child) => outline(child, INITIAL, faces)));
  return toXhtml({ type: "root", children: children as Root["children"] });
}

async function outline<Node extends ElementContent | Root["children"][number]>(
  node: Node,
  around: Setting,
  faces: readonly FontFace[],
): Promise<Node | Element> {
  if (node.type !== "element") return node;
  const setting = settingOf(node.properties, around);
  if (node.tagName === "text") return (await pathOf(node, setting, faces)) ?? node;
  const children = await Promise.all(node.children.map((child) => outline(child, setting, faces)));
  return { ...node, children };
}

function settingOf(properties: Properties, around: Setting): Setting {
  const { fontFamily, fontSize, fontWeight, fontStyle, textAnchor, letterSpacing } = properties;
  return {
    families: fontFamily === undefined ? around.families : familiesOf(String(fontFamily)),
    size: Number(fontSize ?? around.size),
    weight: fontWeight === "bold" ? 700 : Number(fontWeight ?? around.weight) || 400,
    style: String(fontStyle ?? around.style),
    anchor: String(textAnchor ?? around.anchor),
    letterSpacing: Number(letterSpacing ?? around.letterSpacing) || 0,
  };
}

function familiesOf(list: string): string[] {
  return list.split(",").map((family) => family.trim().replace(/^["']|["']$/g, ""));
}

/** A run of characters that one font sets. */
interface Piece {
  readonly font: Font;
  readonly text: string;
}

async function pathOf(
  text: Element,
  setting: Setting,
  faces: readonly FontFace[],
): Promise<Element | undefined> {
  const [words, ...others] = text.children;
  if (words?.type !== "text" || others.length > 0) return undefined;
  const pieces = await piecesOf(words.value.trim(), setting, faces);
  if (pieces === undefined) return undefined;
  const { d, width } = draw(pieces, setting);
  const shift = setting.anchor === "middle" ? width / 2 : setting.anchor === "end" ? width : 0;
  const { x, y, fill } = text.properties;
  const transform = `translate(${round(Number(x ?? 0) - shift)} ${round(Number(y ?? 0))})`;
  return { type: "element", tagName: "path", properties: { d, transform, fill }, children: [] };
}

/** The glyph of a font for what it has none for. */
const MISSING = 0;

/** Undefined when the fonts lack a character. */
async function piecesOf(
  words: string,
  setting: Setting,
  faces: readonly FontFace[],
): Promise<Piece[] | undefined> {
  const pieces: Piece[] = [];
  for (const character of words) {
    const font = await fontFor(character, setting, faces);
    if (font === undefined) return undefined;
    const last = pieces.at(-1);
    if (last?.font === font) pieces[pieces.length - 1] = { font, text: last.text + character };
    else pieces.push({ font, text: character });
  }
  return pieces;
}

/** The first font, best one first, that has the character: ranges of faces overlap, and promise too much. */
async function fontFor(
  character: string,
  setting: Setting,
  faces: readonly FontFace[],
): Promise<Font | undefined> {
  for (const face of facesFor(character.codePointAt(0)!, setting, faces)) {
    const font = await openFont(face);
    if (font?.layout(character).glyphs.every(({ id }) => id !== MISSING)) return font;
  }
  return undefined;
}

function facesFor(code: number, setting: Setting, faces: readonly FontFace[]): FontFace[] {
  const family = setting.families.find((name) => faces.some((face) => face.family === name));
  const distance = (face: FontFace) =>
    Math.abs(face.weight - setting.weight) + (face.style === setting.style ? 0 : 1000);
  return faces
    .filter(
      ({ family: name, ranges }) =>
        name === family &&
        (ranges.length === 0 || ranges.some(([first, last]) => code >= first && code <= last)),
    )
    .sort((one, other) => distance(one) - distance(other));
}

function draw(pieces: readonly Piece[], { size, letterSpacing }: Setting): { d: string; width: number } {
  let d = "";
  let x = 0;
  for (const { font, text } of pieces) {
    const scale = size / font.unitsPerEm;
    const { glyphs, positions } = font.layout(text);
    glyphs.forEach((glyph, index) => {
      const { xAdvance, xOffset, yOffset } = positions[index]!;
      const [dx, dy] = [x + xOffset * scale, -yOffset * scale];
      d += glyph.path.transform(scale, 0, 0, -scale, dx, dy).toSVG();
      x += xAdvance * scale + letterSpacing;
    });
  }
  return { d, width: x - letterSpacing };
}

function round(length: number): number {
  return Math.round(length * 100) / 100;
}
