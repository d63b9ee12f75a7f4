/** What each directive of MyST becomes in a book. */
import type { StateBlock, Token } from "markdown-it";
import { THEOREM_KINDS } from "../../../../model/reference-kinds.js";
import { blockOfText, closeBlock, openBlock } from "../block-token.js";
import { blocksWithin, withoutLoneParagraph } from "../blocks-within.js";
import { isCalloutKind, kindTitle } from "../callout/kinds.js";
import { closeCallout, openCallout } from "../callout/tokens.js";
import { equationId } from "../math/labels.js";
import { closeTab, openTab } from "../tabs/tokens.js";
import { type DirectiveText, heldText } from "./directive-text.js";
import { pushGate } from "./gates.js";
import { listTable } from "./list-table.js";

/** Tokens around what a directive holds. */
export interface DirectiveTokens {
  readonly open?: readonly Token[];
  readonly close?: readonly Token[];
  /** `nothing` when the tokens say it all. Default: blocks. */
  readonly holds?: "blocks" | "nothing";
}

type DirectiveMeaning = (state: StateBlock, directive: DirectiveText, line: number) => DirectiveTokens;

const NOTHING: DirectiveTokens = { holds: "nothing" };

/** A block of one line of Markdown. */
function lineOf(state: StateBlock, tag: string, content: string, line: number) {
  return blockOfText(state, tag, content, [line, line + 1]);
}

function withId(token: Token, { options }: DirectiveText): Token {
  const id = options.get("name") ?? options.get("label") ?? options.get("id");
  if (id) token.attrSet("id", id);
  return token;
}

/** With text below it, what stands behind the name is the title; else it is the text. */
const callout: DirectiveMeaning = (state, directive, line) => {
  const { argument, name, options } = directive;
  const said = (options.get("class") ?? "").split(/\s+/).find(isCalloutKind);
  const isEmpty = heldText(state, directive).trim() === "";
  const isTitled = name === "admonition" || !isEmpty;
  const title = isTitled && argument !== "" ? { title: argument } : {};
  const kind = name === "admonition" ? (said ?? name) : name;
  const tokens = openCallout(state, { kind, ...title }, line);
  withId(tokens[0]!, directive);
  const text = isTitled || argument === "" ? [] : lineOf(state, "p", argument, line);
  return { open: [...tokens, ...text], close: [closeCallout(state)] };
};

const div =
  (className: string): DirectiveMeaning =>
  (state, directive, line) => {
    const open = withId(openBlock(state, "div", [line, line + 1]), directive);
    if (className) open.attrSet("class", className);
    const close = [closeBlock(state, "div")];
    if (directive.argument === "") return { open: [open], close };
    const title = lineOf(state, "p", directive.argument, line);
    title[0].attrSet("class", "callout-title");
    return { open: [open, ...title], close };
  };

/** A new version, or one in which something changed. */
const version =
  (words: string): DirectiveMeaning =>
  (state, directive, line) => ({
    open: openCallout(state, { kind: "note", title: `${words} ${directive.argument}`.trim() }, line),
    close: [closeCallout(state)],
  });

const dropdown: DirectiveMeaning = (state, directive, line) => {
  const open = withId(openBlock(state, "details", [line, line + 1]), directive);
  return {
    open: [open, ...lineOf(state, "summary", directive.argument || "…", line)],
    close: [closeBlock(state, "details")],
  };
};

const tab: DirectiveMeaning = (state, { argument }, line) => ({
  open: openTab(state, argument, line),
  close: [closeTab(state)],
});

const through: DirectiveMeaning = () => ({});
const leftOut: DirectiveMeaning = () => NOTHING;

/** The caption of code is that of a listing: it has a number. */
const code: DirectiveMeaning = (state, directive) => {
  const { argument, options, first, end } = directive;
  const fence = Object.assign(new state.Token("fence", "code", 0), { block: true });
  const names: readonly (readonly [string, string | undefined])[] = [
    ["caption", options.get("caption")],
    ["filename", options.get("filename")],
    ["startFrom", options.get("lineno-start") ?? options.get("number-lines")],
    ["emphasize-lines", options.get("emphasize-lines")],
  ];
  const pairs = names.flatMap(([name, value]) => (value ? [`${name}="${value.replaceAll('"', "'")}"`] : []));
  const isNumbered = options.has("linenos") || options.has("lineno-start") || options.has("number-lines");
  const list = [...(isNumbered ? [".numberLines"] : []), ...pairs];
  const language = argument.split(/\s/)[0] ?? "";
  fence.info = list.length === 0 ? language : `${language} {${list.join(" ")}}`;
  fence.content = `${heldText(state, directive).replace(/\n$/, "")}\n`;
  // The line of the fence is the one above the code.
  fence.map = [first - 1, end + 1];
  withId(fence, directive);
  return { open: [fence], holds: "nothing" };
};

/** A picture and its caption; without words it is a picture in a line. */
const figure: DirectiveMeaning = (state, directive, line) => {
  const picture = lineOf(state, "p", imageText(directive), line);
  const blocks = blocksWithin(state, heldText(state, directive), directive.first);
  if (blocks.length === 0) return { open: picture, holds: "nothing" };
  return {
    open: [
      withId(openBlock(state, "figure", [line, line + 1]), directive),
      picture[1],
      openBlock(state, "figcaption", [line, line + 1]),
      ...withoutLoneParagraph(blocks),
      closeBlock(state, "figcaption"),
      closeBlock(state, "figure"),
    ],
    holds: "nothing",
  };
};

