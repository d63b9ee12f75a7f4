/**
 * `{% include "file.md" %}` of GitBook, which in a listing is an example of one, and `[import](file.js)` of its plugin
 * for code, include-codeblock.
 */
import { posix } from "node:path";
import { fileName } from "../blocks/syntax.js";
import { ALL_LINES, type IncludeDirective, type IncludeSyntax } from "./syntax.js";

const DIRECTIVE = /\{%-?\s*include\s+(?:"([^"%]+)"|'([^'%]+)')\s*-?%\}/g;

export const gitbookIncludes: IncludeSyntax = {
  marks: ["{%"],
  find: (line) =>
    [...line.matchAll(DIRECTIVE)].map(({ 0: whole, 1: double, 2: single, index }) => ({
      index,
      whole,
      path: (double ?? single)!,
      partName: "",
      select: ALL_LINES,
      mayBeExample: true,
    })),
};

const FILE_NAME = /\{%\s*filename\s*%\}(.*?)\{%\s*endfilename\s*%\}/g;

/** `{% filename %}a.js{% endfilename %}`: the name of a file, above its code. */
export const gitbookFileNames: IncludeSyntax = {
  marks: ["{%"],
  find: (line) =>
    [...line.matchAll(FILE_NAME)].map(({ 0: whole, 1: name = "", index }) => ({
      index,
      whole,
      becomes: fileName(name),
    })),
};

const CODE = /^[ \t]*\[(?:import|include)((?:[:,\s][^\]\n]*)?)\]\(\s*([^\s()]+)\s*\)[ \t]*$/;

/**
 * `[import:2-5, tide.js](../src/tide.js)`, `[import:"low", lang:"js", title:"A tide"](…)`, on a line of its own.
 *
 * @see https://github.com/azu/gitbook-plugin-include-codeblock
 */
export const gitbookCode: IncludeSyntax = {
  marks: ["[import", "[include"],
  find(line) {
    const [whole, words = "", path = ""] = CODE.exec(line) ?? [];
    if (whole === undefined || /^https?:/.test(path)) return [];
    const part = /^:\s*(?:"([^"]*)"|(\d*\s*-\s*\d*))/.exec(words);
    const [, markers, lines] = part ?? [];
    const title = titleIn(words.slice(part?.[0].length ?? 0));
    const language = /\blang(?:[:=]\s*"?|-)([\w+#-]+)/.exec(words)?.[1] ?? posix.extname(path).slice(1);
    return [
      {
        index: line.search(/\S/),
        whole: line.trim(),
        path,
        partName: markers ?? lines ?? "",
        select: selectorOf(markers, lines),
        frame: [`${nameAbove(title)}\`\`\`\`${language}`, "````"],
        isCode: true,
        isTextOnly: true,
      },
    ];
  },
};

/** `title:"…"`, or words of no other meaning, to which links lead as `#words`. */
function titleIn(words: string): string {
  const [, said] = /\btitle\s*[:=]\s*"([^"]*)"/.exec(words) ?? [];
  const plain = words.split(",").map((each) => each.trim());
  return said ?? plain.find((each) => each !== "" && !/^(?:lang-|[\w-]+\s*[:=])/.test(each)) ?? "";
}

function nameAbove(title: string): string {
  if (title === "") return "";
  const id = /^[\p{L}\p{N}_][\p{L}\p{N}_:.-]*$/u.test(title) ? ` #${title}` : "";
  return `${fileName(title).replace(/\}$/, `${id}}`)}\n\n`;
}

function selectorOf(markers: string | undefined, lines: string | undefined): IncludeDirective["select"] {
  if (markers !== undefined)
    return (content) =>
      marked(
        content,
        markers.split(",").map((each) => each.trim()),
      );
  const [from = "", to = ""] = lines?.split("-").map((each) => each.trim()) ?? [];
  return (content) => {
    const found = ALL_LINES(content).slice(Math.max(Number(from) - 1, 0), to === "" ? undefined : Number(to));
    return found.length > 0 ? found : undefined;
  };
}

/** A comment with the name of a part in brackets, `//! [low]`, stands before and behind it. */
const MARKER = /(?:\/\/|#|--|;|%|<!--|\/\*)\S*[ \t]*\[([\w .-]+)\]/;

function marked(content: string, names: readonly string[]): readonly string[] | undefined {
  const all = ALL_LINES(content);
  const nameOf = (line: string) => MARKER.exec(line)?.[1];
  const parts = names.map((name) => {
    const [start, end] = all.flatMap((line, index) => (nameOf(line) === name ? [index] : []));
    return start === undefined ? undefined : all.slice(start + 1, end).filter((line) => !MARKER.test(line));
  });
  return parts.includes(undefined) ? undefined : parts.flatMap((part) => part!);
}
