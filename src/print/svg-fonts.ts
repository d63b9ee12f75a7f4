/**
 * Gives the fonts of the theme to the pictures that ask for them.
 *
 * A picture shown by `<img>` is a document of its own: it sees none of the page's fonts, and
 * would take whatever the machine has. So the faces that it needs are written into it. A
 * family that the theme lacks (`Times`, `Arial`) is served by the theme's own of its kind.
 */
import { type FontFace, facesFor, unicodeRange } from "../render/fonts.js";

type Kind = "serif" | "sans-serif" | "monospace";

const FAMILIES = /font-family\s*(?:=\s*"([^"]*)"|=\s*'([^']*)'|:\s*([^;}<]*))/g;
const ROOT = /<svg\b[^>]*>/;

/** @param read gives the bytes of a font file. */
export function withThemeFonts(
  svg: string,
  faces: readonly FontFace[],
  read: (file: string) => Uint8Array,
): string {
  const root = ROOT.exec(svg);
  if (!root || !/<text\b/.test(svg)) return svg;
  const needed = facesFor(faces, svg);
  const lists = [...svg.matchAll(FAMILIES)].map((match) => namesIn(match[1] ?? match[2] ?? match[3] ?? ""));
  const rules = [...new Set(lists.flat())].flatMap((name) => {
    const kind = kindOf(lists.find((list) => list.includes(name))!);
    return facesNamed(needed, name, kind).map((face) => faceRule(name, face, read));
  });
  // Text without a family, or with a generic one, gets the theme's sans-serif.
  const fallback = needed.filter((face) => face.family === familyOf(needed, "sans-serif"));
  rules.push(...fallback.map((face) => faceRule("colophon", face, read)));
  const generic = `${root[0].includes("font-family") ? "" : ":root, "}${GENERIC_SELECTOR} { font-family: colophon }`;
  const style = `<style>${rules.join("")}${generic}</style>`;
  const end = root.index + root[0].length;
  return svg.slice(0, end) + style + svg.slice(end);
}

const GENERIC = new Set(["serif", "sans-serif", "monospace", "system-ui", "cursive", "fantasy", "inherit"]);
const GENERIC_SELECTOR = `[font-family="serif"], [font-family="sans-serif"], [font-family="system-ui"]`;

function namesIn(list: string): string[] {
  return list
    .split(",")
    .map((name) => name.replace(/&quot;|["']/g, "").trim())
    .filter((name) => name !== "");
}

/** The kind that a list of families falls back to. */
function kindOf(list: readonly string[]): Kind {
  const all = list.join(" ").toLowerCase();
  if (/mono|courier|consol|code/.test(all)) return "monospace";
  return /sans|arial|helvetica|verdana/.test(all) ? "sans-serif" : "serif";
}

function facesNamed(faces: readonly FontFace[], name: string, kind: Kind): FontFace[] {
  if (GENERIC.has(name)) return [];
  const own = faces.filter((face) => face.family === name);
  return own.length > 0 ? own : faces.filter((face) => face.family === familyOf(faces, kind));
}

/** The first family of a kind; of any kind when the theme has none. */
function familyOf(faces: readonly FontFace[], kind: Kind): string | undefined {
  return (faces.find((face) => kindOf([face.family]) === kind) ?? faces[0])?.family;
}

function faceRule(name: string, face: FontFace, read: (file: string) => Uint8Array): string {
  const data = Buffer.from(read(face.file)).toString("base64");
  return (
    `@font-face { font-family: "${name.replace(/[\\"<]/g, "")}"; font-weight: ${face.weight}; ` +
    `font-style: ${face.style}; src: url(data:font/woff2;base64,${data});${unicodeRange(face.ranges)} }`
  );
}