const image: DirectiveMeaning = (state, directive, line) => ({
  open: lineOf(state, "p", imageText(directive), line),
  holds: "nothing",
});

function imageText({ argument, options }: DirectiveText): string {
  const sizes = ["width", "height"].flatMap((name) => {
    const value = options.get(name);
    return value ? [`${name}="${/^\d+$/.test(value) ? value : value.replace(/\s+/g, "")}"`] : [];
  });
  const alt = (options.get("alt") ?? "").replaceAll('"', "'");
  const list = [`alt="${alt}"`, ...sizes].join(" ");
  return `![](<${argument}>){${list}}`;
}

const math: DirectiveMeaning = (state, directive, line) => {
  const formula = Object.assign(new state.Token("math_block", "", 0), {
    block: true,
    map: [line, directive.end] as [number, number],
    content: heldText(state, directive).trim() || directive.argument,
    markup: "$$",
  });
  const label = directive.options.get("label") ?? directive.options.get("name");
  // A formula that can be referred to has a number.
  if (label) formula.attrSet("id", equationId(label));
  return { open: [formula], holds: "nothing" };
};

/** A table of Markdown, with the words behind the name as its caption. */
const table: DirectiveMeaning = (state, directive, line) => {
  const { argument, first } = directive;
  const id = directive.options.get("name") ?? directive.options.get("label");
  const blocks = blocksWithin(state, heldText(state, directive), first);
  const open = blocks.find(({ type }) => type === "table_open");
  if (open && id) open.attrSet("id", id);
  const caption = argument === "" ? [] : lineOf(state, "p", `: ${argument}`, line);
  return { open: [...blocks, ...caption], holds: "nothing" };
};

/** Theorems and the like are divs of their kind, which are counted when a book is composed. */
const theorem: DirectiveMeaning = (state, directive, line) => {
  const open = withId(openBlock(state, "div", [line, line + 1]), directive);
  open.attrSet("class", directive.name.replace(/^.*:/, "").toLowerCase());
  if (directive.argument !== "") open.attrSet("data-name", directive.argument);
  return { open: [open], close: [closeBlock(state, "div")] };
};

/** A proof and its like has no number: what it is called stands first. */
const named: DirectiveMeaning = (state, directive, line) => {
  const { name, argument } = directive;
  const word = name.replace(/^.*:/, "");
  const title = `${kindTitle(word)}${argument === "" ? "" : ` (${argument})`}`;
  const [open, ...others] = openCallout(state, { kind: word, title }, line);
  return { open: [withId(open!, directive), ...others], close: [closeCallout(state)] };
};

/** The exercise that it solves stands behind its name. */
const solution: DirectiveMeaning = (state, directive, line) => {
  const { argument } = directive;
  const title = argument === "" ? kindTitle("solution") : `${kindTitle("solution")} ({ref}\`${argument}\`)`;
  const [open, ...others] = openCallout(state, { kind: "solution", title }, line);
  return { open: [withId(open!, directive), ...others], close: [closeCallout(state)] };
};

/** What a directive of that name would be, around all that stands up to its end. */
const gate =
  (meaning: DirectiveMeaning): DirectiveMeaning =>
  (state, directive, line) => {
    const name = directive.name.replace(/-(?:start|end)$/, "");
    const isEnd = directive.name.endsWith("-end");
    const { open = [], close = [] } = isEnd ? {} : meaning(state, { ...directive, name }, line);
    pushGate(state, line, isEnd ? { name } : { name, open, close });
    return NOTHING;
  };

/** A page of the web in the page: a link to it, and its caption. */
const frame: DirectiveMeaning = (state, directive, line) => ({
  open: lineOf(state, "p", `<${directive.argument}>`, line),
});

const diagram: DirectiveMeaning = (state, directive, line) =>
  code(state, { ...directive, argument: directive.name }, line);

/** The same for a list of names. */
function all(names: string, meaning: DirectiveMeaning): readonly (readonly [string, DirectiveMeaning])[] {
  return names
    .trim()
    .split(/\s+/)
    .map((name) => [name, meaning] as const);
}

export const MEANINGS: ReadonlyMap<string, DirectiveMeaning> = new Map([
  ...all("note tip hint important warning caution attention danger error seealso admonition todo", callout),
  ...all("margin sidebar aside topic", div("aside")),
  ...all("epigraph", div("epigraph")),
  ...all("pull-quote highlights", div("pullquote")),
  ...all("div container rubric card grid-item-card", div("")),
  ...all("versionadded version-added", version("New in version")),
  ...all("versionchanged version-changed", version("Changed in version")),
  ...all("deprecated", version("Deprecated since version")),
  ...all("dropdown details", dropdown),
  ...all("tab tab-item", tab),
  ...all("tab-set tabs grid grid-item card-carousel glossary only centered compound", through),
  ...all("code code-block sourcecode code-cell ipython prompt", code),
  ...all("figure", figure),
  ...all("image", image),
  ...all("math", math),
  ...all("table", table),
  ...all("list-table", (state, directive, line) => ({
    open: listTable(state, directive, line),
    holds: "nothing",
  })),
  ...all(
    "toctree toc contents tableofcontents index show-index bibliography raw mermaid-config button-ref currentmodule module highlight default-role meta",
    leftOut,
  ),
  ...all(Object.values(THEOREM_KINDS).join(" "), theorem),
  ...all("solution", solution),
  ...all("exercise-start exercise-end", gate(theorem)),
  ...all("solution-start solution-end", gate(solution)),
  ...all("mermaid", diagram),
  ...all("iframe", frame),
  ...all("proof axiom property observation criterion assumption", named),
]);
