/**
 * The shortcodes of Hugo: `{{< figure src="a.png" >}}`, `{{% notice warning %}}` … `{{% /notice %}}`. Those that
 * themes have for notes and tabs are known by the names that most of them use.
 */
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
import { wholeTags } from "./whole-tags.js";

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

const MARKS = { openings: ["{{<", "{{%"], closings: [">}}", "%}}"] };

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
  wholeTags: wholeTags(MARKS),
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
