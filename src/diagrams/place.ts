/** Puts the picture of a diagram in the place of its text. */
import type { Element, ElementContent } from "hast";
import { classNames } from "../hast/class-names.js";
import type { Drawing } from "./drawing.js";
import { classOf, type Diagram, textOf } from "./find.js";

/** What the code's attributes say of the picture. */
const ON_FIGURE = new Set(["id", "lang", "dir"]);

/**
 * A figure whose code it is keeps its caption, below; else the picture is a figure by itself. The picture is
 * written into its own address, so that it is read, made safe and kept like any that a text holds.
 */
export function placeDrawing({ element, parent, language }: Diagram, drawing: Drawing): void {
  const figure = parent.type === "element" && parent.tagName === "figure" ? parent : undefined;
  const caption = figure?.children.find((child) => isElement(child, "figcaption"));
  const words = caption && textOf([caption]).replace(/\s+/g, " ").trim();
  const alt = drawing.description ?? words ?? drawing.title ?? "";
  const image = imageOf(element, drawing, alt);
  const siblings = parent.children as unknown[];
  if (figure) {
    siblings[siblings.indexOf(element)] = image;
    asPicture(figure, caption);
  } else siblings[siblings.indexOf(element)] = figureOf(element, image, classOf(language));
}

function imageOf({ properties, position }: Element, { svg }: Drawing, alt: string): Element {
  const { style } = properties;
  return {
    type: "element",
    tagName: "img",
    properties: {
      src: `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`,
      ...(alt === "" ? {} : { alt }),
      className: ["diagram"],
      ...(style === undefined ? {} : { style }),
    },
    children: [],
    ...(position ? { position } : {}),
  };
}

/** @param code the class that says that it is code of its language. */
function figureOf({ properties, position }: Element, image: Element, code: string): Element {
  const kept = Object.entries(properties).filter(([name]) => ON_FIGURE.has(name));
  const classes = classNames(properties).filter((name) => name !== "numberLines" && name !== code);
  return {
    type: "element",
    tagName: "figure",
    properties: { ...Object.fromEntries(kept), ...(classes.length > 0 ? { className: classes } : {}) },
    children: [image],
    ...(position ? { position } : {}),
  };
}

/** A listing has its caption above. */
function asPicture(figure: Element, caption: ElementContent | undefined): void {
  const classes = classNames(figure.properties).filter((name) => name !== "listing");
  figure.properties.className = classes.length > 0 ? classes : undefined;
  if (caption) figure.children = [...figure.children.filter((child) => child !== caption), caption];
}

function isElement(node: ElementContent, tagName: string): boolean {
  return node.type === "element" && node.tagName === tagName;
}
