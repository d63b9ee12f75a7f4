/**
 * What shortcodes in a line become: keys, a film as its address, a picture that stands for another. What says something of the
 * machine or of Quarto itself (`version`, `env`, `brand`) is no text of a book, which is the same wherever it is made.
 */
import type { StateInline } from "markdown-it";

export interface Arguments {
  /** Without a name. */
  readonly values: readonly string[];
  readonly named: ReadonlyMap<string, string>;
}

/** @returns false for what cannot be written. */
type Writer = (state: StateInline, given: Arguments) => boolean;

const nothing: Writer = () => true;

export const WRITERS: ReadonlyMap<string, Writer> = new Map<string, Writer>([
  ["kbd", pushKeys],
  ["video", pushLink],
  ["audio", pushLink],
  ["placeholder", pushPlaceholder],
  ["env", pushDefault],
  ["fa", nothing],
  ["bi", nothing],
  ["ai", nothing],
  ["iconify", nothing],
  ["icon", nothing],
  ["pagebreak", nothing],
]);

/** `{{< kbd Shift-Ctrl-P >}}`, and keys for each system: those of Linux, or else of Windows. */
function pushKeys(state: StateInline, { values, named }: Arguments): boolean {
  const keys = values[0] ?? named.get("linux") ?? named.get("win") ?? [...named.values()][0] ?? "";
  state.push("kbd_open", "kbd", 1);
  state.push("text", "", 0).content = keys;
  state.push("kbd_close", "kbd", -1);
  return true;
}

/** What moves or sounds is called by its title, and can be found; `poster` is a picture of it. */
function pushLink(state: StateInline, { values, named }: Arguments): boolean {
  const address = (values[0] ?? named.get("src") ?? named.get("url") ?? "").replace(
    /^https:\/\/www\.youtube(?:-nocookie)?\.com\/embed\//,
    "https://www.youtube.com/watch?v=",
  );
  if (address === "") return false;
  const title = named.get("title") ?? address;
  const poster = named.get("poster");
  if (poster !== undefined) {
    pushPicture(state, poster, title);
    state.push("hardbreak", "br", 0);
  }
  const open = state.push("link_open", "a", 1);
  open.attrSet("href", address);
  state.push("text", "", 0).content = title;
  state.push("link_close", "a", -1);
  return true;
}

function pushPicture(state: StateInline, address: string, alt: string): void {
  const image = state.push("image", "img", 0);
  image.attrs = [
    ["src", address],
    ["alt", ""],
  ];
  Object.assign(image, { content: alt, children: [], meta: { alt } });
}

/** `{{< placeholder 400 200 >}}`, a grey box of so many pixels with its size on it. */
function pushPlaceholder(
  state: StateInline,
  { values: [first = "100", second = first] }: Arguments,
): boolean {
  const [width, height] = [first, second].map(Number);
  if (!isSize(width) || !isSize(height)) return false;
  const words = `${width} × ${height}`;
  const letters = Math.max(1, Math.round(Math.min(width / 8, height / 3)));
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<rect width="100%" height="100%" fill="#ddd"/><text x="50%" y="50%" font-size="${letters}" text-anchor="middle" ` +
    `dominant-baseline="middle" fill="#555">${words}</text></svg>`;
  pushPicture(state, `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`, words);
  return true;
}

function isSize(size: number | undefined): size is number {
  return size !== undefined && Number.isInteger(size) && size > 0 && size <= 10_000;
}

/** `{{< env NAME "otherwise" >}}`: a book does not say what is on the machine that makes it. */
function pushDefault(state: StateInline, { values: [, otherwise] }: Arguments): boolean {
  if (otherwise === undefined) return false;
  state.push("text", "", 0).content = otherwise;
  return true;
}
