/**
 * Environments of LaTeX as blocks of a book: formulas, lists, tables, figures, quotations and what is centred. One that
 * is not known here is shown as the code that it is, and told.
 */
import type { MarkdownIt, StateBlock, Token } from "markdown-it";
import { contextOf, lineStart } from "../../context.js";
import { reportOnce } from "../../report-once.js";
import { blocksWithin } from "../blocks-within.js";
import { takeLabels } from "../math/labels.js";
import { pushTokens } from "../push-tokens.js";
import { pushTable } from "../tables/tokens.js";
import { closingOf } from "./arguments.js";
import { closedEnvironments, type Environment, environmentName, readEnvironment } from "./environment.js";
import { listItems } from "./list-items.js";
import { isPageBreak } from "./page-break.js";
import { readTabular } from "./tabular.js";
import { texToMarkdown } from "./text.js";

/** @param line of the text, on which the environment begins. */
type Writer = (state: StateBlock, environment: Environment, line: number) => void;

const FORMULAS =
  "equation align gather multline eqnarray displaymath math alignat flalign split dmath subequations " +
  "numcases subnumcases prooftree array";
const PLAIN = `minipage multicols landscape small footnotesize scriptsize tiny large Large titlepage spacing
  singlespace onehalfspace doublespace adjustwidth samepage sloppypar document appendices framed mdframed
  tcolorbox shaded snugshade CSLReferences kframe knitrout`;
const NAMED = `theorem lemma proof definition corollary proposition remark example exercise abstract`;

const names = (text: string) => text.trim().split(/\s+/);
const all = (text: string, write: Writer) => names(text).map((name) => [name, write] as const);

const WRITERS: ReadonlyMap<string, Writer> = new Map<string, Writer>([
  ...all(FORMULAS, pushFormula),
  ...all(PLAIN, (state, environment, line) => pushWithin(state, "div", {}, environment, line)),
  ...all(NAMED, (state, environment, line) =>
    pushWithin(state, "div", { class: environment.name.replace("*", "") }, environment, line),
  ),
  ...all("center", aligned("center")),
  ...all("flushleft", aligned("left")),
  ...all("flushright", aligned("right")),
  ...all("quote quotation displayquote", (state, environment, line) =>
    pushWithin(state, "blockquote", {}, environment, line),
  ),
  ...all("verse", (state, environment, line) =>
    pushWithin(state, "div", { class: "verse" }, environment, line),
  ),
  ...all("itemize enumerate description", pushList),
  ...all("figure table wrapfigure wraptable sidewaystable sidewaysfigure SCfigure marginfigure", pushFloat),
  ...all("tabular tabularx tabulary longtable longtabu tabu supertabular", pushTabular),
  ...all("verbatim Verbatim lstlisting minted BVerbatim Highlighting", pushCode),
  ...all("comment filecontents", () => undefined),
]);

export function texBlocks(md: MarkdownIt): void {
  md.block.ruler.before("fence", "tex_environment", readBlock, {
    alt: ["paragraph", "reference", "blockquote", "list"],
  });
}

function readBlock(state: StateBlock, line: number, endLine: number, silent: boolean): boolean {
  const start = state.bMarks[line]! + state.tShift[line]!;
  if (!state.src.startsWith("\\begin{", start) || state.sCount[line]! - state.blkIndent >= 4) return false;
  const name = environmentName(state.src.slice(start, state.eMarks[line]));
  // Within a paragraph only what is known begins a block.
  if (name === undefined || (silent && !WRITERS.has(name.replace("*", "")))) return false;
  if (silent && isInFormula(state, line)) return false;
  if (!closedIn(state).has(start)) return false;
  const environment = readEnvironment((index) => lineAt(state, line + index, endLine));
  if (!environment) return false;
  if (!silent) pushEnvironment(state, environment, line);
  return true;
}

