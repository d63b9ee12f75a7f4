/**
 * Gives the fonts of the theme to the pictures that ask for fonts.
 *
 * A picture shown by `<img>` is a document of its own: it sees none of the page's fonts, and
 * would take whatever the machine has. So the faces that it needs are written into it: those of
 * the families that it names, and for what the theme lacks (`Times`, `Arial`, `monospace`) the theme's
 * own family of that kind, with all that stands in for its characters.
 */
import { type FontFace, facesFor, unicodeRange } from "../render/fonts.js";
import { textsOfSvg } from "../render/svg-texts.js";

type Kind = "serif" | "sans-serif" | "monospace";

/** `font-family` as attribute or declaration. */
const FAMILIES =
  /(font-family\s*(?:=\s*"|=\s*'|:\s*))((?:&quot;|[^;}<"']|"[^"<]*"(?=[\s,;}])|'[^'<]*'(?=[\s,;}"]))+)/g;
/** The families are what follows the size in `font: bold 12px/1.2 Arial, sans-serif`. */
const SHORTHAND =
  /(\bfont\s*:\s*[^;}<]*?\d(?:px|pt|em|rem|%|ex|cm|mm|in|pc)(?:\s*\/\s*[\d.]+\w*)?\s+)([^;}<]+?)(?=\s*(?:[;}<]|"(?:[\s>/]|$)))/g;
const ROOT = /<svg\b[^>]*>/;

/** @param read gives the bytes of a font. */
export function withThemeFonts(
  svg: string,
  faces: readonly FontFace[],
  read: (face: FontFace) => Uint8Array,
): string {
  if (!ROOT.test(svg) || !/<(?:text|foreignObject)\b/.test(svg)) return svg;
  const needed = facesFor(faces, textsOfSvg(new TextEncoder().encode(svg)));
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
    return (
      `@font-face { font-family: "${family.replace(/[\\"<]/g, "")}"; font-weight: ${face.weight}; ` +
      `font-style: ${face.style}; src: url(data:font/${face.own ? "ttf" : "woff2"};base64,${data});${unicodeRange(face.ranges)} }`
    );
  }
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

/** The first family of a kind; of any kind when the theme has none. */
function familyOf(faces: readonly FontFace[], kind: Kind): string | undefined {
  return (faces.find(({ family }) => kindOf(family) === kind) ?? faces[0])?.family;
}
