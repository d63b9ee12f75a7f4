/**
 * Links of Obsidian, `[[Note]]`, `[[Note#Heading|text]]`, `[[#Heading]]`, and embedded pictures,
 * `![[moon.png|100x50]]`. A note is found by its name, in whatever folder it lies.
 *
 * Embedded notes are put in before (`directives/`); of one that is not there a link is left, which is told.
 */
import type { MarkdownIt, StateInline } from "markdown-it";

const LINK = /(!?)\[\[([^[\]|#\n]*)(#[^[\]|\n]*)?((?:\\?\|[^[\]|\n]*)*)\]\]/y;
const PICTURE = /\.(?:avif|bmp|gif|jpe?g|png|svg|webp)$/i;
const SIZE = /^\s*(\d+)(?:x(\d+))?\s*$/;

export function wikilink(md: MarkdownIt): void {
  md.inline.ruler.before("link", "wikilink", readLink);
}

function readLink(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (!src.startsWith("[[", src[pos] === "!" ? pos + 1 : pos)) return false;
  LINK.lastIndex = pos;
  const match = LINK.exec(src);
  if (!match || LINK.lastIndex > state.posMax) return false;
  const [whole, embed, name = "", part = "", bars = ""] = match;
  if (name.trim() === "" && part === "") return false;
  const labels = bars
    .split("|")
    .slice(1)
    .map((label) => label.replace(/\\$/, "").trim());
  if (!silent && embed && PICTURE.test(name.trim())) pushPicture(state, name.trim(), labels);
  else if (!silent) pushLink(state, name.trim(), part.slice(1), labels[0]);
  state.pos = pos + whole.length;
  return true;
}

function pushPicture(state: StateInline, name: string, labels: readonly string[]): void {
  const image = state.push("image", "img", 0);
  image.attrs = [
    ["src", encodeURI(name)],
    ["alt", ""],
  ];
  const [, width, height] = SIZE.exec(labels.at(-1) ?? "") ?? [];
  if (width !== undefined) image.attrSet("width", width);
  if (height !== undefined) image.attrSet("height", height);
  const words = labels.find((label) => label !== "" && !SIZE.test(label)) ?? "";
  const text = new state.Token("text", "", 0);
  text.content = words;
  Object.assign(image, { content: words, children: words === "" ? [] : [text] });
}

/** A text that leads to a place in a note has the name of both, as in Obsidian. */
function pushLink(state: StateInline, name: string, part: string, label: string | undefined): void {
  const places = part.split("#").filter((place) => place.trim() !== "");
  const file = name === "" ? "" : `/${encodeURI(/\.\w{1,4}$/.test(name) ? name : `${name}.md`)}`;
  const place = places.at(-1)?.trim().replace(/^\^/, "");
  const open = state.push("link_open", "a", 1);
  open.attrs = [["href", file + (place === undefined ? "" : `#${encodeURIComponent(place)}`)]];
  const shown = places.map((each) => each.trim().replace(/^\^/, ""));
  const words = label || [...(name === "" ? [] : [name.replace(/^.*\//, "")]), ...shown].join(" > ");
  state.push("text", "", 0).content = words;
  state.push("link_close", "a", -1);
}
