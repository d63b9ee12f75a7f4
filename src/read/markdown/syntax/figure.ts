/**
 * Figures: an image that is alone in its paragraph, with a caption in its brackets, as in
 * Pandoc (`implicit_figures`) and Quarto.
 *
 * The caption keeps its markup. The name of the file, which tools put there, is none. `fig-alt` or `alt` describes the image; without one the
 * caption's words do.
 */
import type { MarkdownIt, StateCore, Token } from "markdown-it";
import type { PlacedToken } from "../context.js";

/** What the figure takes over from the image's attribute list. */
const ON_FIGURE = /^(?:id|class|lang|dir|data-.*)$/;
/** The width of a figure beside the text is its own: that of its image would count within it. */
const ON_FLOAT = /^(?:id|class|lang|dir|data-.*|width)$/;
const FLOAT = /(?:^|\s)float-(?:left|right)(?:\s|$)/;
/** What has a place of its own is a figure without a caption too. */
const PLACED = /(?:^|\s)(?:plate|float|here|float-left|float-right)(?:\s|$)/;

export function figure(md: MarkdownIt): void {
  md.core.ruler.after("place", "figure", makeFigures);
  const { rules } = md.renderer;
  rules.image = (tokens, index, options, _env, renderer) => {
    const image = tokens[index]!;
    image.attrSet("alt", imageText(image));
    return renderer.renderToken(tokens, index, options);
  };
}

function makeFigures(state: StateCore): void {
  const kept: Token[] = [];
  for (let index = 0; index < state.tokens.length; index++) {
    const token = state.tokens[index]!;
    const image = loneImage(state.tokens, index);
    if (!image) {
      kept.push(token);
      continue;
    }
    kept.push(...figureOf(state, token, image));
    index += 2;
  }
  state.tokens = kept;
}

/** In a tight list the paragraph is hidden and the image stays in its line. */
function loneImage(tokens: readonly Token[], index: number): PlacedToken | undefined {
  if (tokens[index]!.type !== "paragraph_open" || tokens[index]!.hidden) return undefined;
  const children = tokens[index + 1]!.children ?? [];
  const image = children[0];
  if (children.length !== 1 || image?.type !== "image") return undefined;
  return image.content.trim() !== "" || hasClass(image, PLACED) ? image : undefined;
}

function hasClass(image: Token, names: RegExp): boolean {
  return names.test(String(image.attrGet("class") ?? ""));
}

function figureOf(state: StateCore, paragraph: Token, image: PlacedToken): Token[] {
  const make = (type: string, tag: string, nesting: -1 | 0 | 1, children?: Token[]): PlacedToken =>
    Object.assign(new state.Token(type, tag, nesting), {
      block: true,
      map: nesting < 0 ? null : paragraph.map,
      ...(nesting < 0 || image.start === undefined ? {} : { start: image.start }),
      ...(children ? { children } : {}),
    });
  const open = make("figure_open", "figure", 1);
  const moved = hasClass(image, FLOAT) ? ON_FLOAT : ON_FIGURE;
  const onFigure = (image.attrs ?? []).filter(([name]) => moved.test(name));
  open.attrs = [...(paragraph.attrs ?? []), ...onFigure];
  const caption = isFileName(image) ? [] : (image.children ?? []);
  const words = (image.children ?? []).filter(({ type }) => type !== "note_reference");
  image.meta = { ...image.meta, alt: imageText({ ...image, children: words }) };
  image.attrs = (image.attrs ?? []).filter(([name]) => !moved.test(name));
  image.children = null;
  return [
    open,
    make("inline", "", 0, [image]),
    ...(caption.length === 0
      ? []
      : [
          make("figcaption_open", "figcaption", 1),
          make("inline", "", 0, caption),
          make("figcaption_close", "figcaption", -1),
        ]),
    make("figure_close", "figure", -1),
  ];
}

/** `![apple-pie-1](pix/apple-pie-1.webp)`. A figure with a name of its own is spoken of. */
function isFileName(image: Token): boolean {
  if (image.attrGet("id") !== null) return false;
  const file = String(image.attrGet("src") ?? "")
    .split("/")
    .at(-1)!;
  const words = image.content.trim();
  return words === file || words === file.replace(/\.[a-z]+$/i, "");
}

function imageText(image: Pick<Token, "meta" | "children">): string {
  const alt = image.meta?.alt;
  return typeof alt === "string"
    ? alt
    : plainText(image.children ?? [])
        .replace(/\s+/g, " ")
        .trim();
}

function plainText(tokens: readonly Token[]): string {
  return tokens.map(textOf).join("");
}

function textOf(token: Token): string {
  if (token.type === "image") return imageText(token);
  // A description has no footnotes; the words of one are part of it.
  if (token.type === "note_reference") return plainText(token.children ?? []);
  if (token.type === "softbreak" || token.type === "hardbreak") return " ";
  return /^(?:text|text_special|code_inline|math_inline)$/.test(token.type) ? token.content : "";
}