/** True below the mark of a formula, which may be the last line of a quotation. */
function isInFormula({ src, bMarks, eMarks }: StateBlock, line: number): boolean {
  const above = line > 0 ? src.slice(bMarks[line - 1], eMarks[line - 1]) : "";
  return /^\$\$?$/.test(above.replace(/^[>\s]+/, "").trim());
}

const closed = new WeakMap<StateBlock, Map<string, ReadonlySet<number>>>();

/** One that nothing ends would be read to the end of the text, and a text of them again for each. */
function closedIn(state: StateBlock): ReadonlySet<number> {
  const texts = closed.get(state) ?? new Map<string, ReadonlySet<number>>();
  closed.set(state, texts);
  const known = texts.get(state.src) ?? closedEnvironments(state.src);
  texts.set(state.src, known);
  return known;
}

function lineAt(state: StateBlock, line: number, endLine: number): string | undefined {
  if (line >= endLine || (state.sCount[line]! < state.blkIndent && !state.isEmpty(line))) return undefined;
  return state.getLines(line, line + 1, state.blkIndent, false);
}

/** True for a text that is one thing which is read here. */
export function isKnownTex(text: string): boolean {
  const whole = text.trim();
  if (isPageBreak(whole)) return true;
  const lines = whole.split("\n");
  const environment = readEnvironment((index) => lines[index]);
  return environment?.length === lines.length && WRITERS.has(environment.name.replace("*", ""));
}

function pushEnvironment(state: StateBlock, environment: Environment, line: number): void {
  const write = WRITERS.get(environment.name.replace("*", "")) ?? pushUnknown;
  write(state, environment, line);
  state.line = line + environment.length;
}

function open(
  state: StateBlock,
  tag: string,
  attributes: Readonly<Record<string, string>>,
  line: number,
): void {
  const token = state.push(`${tag}_open`, tag, 1);
  for (const [name, value] of Object.entries(attributes)) token.attrSet(name, value);
  token.map = [line, line + 1];
}

/** A block with what the environment holds. */
function pushWithin(
  state: StateBlock,
  tag: string,
  attributes: Readonly<Record<string, string>>,
  { content, line }: Environment,
  first: number,
): void {
  open(state, tag, attributes, first);
  pushTokens(state.tokens, blocksWithin(state, texToMarkdown(content), first + line));
  state.push(`${tag}_close`, tag, -1);
}

function aligned(align: string): Writer {
  return (state, environment, line) =>
    pushWithin(state, "div", { style: `text-align: ${align}` }, environment, line);
}

const LABEL = /\\label\{([^{}]*)\}/;
/** What a float says of itself in its text. */
const OF_FLOAT = /\\label\{[^{}]*\}|\\centering(?![A-Za-z])/g;

function pushFormula(
  state: StateBlock,
  { name, content, args, line, length }: Environment,
  first: number,
): void {
  const isLine = /^(?:equation|displaymath|math|dmath|subequations)\*?$/.test(name);
  const given = args.map((arg) => `{${arg}}`).join("");
  const token = state.push("math_block", "", 0);
  Object.assign(token, { block: true, map: [first, first + length], markup: "$$", meta: { lines: line } });
  const tex = takeLabels(content, token);
  token.content = isLine ? tex : `\\begin{${name}}${given}\n${tex}\n\\end{${name}}`;
}

function pushList(state: StateBlock, { name, content, line }: Environment, first: number): void {
  const [tag, item] =
    name === "description" ? (["dl", "dd"] as const) : ([name === "itemize" ? "ul" : "ol", "li"] as const);
  open(state, tag, {}, first);
  for (const each of listItems(content)) {
    if (tag === "dl") pushWords(state, "dt", each.term ?? "", first + line + each.line);
    open(state, item, {}, first + line + each.line);
    const blocks = blocksWithin(state, texToMarkdown(each.text), first + line + each.line);
    pushTokens(state.tokens, tight(blocks));
    state.push(`${item}_close`, item, -1);
  }
  state.push(`${tag}_close`, tag, -1);
}

