/** The tags of GitBook: `{% hint style="info" %}` … `{% endhint %}` and others. */
import { tagsIn } from "../tags.js";
import {
  type BlockSyntax,
  block,
  div,
  divEnd,
  figure,
  fileName,
  inLine,
  listing,
  type Meaning,
  nothing,
  type TagWords,
} from "./syntax.js";

/** Classes of the notes that a book has, by GitBook's styles. */
const HINTS: ReadonlyMap<string, string> = new Map([
  ["info", "note"],
  ["tip", "tip"],
  ["success", "tip"],
  ["working", "note"],
  ["warning", "warning"],
  ["danger", "caution"],
]);

const callout = ({ named }: TagWords) => `::: ${HINTS.get(named("style") ?? "") ?? "note"}`;

/** A film of an address, or what is embedded. */
function embed({ named, others }: TagWords): string | undefined {
  const id = others[0] === "youtube" ? named("id") : undefined;
  const address =
    id === undefined ? named("url") : `https://www.youtube.com/watch?v=${encodeURIComponent(id)}`;
  return address ? `<${address}>` : undefined;
}

/** A file to fetch: its words, and where it is. */
function file({ named }: TagWords): string | undefined {
  const source = named("src");
  if (!source) return undefined;
  const words = named("title") ?? named("name") ?? source.replace(/^.*\//, "").replace(/\?.*$/, "");
  return `[${words.replace(/[[\]]/g, "\\$&")}](<${source}>)`;
}

/** https://jekyllrb.com/docs/liquid/tags/#code-snippet-highlighting */
const highlighted = listing(({ others, named }) => {
  const numbers = (named("linenos") ?? others.includes("linenos")) ? "linenos" : "";
  const marked = /^[\d\s,-]+$/.test(named("mark_lines") ?? "") ? `{${named("mark_lines")}}` : "";
  return [others[0], numbers, marked].join(" ").trim();
});

export const LIQUID_MEANINGS: readonly (readonly [string, Meaning])[] = [
  ["highlight", highlighted],
  ["codeblock", listing(({ named }) => named("lang") ?? "")],
];

export const gitbookBlocks: BlockSyntax = {
  tagsIn,
  raw: "liquid",
  listingEnds: new Set(["endhighlight", "endcodeblock", "endexercise"]),
  silent: new Set(["exercise", "endexercise", "endhighlight", "endcodeblock"]),
  meanings: new Map<string, Meaning>([
    ...LIQUID_MEANINGS,
    ["hint", block(callout)],
    ["endhint", divEnd],
    ["tabs", nothing],
    ["endtabs", nothing],
    ["tab", block(({ named }) => div("tab", named("title")))],
    ["endtab", divEnd],
    ["code", block(({ named }) => fileName(named("title")))],
    ["endcode", nothing],
    ["embed", block(embed)],
    ["endembed", nothing],
    ["youtube", block((words) => embed({ ...words, others: ["youtube"] }))],
    ["file", block(file)],
    ["endfile", nothing],
    ["figure", block(figure)],
    ["endfigure", nothing],
    ...["content-ref", "stepper", "columns", "column", "step", "filename", "updates", "update"].flatMap(
      (name) => [[name, nothing] as const, [`end${name}`, nothing] as const],
    ),
    ["page-ref", inLine(({ named }) => (named("page") ? `[${named("page")}](${named("page")})` : undefined))],
    // Of the plugin of exercises: code without fences.
    ...["initial", "solution", "validation", "context"].map((name) => [name, listing(() => "")] as const),
  ]),
};
