/**
 * Snippets of documentation tools: `--8<-- "file.md:section"` of MkDocs, `<<< @/file.js#region{2}` and
 * `<!--@include: ./part.md-->` of VitePress, `<<(code/file.rb)` of Leanpub.
 */
import { posix } from "node:path";
import { partOfFile } from "./part-of-file.js";
import { ALL_LINES, type IncludeDirective, type IncludeSyntax } from "./syntax.js";

const SCISSORS =
  /^[ \t]*(?:(?:#|\/\/|<!--|;)[ \t]*)?-{1,}8<-{1,}[ \t]+["']([^"':]+)((?::[\w.-]*)*)["'](?:[ \t]*-->)?[ \t]*$/;

export const mkdocsSnippets: IncludeSyntax = {
  marks: ["8<-"],
  find(line) {
    const [whole, path = "", part = ""] = SCISSORS.exec(line) ?? [];
    if (whole === undefined) return [];
    const names = part.split(":").slice(1);
    return [
      {
        index: indentOf(line),
        whole: line.trim(),
        path,
        partName: names.join(":"),
        select: (content) => snippetOf(content, names),
      },
    ];
  },
};

/** Lines by their numbers, or what stands between `--8<-- [start:name]` and `[end:name]`. */
function snippetOf(content: string, names: readonly string[]): readonly string[] | undefined {
  const [name] = names;
  if (name === undefined || /^\d*$/.test(name)) return partOfFile(content, names);
  return between(
    content,
    new RegExp(`8<-+[ \\t]*\\[start:[ \\t]*${name}\\]`),
    new RegExp(`8<-+[ \\t]*\\[end:[ \\t]*${name}\\]`),
  );
}

function between(content: string, first: RegExp, last: RegExp): readonly string[] | undefined {
  const lines = ALL_LINES(content);
  const start = lines.findIndex((line) => first.test(line));
  if (start < 0) return undefined;
  const end = lines.findIndex((line, index) => index > start && last.test(line));
  return lines.slice(start + 1, end < 0 ? undefined : end);
}

const CODE = /^[ \t]*<<<[ \t]+(\S.*?)(?:#([\w.-]+))?(?:[ \t]*\{([^}]*)\})?(?:[ \t]*\[([^\]]*)\])?[ \t]*$/;
const PART = /<!--[ \t]*@include:[ \t]*(.*?)(?:#([\w.-]+))?(?:\{(\d*),(\d*)\})?[ \t]*-->/g;

export const vitepressSnippets: IncludeSyntax = {
  marks: ["<<<", "@include:"],
  find: (line) => [...codeOf(line), ...[...line.matchAll(PART)].map(partOf)],
};

function codeOf(line: string): IncludeDirective[] {
  const [whole, path = "", region, settings = "", title = ""] = CODE.exec(line) ?? [];
  if (whole === undefined) return [];
  const { lines, language, more } = readSettings(settings);
  const info = [language ?? posix.extname(path).slice(1), more, lines && `{${lines}}`, title && `[${title}]`];
  const frame = [`\`\`\`\`${info.filter(Boolean).join(" ")}`, "````"] as const;
  return [
    {
      index: indentOf(line),
      whole: line.trim(),
      path: fromRoot(path),
      partName: region ?? "",
      select: regionOf(region),
      frame,
      makesListing: true,
    },
  ];
}

/** `1,3-5 c#:line-numbers`: lines that stand out, the language, and how it is shown. */
function readSettings(settings: string) {
  const [, lines = "", words = ""] = /^\s*((?:\d[\d,\s-]*)?)(.*)$/s.exec(settings) ?? [];
  const [, language, more = ""] = /^([a-z][\w+#-]*)(?::([\w=-]+))?/i.exec(words.trim()) ?? [];
  return { lines: lines.trim(), language, more: more.replace(/=.*/, "") };
}

function partOf({
  0: whole,
  1: path = "",
  2: region,
  3: from,
  4: to,
  index,
}: RegExpExecArray): IncludeDirective {
  const select =
    from === undefined ? regionOf(region) : (content: string) => partOfFile(content, [from, to ?? ""]);
  return { index, whole, path: fromRoot(path), partName: region ?? "", select };
}

/** `@/` is the root of the site. */
function fromRoot(path: string): string {
  return path.replace(/^@(?=\/)/, "");
}

function regionOf(name: string | undefined): IncludeDirective["select"] {
  if (name === undefined) return ALL_LINES;
  return (content) => between(content, new RegExp(`#?region\\b.*\\b${name}\\b`), /#?endregion\b/);
}

const LEANPUB = /^[ \t]*<<(?:\[([^\]]*)\])?(?:\{([^}]*)\})?\(([^()]+)\)[ \t]*$/;

/** As Markua has it: a picture that is none. */
const CODE_FILE =
  /^[ \t]*!\[([^\]]*)\]()\(([^()\s]+\.(?!avif|bmp|gif|jpe?g|png|svg|tiff?|webp|md)[a-z]\w{0,4})\)[ \t]*$/;

export const leanpubCode: IncludeSyntax = {
  marks: ["<<", "!["],
  find(line) {
    const [whole, title = "", settings = "", path = ""] = LEANPUB.exec(line) ?? CODE_FILE.exec(line) ?? [];
    if (whole === undefined) return [];
    const language =
      /\blang(?:uage)?\s*[=:]\s*"?([\w+-]+)/.exec(settings)?.[1] ?? posix.extname(path).slice(1);
    const frame = [
      `\`\`\`\`${language}${title === "" ? "" : ` title="${title.replaceAll('"', "'")}"`}`,
      "````",
    ] as const;
    return [
      {
        index: indentOf(line),
        whole: line.trim(),
        path,
        partName: "",
        select: ALL_LINES,
        frame,
        makesListing: true,
      },
    ];
  },
};

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
