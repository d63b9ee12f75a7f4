/** Sets a page of a book of pictures: the picture as large as it is whole, the text on it. */
import type { Element, ElementContent } from "hast";
import { hasClass } from "../../../hast/class-names.js";
import { type FixedPage, HALF, linesOf, pictureIn, roomOf } from "./fixed-pages.js";

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

export interface PageSetting {
  readonly page: FixedPage;
  /** By their paths in the ebook; missing for a drawing, which fits itself into its box. */
  readonly sizes: ReadonlyMap<string, PictureSize>;
  readonly direction: "ltr" | "rtl";
}

/** @param nodes of one page, in their final form. */
export function setFixedPage(nodes: readonly ElementContent[], setting: PageSetting): ElementContent[] {
  const { page } = setting;
  const block = nodes.find((node) => pictureIn(node) !== undefined) as Element | undefined;
  const picture = block && pictureIn(block);
  const text = nodes.flatMap((node) => (node === block ? captionOf(block) : [node]));
  const lines = text.reduce((sum, node) => sum + linesOf(node, page), 0);
  const place = picture === undefined ? "alone" : hasClass(picture.properties, "text-top") ? "top" : "bottom";
  const room = roomOf(page, picture !== undefined);
  // Smaller letters take less of a line, and lower lines.
  const scale = lines > room ? Math.max(0.4, Math.floor(Math.sqrt(room / lines) * 100) / 100) : 1;
  return [
    ...(picture ? [placed(picture, block, setting)] : []),
    ...(lines === 0 ? text : [panel(text, place, scale)]),
  ];
}

/** The side of a spread that a page with half a picture is on; undefined for any other page. */
export function sideOf(
  nodes: readonly ElementContent[],
  direction: "ltr" | "rtl",
): "left" | "right" | undefined {
  const half = nodes.map((node) => pictureIn(node)?.properties[HALF]).find((each) => each !== undefined);
  if (half === undefined) return undefined;
  return (half === "first") === (direction === "ltr") ? "left" : "right";
}

function panel(children: readonly ElementContent[], place: string, scale: number): Element {
  const style = scale === 1 ? {} : { style: `font-size: ${Math.round(scale * 100)}%` };
  const properties = { className: ["page-text", `page-text-${place}`], ...style };
  return { type: "element", tagName: "div", properties, children: [...children] };
}

function captionOf(block: Element): ElementContent[] {
  return block.children.flatMap((child): ElementContent[] =>
    child.type === "element" && child.tagName === "figcaption"
      ? [{ ...child, tagName: "div", properties: { className: ["caption"] } }]
      : [],
  );
}

function placed(picture: Element, block: Element | undefined, setting: PageSetting): Element {
  const { [HALF]: half, style: _, width: _1, height: _2, ...properties } = picture.properties;
  const image: Element = {
    ...picture,
    properties: { ...properties, style: boxOf(picture, half, setting) },
  };
  const { id } = block?.properties ?? {};
  const named = id === undefined || block === picture ? {} : { id };
  return {
    type: "element",
    tagName: "div",
    properties: { ...named, className: ["page-picture"] },
    children: [image],
  };
}

/** Where the picture stands: whole, in the middle, as large as the page or both pages are. */
function boxOf(
  { properties: { src } }: Element,
  half: unknown,
  { page, sizes, direction }: PageSetting,
): string {
  const across = half === undefined ? page.width : page.width * 2;
  const { width, height } = sizes.get(String(src)) ?? { width: across, height: page.height };
  const scale = Math.min(across / width, page.height / height);
  const [wide, high] = [Math.round(width * scale), Math.round(height * scale)];
  const isRight = half !== undefined && (half === "first") !== (direction === "ltr");
  const left = Math.round((across - wide) / 2) - (isRight ? page.width : 0);
  const top = Math.round((page.height - high) / 2);
  return `left: ${left}px; top: ${top}px; width: ${wide}px; height: ${high}px`;
}
