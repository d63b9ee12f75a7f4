/** Turns the processor's own marks into HTML: faces and quotation marks that depend on what is around them. */
import type { Element } from "hast";
import type { Locale } from "../locale.js";
import { punctuated } from "./punctuation.js";
import { raised } from "./raised.js";
import { element, type Face, type Rich, text } from "./rich.js";

interface Around {
  readonly faces: ReadonlySet<Face>;
  /** How many quotations are open. */
  readonly depth: number;
}

/** Faces that undo another one, by that one. */
const OPPOSITES: Readonly<Partial<Record<Face, Face>>> = {
  upright: "italic",
  light: "bold",
  "no-caps": "small-caps",
  "no-underline": "underline",
};

const UNDONE: Readonly<Partial<Record<Face, Face>>> = {
  italic: "upright",
  bold: "light",
  "small-caps": "no-caps",
  underline: "no-underline",
};

const TAGS: Readonly<Partial<Record<Face, string>>> = {
  italic: "i",
  bold: "b",
  underline: "u",
  sup: "sup",
  sub: "sub",
};

/** HTML of a citation or entry: marks joined, quotation marks set, nested faces turned. */
export function finished(nodes: Rich, locale: Locale): Rich {
  return resolve(punctuated(nodes, locale.quotes), { faces: new Set(), depth: 0 }, locale);
}

function resolve(nodes: Rich, around: Around, locale: Locale): Rich {
  return nodes.flatMap((node): Rich => {
    if (node.type === "text") return raised(node.value);
    if (node.type !== "element") return [node];
    const { dataFace, dataCase } = node.properties;
    if (dataFace !== undefined) return faced(dataFace as Face, node.children, around, locale);
    if (node.tagName === "q") return quoted(node, around, locale);
    const children = resolve(node.children, around, locale);
    return dataCase === undefined ? [{ ...node, children: [...children] }] : children;
  });
}

/** In italics, italics are upright; elsewhere upright is nothing special. */
function faced(face: Face, children: Rich, around: Around, locale: Locale): Rich {
  const shown = around.faces.has(face) ? (UNDONE[face] ?? face) : face;
  const opposite = OPPOSITES[shown];
  const faces = new Set(around.faces);
  if (opposite === undefined) faces.add(shown);
  const isIdle = opposite !== undefined && !faces.delete(opposite);
  const inside = resolve(children, { ...around, faces }, locale);
  if (inside.length === 0 || isIdle) return inside;
  const tag = TAGS[shown];
  return [
    tag === undefined ? element("span", inside, { className: [`csl-${shown}`] }) : element(tag, inside),
  ];
}

function quoted({ children, properties }: Element, around: Around, locale: Locale): Rich {
  const inside = resolve(children, { ...around, depth: around.depth + 1 }, locale);
  if (properties.dataMark === "single" && around.depth === 0) return [...text("‘"), ...inside, ...text("’")];
  const inner = around.depth % 2 === 1 ? "inner-" : "";
  const mark = (end: "open" | "close") => text(locale.term(`${end}-${inner}quote`) ?? "");
  return [...mark("open"), ...inside, ...mark("close")];
}
