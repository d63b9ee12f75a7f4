/** `[words](part.md ':include')` of Docsify: https://docsify.js.org/#/embed-files. What no page of paper has stays a link. */
import { posix } from "node:path";
import { ALL_LINES, type Directive, type IncludeSyntax } from "./syntax.js";

const EMBED = /!?\[([^\]]*)\]\(\s*<?([^\s()<>]+)>?\s+(?:':include([^']*)'|":include([^"]*)")\s*\)/g;
const TEXT = /\.(?:md|markdown|txt)$/i;
/** What a page plays, or shows in a frame. */
const MOVING = /\.(?:html?|mp4|webm|ogg|mp3|wav)$/i;

export const docsifyEmbeds: IncludeSyntax = {
  marks: [":include"],
  find: (line) => [...line.matchAll(EMBED)].map(read),
};

function read(match: RegExpExecArray): Directive {
  const { 0: whole, 1: words = "", 2: path = "", 3: single, 4: double, index } = match;
  const settings = single ?? double ?? "";
  const [, type = "", language] = /:type=(\w+)(?:\s+([\w+#-]+))?/.exec(settings) ?? [];
  const [, fragment] = /:fragment=([\w-]+)/.exec(settings) ?? [];
  const isLink = MOVING.test(path) ? type !== "code" : /^(?:iframe|video|audio)$/.test(type);
  if (isLink || /^https?:/.test(path))
    return { index, whole, becomes: `[${words}](${path})`, isTextOnly: true };
  const isText = type === "" ? TEXT.test(path) : type === "markdown";
  const frame = [`\`\`\`\`${language ?? posix.extname(path).slice(1)}`, "````"] as const;
  return {
    index,
    whole,
    path,
    partName: fragment ?? "",
    select: (content) => fragmentOf(content, fragment),
    isTextOnly: true,
    ...(isText ? {} : { frame, makesListing: true, isCode: true as const }),
  };
}

/** What stands between two lines with `[name]`, as `### [name]` or `/// [name]`. */
function fragmentOf(content: string, name: string | undefined): readonly string[] | undefined {
  const lines = ALL_LINES(content);
  if (name === undefined) return lines;
  const isMark = (line: string) => /^\s*(?:###|\/\/\/)\s*\[[\w-]+\]/.test(line) && line.includes(`[${name}]`);
  const start = lines.findIndex(isMark);
  if (start < 0) return undefined;
  const end = lines.findIndex((line, index) => index > start && isMark(line));
  return lines.slice(start + 1, end < 0 ? undefined : end);
}
