/**
 * What tools write behind the language of a fence, without braces of an attribute list:
 * `js {1,3-5} title="x.js" showLineNumbers` (Docusaurus), `js:line-numbers {2} [x.js]` (VitePress),
 * `py title="x.py" linenums="5" hl_lines="2 3"` (MkDocs), `go {linenos=table,hl_lines=[8,"15-17"]}` (Hugo).
 *
 * The title is the name of a file; numbers of lines are those of `numberLines`.
 */
export interface FenceInfo {
  readonly language: string;
  readonly title?: string;
  /** The number of the first line. */
  readonly firstNumber?: string;
  readonly isNumbered: boolean;
  /** Which lines are pointed out, as it is written: numbers and ranges. */
  readonly marked?: string;
}

const LANGUAGE = /^\s*\{?([^\s,{}:]*)(?::(?=[\w./-]+(?:[\s{]|$))([^\s{,]*))?/;
const TITLE = /(?:^|[\s,{])(?:title|filename)[ \t]*=[ \t]*(?:"([^"]*)"|'([^']*)'|([^\s,{}"']+))/;
const BRACKETED = /(?:^|\s)\[([^\]\n]+)\][ \t]*$/;
const NUMBERED =
  /(?:^|[\s,{:])(?:showLineNumbers|line-numbers|lineNumbers|linenums?|linenos|numberLines)(?![\w-])(?:=["'{]?(\w+))?/;
const START = /(?:^|[\s,{])(?:linenostart|lineno-start|line_start|startLine)[ \t]*=[ \t]*["'{]?(\d+)/;
const MARKED = /\{[ \t]*(\d[\d\s,-]*)\}/;
const MARKED_BY_NAME = /(?:^|[\s,{])hl_lines[ \t]*=[ \t]*(?:"([^"]*)"|'([^']*)'|\[([^\]]*)\]|(\d[\d ,-]*))/;
const OFF = /^(?:false|no|off)$/;

export function readFenceInfo(info: string): FenceInfo {
  const [whole = "", language = "", behind] = LANGUAGE.exec(info) ?? [];
  const rest = info.slice(whole.length);
  const numbered = NUMBERED.exec(behind === undefined ? rest : `${behind} ${rest}`);
  const [, double, single, bare] = TITLE.exec(rest) ?? [];
  const title = double ?? single ?? bare ?? BRACKETED.exec(rest)?.[1] ?? fileName(behind);
  const first = START.exec(rest)?.[1] ?? (/^\d+$/.test(numbered?.[1] ?? "") ? numbered![1] : undefined);
  const named = MARKED_BY_NAME.exec(rest)
    ?.slice(1)
    .find((each) => each !== undefined);
  const marked = named ?? MARKED.exec(rest)?.[1];
  return {
    language,
    ...(title === undefined || title.trim() === "" ? {} : { title: title.trim() }),
    ...(first === undefined ? {} : { firstNumber: first }),
    isNumbered: numbered !== null && !OFF.test(numbered[1] ?? ""),
    ...(marked === undefined ? {} : { marked }),
  };
}

/** `rust:src/main.rs`. */
function fileName(behind: string | undefined): string | undefined {
  return behind !== undefined && /[./]/.test(behind) ? behind : undefined;
}
