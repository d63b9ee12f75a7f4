/**
 * The shortcodes of Hugo: `{{< figure src="a.png" >}}`, `{{% notice warning %}}` … `{{% /notice %}}`. Those that
 * themes have for notes and tabs are known by the names that most of them use.
 */
import { listingsOf } from "../fences.js";
import type { Line } from "../lines.js";
import { codeSpans, type Tag } from "../tags.js";
import {
  type BlockSyntax,
  block,
  div,
  divEnd,
  figure,
  inLine,
  listing,
  type Meaning,
  nothing,
  type TagWords,
} from "./syntax.js";

const SHORTCODE =
  /\{\{([<%])\s*(\/?)\s*([\w./-]+)((?:"(?:[^"\\]|\\.)*"|`[^`]*`|(?!\{\{[<%])[^"`]){0,2000}?)\/?\s*([>%])\}\}/g;

function tagsIn(line: string): Tag[] {
  if (!line.includes("{{<") && !line.includes("{{%")) return [];
  const spans = codeSpans(line);
  return [...line.matchAll(SHORTCODE)].map(({ 0: whole, 2: slash, 3: name = "", 4: words = "", index }) => {
    const code = spans.find(({ start, end }) => start < index && index < end);
    return {
      name: (slash ? "end" : "") + name.replace(/\.html$/, ""),
      words: words.trim(),
      start: index,
      end: index + whole.length,
      ...(code ? { code: code.start } : {}),
    };
  });
}

const OPENINGS = ["{{<", "{{%"];
const CLOSINGS = [">}}", "%}}"];
/** Lines of one tag. */
const MOST_LINES = 50;

/** The words of a tag may stand on several lines, which become one. */
function wholeTags(lines: readonly Line[]): readonly Line[] {
  const listings = listingsOf(lines.map(({ text }) => text));
  const written: Line[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index]!;
    const isOpen = listings[index] === undefined && lastOf(OPENINGS, line.text) > lastOf(CLOSINGS, line.text);
    const last = isOpen ? lastLine(lines, index) : index;
    const below = lines.slice(index + 1, last + 1).map(({ text }) => text.trim());
    written.push({
      ...line,
      text: [...(below.length > 0 ? [line.text.trimEnd()] : [line.text]), ...below].join(" "),
    });
    index = last;
  }
  return written;
}

/** The line that closes the tag which another one opens; that one where nothing does. */
function lastLine(lines: readonly Line[], first: number): number {
  for (let index = first + 1; index < Math.min(lines.length, first + MOST_LINES); index += 1) {
    const [before, another] = lines[index]!.text.split("{{", 2) as [string, string?];
    if (lastOf(CLOSINGS, before) >= 0) return index;
    if (another !== undefined) break;
  }
  return first;
}

function lastOf(marks: readonly string[], text: string): number {
  return Math.max(...marks.map((mark) => text.lastIndexOf(mark)));
}

const KINDS = /^(?:note|tip|info|warning|danger|caution|important|hint|success|error|attention)$/;

/** `{{% notice warning "Title" %}}`, `{{< callout type="info" >}}`, `{{< alert title="…" >}}`. */
function notice({ named, others }: TagWords): string {
  const said = named("type") ?? named("style") ?? named("color") ?? named("context") ?? others[0] ?? "note";
  const kind = KINDS.test(said.toLowerCase()) ? said.toLowerCase() : "note";
  const title = named("title") ?? others.find((word) => word !== said);
  return div(kind, title);
}

const address = (base: string): Meaning =>
  inLine(({ named, others }) => {
    const id = named("id") ?? named("video") ?? others[0];
    return id && `<${base}${encodeURIComponent(id)}>`;
  });

const page: Meaning = inLine(({ named, others }) => named("path") ?? others[0]);
const highlighted = listing(({ others, named }) =>
  [named("lang") ?? others[0] ?? "", others[1] ? `{${others[1]}}` : ""].join(" ").trim(),
);

export const hugoBlocks: BlockSyntax = {
  wholeTags,
  tagsIn,
  raw: "none",
  listingEnds: new Set(["endhighlight"]),
  silent: new Set(["endhighlight", "toc", "children", "br", "endfigure"]),
  unescaped: (line) => line.replace(/\{\{([<%])\/\*\s?(.*?)\s?\*\/([>%])\}\}/g, "{{$1 $2 $3}}"),
  meanings: new Map<string, Meaning>([
    ["figure", block(figure)],
    ["img", block(figure)],
    ["image", block(figure)],
    ["highlight", highlighted],
    ["code", highlighted],
    ["endcode", nothing],
    ["ref", page],
    ["relref", page],
    ["youtube", address("https://www.youtube.com/watch?v=")],
    ["vimeo", address("https://vimeo.com/")],
    ["gist", inLine(({ others: [user, id] }) => user && id && `<https://gist.github.com/${user}/${id}>`)],
    ["param", inLine(() => undefined)],
    ...["notice", "callout", "alert", "admonition", "hint", "expand-note"].flatMap((name) => [
      [name, block(notice)] as const,
      [`end${name}`, divEnd] as const,
    ]),
    ...["note", "tip", "info", "warning", "danger", "caution", "important"].flatMap((name) => [
      [name, block(({ named, others }) => div(name, named("title") ?? others[0]))] as const,
      [`end${name}`, divEnd] as const,
    ]),
    ...["details", "expand"].flatMap((name) => [
      [
        name,
        block(({ named, others }) => `::: details ${named("title") ?? named("summary") ?? others[0] ?? "…"}`),
      ] as const,
      [`end${name}`, divEnd] as const,
    ]),
    ...["tab", "tabpane-item"].flatMap((name) => [
      [
        name,
        block(({ named, others }) =>
          div("tab", named("name") ?? named("title") ?? named("header") ?? others[0]),
        ),
      ] as const,
      [`end${name}`, divEnd] as const,
    ]),
    ...["tabs", "tabpane", "steps", "columns", "cards"].flatMap((name) => [
      [name, nothing] as const,
      [`end${name}`, nothing] as const,
    ]),
  ]),
};
