/**
 * Code that other tools run: cells of Quarto and Jupyter, chunks of knitr, ```` ```{r} ````. No code is run here: it is shown
 * where its tool shows it, with its caption and label, and told once. What only says which picture is shown, or holds words
 * (`{theorem}`, `{block}`), becomes that.
 */
import type { MarkdownIt, StateCore, Token } from "markdown-it";
import type { CellDefaults } from "../../../../model/text-settings.js";
import { lineContentStart } from "../../../source.js";
import { contextOf, type ParseContext } from "../../context.js";
import { reportOnce } from "../../report-once.js";
import { defaultsOfSetup } from "./cell-defaults.js";
import { type Chunk, readChunk } from "./chunk-options.js";
import { type Float, figureTokens } from "./figure-tokens.js";
import { includedPictures, pushPictures } from "./included-pictures.js";
import { wordsOfChunk } from "./word-chunks.js";

/** Drawn, and not run. */
const DIAGRAMS = /^(?:mermaid|dot)$/;
/** Code that tools run by default; `{=html}` and `{.r}` are other things. */
const ENGINES = new Set(
  `r python julia ojs observable bash sh zsh sql stan rcpp cpp js javascript css scss sass perl ruby haskell
  awk cat asis fortran c octave matlab go node php powershell stata sas webr pyodide shinylive shinylive-r
  shinylive-python webr-r webr-python sparksql d3 tikz rust scala glue gluer python3 ruby3 exec verbatim embed
  comment`.split(/\s+/),
);

export function chunks(md: MarkdownIt): void {
  md.core.ruler.before("listing", "chunks", (state) => {
    if (!state.tokens.some(({ type, info }) => type === "fence" && info.includes("{"))) return;
    let { cells } = contextOf(state.env);
    state.tokens = state.tokens.flatMap((token) => {
      if (token.type !== "fence") return [token];
      const setup = /^\{\s*r\b/.test(token.info) ? defaultsOfSetup(token.content) : {};
      const read = readFence(token, state, cells);
      cells = { ...cells, ...setup };
      return read;
    });
  });
}

function readFence(fence: Token, state: StateCore, cells: CellDefaults): readonly Token[] {
  // `{{python}}` shows a fence as it is written.
  const shown = /^\{\{([\w-]+)[^{}]*\}\}$/.exec(fence.info.trim());
  if (shown) {
    if (DIAGRAMS.test(shown[1]!)) fence.attrJoin("class", "code");
    return [Object.assign(fence, { info: shown[1]! })];
  }
  const own = readChunk(fence.info, fence.content);
  if (!own) return [fence];
  const chunk = { ...own, options: new Map([...Object.entries(cells), ...own.options]) };
  const words = wordsOfChunk(chunk, fence, state);
  if (words) return words;
  const isDiagram = DIAGRAMS.test(chunk.engine);
  if (!isDiagram && !ENGINES.has(chunk.engine)) return [fence];
  return framed(chunk, fence, state, isDiagram ? undefined : includedPictures(chunk));
}

function framed(
  chunk: Chunk,
  fence: Token,
  state: StateCore,
  pictures: readonly string[] | undefined,
): readonly Token[] {
  const { options } = chunk;
  if (options.get("include") === "false") return [];
  if (pictures) return pushPictures(pictures, chunk, fence, state);
  if (!DIAGRAMS.test(chunk.engine)) tellNotRun(fence, state);
  const float = floatOf(chunk) ?? referredTo(chunk, contextOf(state.env));
  // What the code makes is not there: it stands in the place of that, where something refers to it.
  if (options.get("echo") === "false" && !float && !DIAGRAMS.test(chunk.engine)) return [];
  const code = codeOf(chunk, fence);
  return float ? figureTokens(state, fence.map, float, [code]) : [code];
}

/** A table that R makes, with the caption that it is given there. */
const TABLE_CALL =
  /\b(?:kable|kbl|flextable|datatable|tt|pander|xtable)\s*\([\s\S]{0,4000}?\bcaption\s*=\s*(["'])((?:\\.|(?!\1)[^\\])*)\1/;

/** The figure or table that code makes, if it says so. */
function floatOf({ engine, options: given, code }: Chunk): Float | undefined {
  const made = engine === "r" ? TABLE_CALL.exec(code)?.[2] : undefined;
  const options =
    made === undefined ? given : new Map([["tbl-cap", made.replace(/\\(["'])/g, "$1")], ...given]);
  const label = options.get("label");
  const [kind, caption] = (["fig", "tbl"] as const)
    .map((each) => [each, options.get(`${each}-cap`)] as const)
    .find(([, text]) => text !== undefined && !/^(?:NULL|NA|false)$/.test(text)) ?? [undefined, undefined];
  const named = label !== undefined && /^(?:fig|tbl)-/.test(label);
  if (!named && kind === undefined) return undefined;
  const id = named ? label : label === undefined ? undefined : `${kind}:${label}`;
  return { ...(id === undefined ? {} : { id }), ...(caption === undefined ? {} : { caption }) };
}

/** What a text calls a figure or table, though the code alone knows its caption. */
function referredTo({ options }: Chunk, context: ParseContext): Float | undefined {
  const label = options.get("label");
  if (label === undefined) return undefined;
  const known = references.get(context) ?? referencesIn(context.source.text);
  references.set(context, known);
  const id = [`fig:${label}`, `tab:${label}`].find((each) => known.has(each));
  return id === undefined ? undefined : { id };
}

const references = new WeakMap<ParseContext, ReadonlySet<string>>();

/** Figures and tables that bookdown's references of a text lead to. */
function referencesIn(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/\\@ref\(((?:fig|tab):[^()\n]{1,200})\)/g)].map(([, id]) => id!));
}

/** A listing of the language, which the rule for those reads on. */
function codeOf({ engine, options, code, skipped }: Chunk, fence: Token): Token {
  const quoted = (text: string) => `"${text.replace(/[\\"]/g, "\\$&").replace(/\s+/g, " ")}"`;
  const listing = options.get("lst-label") ?? options.get("label") ?? "";
  const parts = [
    `.${engine === "python3" ? "python" : engine}`,
    ...(/^lst-[\w-]+$/.test(listing) ? [`#${listing}`] : []),
    ...["lst-cap", "filename", "code-annotations"].flatMap((name) => {
      const value = options.get(name);
      return value === undefined ? [] : [`${name}=${quoted(value)}`];
    }),
    ...(options.get("code-line-numbers") === "true" ? [".numberLines"] : []),
  ];
  fence.info = `{${parts.join(" ")}}`;
  fence.content = code;
  fence.map = [fence.map![0] + skipped, fence.map![1]];
  return fence;
}

function tellNotRun(fence: Token, state: StateCore): void {
  const context = contextOf(state.env);
  reportOnce(
    context,
    "code-not-run",
    "code",
    "Code is not run: it is shown where its tool shows it, and what it would print is not in the book",
    lineContentStart(context.source, fence.map![0]),
    "Add what it prints to the text, or use a notebook that has its outputs",
  );
}