/** The text of an item of one paragraph. */
function tight(tokens: readonly Token[]): readonly Token[] {
  return tokens.length === 3 && tokens[0]!.type === "paragraph_open" ? tokens.slice(1, 2) : tokens;
}

function pushWords(state: StateBlock, tag: string, text: string, line: number): void {
  open(state, tag, {}, line);
  const content = texToMarkdown(text).replace(/\s+/g, " ").trim();
  Object.assign(state.push("inline", "", 0), { content, children: [], map: [line, line + 1] });
  state.push(`${tag}_close`, tag, -1);
}

function pushTabular(state: StateBlock, { args, content, line, length }: Environment, first: number): void {
  const table = readTabular(args.at(-1) ?? "", content, line);
  pushTable(state, table, first, length);
}

/** A figure or table with its caption and label, and whatever else it holds. */
function pushFloat(state: StateBlock, { name, content, line }: Environment, first: number): void {
  const label = LABEL.exec(content)?.[1];
  const at = content.search(/\\caption\*?(?:\[[^\]]*\])?\{/);
  const brace = at < 0 ? -1 : content.indexOf("{", at);
  const close = at < 0 ? undefined : closingOf(content, brace, "}");
  const caption = close === undefined ? undefined : content.slice(brace + 1, close);
  const blank = (text: string) => text.replace(/[^\n]/g, "");
  const rest =
    close === undefined
      ? content
      : content.slice(0, at) + blank(content.slice(at, close + 1)) + content.slice(close + 1);
  const kind = /table/.test(name) ? "tbl" : "fig";
  const id =
    label === undefined
      ? {}
      : { id: label.replace(/^(?:tab|tbl|table):/, "tbl-").replace(/^(?:fig|figure):/, "fig-") };
  open(state, "figure", { ...id, ...(kind === "tbl" ? { class: "table" } : {}) }, first);
  state.tokens.push(
    ...blocksWithin(state, pictures(texToMarkdown(rest.replace(OF_FLOAT, ""))), first + line),
  );
  if (caption !== undefined)
    pushWords(state, "figcaption", caption.replace(new RegExp(LABEL, "g"), ""), first + line);
  state.push("figure_close", "figure", -1);
}

/** `\includegraphics[width=0.5\textwidth]{file}` as an image of Markdown. */
function pictures(text: string): string {
  return text.replace(/\\includegraphics\s*(?:\[([^\]]*)\])?\s*\{([^{}]*)\}/g, (_, options = "", file) => {
    const [, share] = /width\s*=\s*([\d.]*)\\(?:text|line|column)width/.exec(options) ?? [];
    const width = share === undefined ? "" : `{width=${Math.round(Number(share === "" ? 1 : share) * 100)}%}`;
    return `![](<${String(file).trim()}>)${width}`;
  });
}

function pushCode(
  state: StateBlock,
  { content, args, options, line, length }: Environment,
  first: number,
): void {
  const token = state.push("fence", "code", 0);
  const language = /language=\s*\{?(\w+)/.exec(options.join(","))?.[1] ?? args[0] ?? "";
  Object.assign(token, {
    content: `${content}\n`,
    info: language,
    markup: "```",
    map: [first + line - 1, first + length],
  });
}

function pushUnknown(state: StateBlock, { name, length }: Environment, first: number): void {
  const token = state.push("fence", "code", 0);
  const content = state.getLines(first, first + length, state.blkIndent, true);
  Object.assign(token, { content, info: "latex", markup: "```", map: [first - 1, first + length] });
  const context = contextOf(state.env);
  const message = `The environment \`${name}\` of LaTeX is not known, and is shown as code`;
  const hint = "Write what it says as Markdown or HTML";
  reportOnce(context, "raw-not-read", name, message, lineStart(context, first), hint);
}
