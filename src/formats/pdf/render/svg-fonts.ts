/**
 * Gives the fonts of the theme to the pictures that ask for fonts.
 *
 * A picture shown by `<img>` is a document of its own: it sees none of the page's fonts, and
 * would take whatever the machine has. So the faces that it needs are written into it: those of
 * the families that it names, and for what the theme lacks (`Times`, `Arial`, `monospace`) the theme's
 * own family of that kind, with all that stands in for its characters.
 */
import { createHash } from "node:crypto";
import {
  type FontFace,
  facesFor,
  fontMediaType,
  isOfFormulas,
  unicodeRange,
} from "../../../theme/fonts/fonts.js";
import { textsOfSvg } from "../../../theme/glyphs/svg-texts.js";

type Kind = "serif" | "sans-serif" | "monospace";

/** `font-family` as attribute or declaration. */
const FAMILIES =
  /(font-family\s*(?:=\s*"|=\s*'|:\s*))((?:&quot;|[^;}<"']|"[^"<]*"(?=[\s,;}])|'[^'<]*'(?=[\s,;}"]))+)/g;
/** The families are what follows the size in `font: bold 12px/1.2 Arial, sans-serif`. */
const SHORTHAND =
  /(\bfont\s*:\s*[^;}<]*?\d(?:px|pt|em|rem|%|ex|cm|mm|in|pc)(?:\s*\/\s*[\d.]+\w*)?\s+)([^;}<]+?)(?=\s*(?:[;}<]|"(?:[\s>/]|$)))/g;
const ROOT = /<svg\b[^>]*>/;
/** The least weight that is called bold (CSS Fonts 4, section 2.2). */
const BOLD = 600;
/** What may ask for a bold or a slanted face. Without it a picture has one face of four, and a quarter of the size. */
const EMPHASIS =
  /bold|weight|italic|oblique|\bfont\s*:|<(?:\w+:)?(?:b|strong|h[1-6]|th|i|em|cite|dfn|var|address)\b/i;

/**
 * Every rule names its font by an address of its own. A browser that knows an address keeps what came from there
 * for as long as its memory allows: two pictures would have one font or two in the PDF, as it happens.
 *
 * @param read gives the bytes of a font.
 */
export function withThemeFonts(
  svg: string,
  faces: readonly FontFace[],
  read: (face: FontFace) => Uint8Array,
): string {
  if (!ROOT.test(svg) || !/<(?:text|foreignObject)\b/.test(svg)) return svg;
  const fitting = facesFor(faces, textsOfSvg(new TextEncoder().encode(svg)));
  const needed = EMPHASIS.test(svg) ? fitting : plainOf(fitting);
  const picture = createHash("sha256").update(svg).digest("hex").slice(0, 16);
  const kinds = new Set<Kind>();
  const own = new Set<string>();
  const name = (_: string, before: string, list: string): string => {
    const names = namesIn(list).filter((each) => faces.some(({ family }) => family === each));
    const kind = kindOf(list);
    kinds.add(kind);
    for (const each of names) own.add(each);
    return before + [...names.map((each) => each.replace(/(.* .*)/, "'$1'")), standIn(kind)].join(", ");
  };
  const named = svg.replace(FAMILIES, name).replace(SHORTHAND, name);
  kinds.add("sans-serif");
  const rules = [
    ...[...own].flatMap((each) =>
      needed.filter(({ family }) => family === each).map((face) => rule(each, face)),
    ),
    ...[...kinds].flatMap((kind) =>
      needed
        .filter(({ family }) => family === familyOf(faces, kind))
        .map((face) => rule(standIn(kind), face)),
    ),
  ];
  return named.replace(
    ROOT,
    (root) => `${root}<style>${rules.join("")}:root { font-family: ${standIn("sans-serif")} }</style>`,
  );

  function rule(family: string, face: FontFace): string {
    const data = Buffer.from(read(face)).toString("base64");
    // Parameters of the media type (RFC 2397, section 3), which nobody reads.
    const address = `data:${fontMediaType(face)};picture=${picture};family=${encodeURIComponent(family)};base64,${data}`;
    return (
      `@font-face { font-family: "${family.replace(/[\\"<]/g, "")}"; font-weight: ${face.weight}; ` +
      `font-style: ${face.style}; src: url(${address});${unicodeRange(face.ranges)} }`
    );
  }
}

/** The upright faces of a text's weight; all of a family that has none. */
function plainOf(faces: readonly FontFace[]): FontFace[] {
  const isPlain = ({ weight, style }: FontFace) => style === "normal" && weight < BOLD;
  const withPlain = new Set(faces.filter(isPlain).map(({ family }) => family));
  return faces.filter((face) => isPlain(face) || !withPlain.has(face.family));
}

/** The name under which a picture finds the theme's family of a kind. */
function standIn(kind: Kind): string {
  return `colophon-${kind}`;
}

function namesIn(list: string): string[] {
  return list
    .split(",")
    .map((name) => name.replace(/&quot;|["']/g, "").trim())
    .filter((name) => name !== "");
}

/** The kind that a list of families falls back to. */
function kindOf(list: string): Kind {
  const all = list.toLowerCase();
  if (/mono|courier|consol|code/.test(all)) return "monospace";
  return /sans|arial|helvetica|verdana|system|segoe|roboto|apple|tahoma|calibri/.test(all)
    ? "sans-serif"
    : "serif";
}

/** The first family of a kind that sets text; of any kind when the theme has none. */
function familyOf(faces: readonly FontFace[], kind: Kind): string | undefined {
  const ofText = faces.filter((face) => !isOfFormulas(face));
  return (ofText.find(({ family }) => kindOf(family) === kind) ?? ofText[0])?.family;
}
