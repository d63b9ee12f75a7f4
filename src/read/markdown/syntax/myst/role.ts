/**
 * Roles of MyST and Sphinx in a line, `` {ref}`ebb` ``, `` {math}`x^2` ``, `` {sub}`2` ``: the words between the
 * backticks, as what the role says they are. Words of a role that nobody knows stay.
 */
import type { MarkdownIt, StateInline } from "markdown-it";
import { contextOf, type ParseContext, type PlacedToken } from "../../context.js";
import { reportOnce } from "../../report-once.js";
import { pushMarkdown } from "../markdown-within.js";
import { pushReference, type ReferenceForm } from "../reference-token.js";

const ROLE = /\{([A-Za-z][\w:.+-]*)\}(`+)(?!`)([\s\S]*?[^`])\2(?!`)/y;
/** Words of a role that nobody knows: where they stand is known when the line has been read. */
const UNKNOWN = "unknown_role";
const TARGET = /^([\s\S]*?)[ \n]*<([^<>]+)>$/;

export function role(md: MarkdownIt): void {
  md.inline.ruler.before("escape", "myst_role", readRole);
  md.core.ruler.after("place", "myst_role", ({ tokens, env }) => settleUnknown(tokens, contextOf(env)));
}

/** Once they have been told, their words are text like all else. */
function settleUnknown(tokens: readonly PlacedToken[], context: ParseContext): void {
  for (const token of tokens) {
    if (token.type === UNKNOWN) {
      const message = `The role \`{${token.info}}\` is not followed; its words are kept`;
      const hint = "Write what it stands for";
      reportOnce(context, "unsupported-directive", `{${token.info}}\``, message, token.start ?? 0, hint);
      token.type = "text";
    }
    settleUnknown(token.children ?? [], context);
  }
}

function readRole(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x7b) return false;
  ROLE.lastIndex = state.pos;
  const [whole, name, , words = ""] = ROLE.exec(state.src) ?? [];
  if (whole === undefined || name === undefined || ROLE.lastIndex > state.posMax) return false;
  const end = ROLE.lastIndex;
  if (!silent) write(state, name, words.trim(), whole);
  state.pos = end;
  return true;
}

type Write = (state: StateInline, words: string, whole: string) => void;

function write(state: StateInline, name: string, words: string, whole: string): void {
  // The domain before a role says which language it is of: `{py:func}`.
  const known = ROLES.get(name) ?? ROLES.get(name.replace(/^[\w-]+:/, ""));
  if (known) known(state, words, whole);
  // A badge of a web page, in whatever colour.
  else if (name.startsWith("bdg")) text(state, words);
  else Object.assign(state.push(UNKNOWN, "", 0), { content: words, info: name });
}

function text(state: StateInline, content: string): void {
  state.push("text", "", 0).content = content;
}

const element =
  (tag: string): Write =>
  (state, words) => {
    state.push(`${tag}_open`, tag, 1);
    text(state, words);
    state.push(`${tag}_close`, tag, -1);
  };

const smallCapitals: Write = (state, words) => {
  state.push("span_open", "span", 1).attrSet("class", "smallcaps");
  text(state, words);
  state.push("span_close", "span", -1);
};

const code: Write = (state, words) => {
  state.push("code_inline", "code", 0).content = words.replace(/^[!~]/, "").replace(TARGET, "$1");
};

/** `{ref}` and its relatives: the words that are written, or what the place is called. */
const reference =
  (form: ReferenceForm): Write =>
  (state, words, whole) => {
    const [, said = "", target] = TARGET.exec(words) ?? [];
    if (target === undefined || said.includes("%s") || said.includes("{number}"))
      pushReference(state, (target ?? words).trim(), form, whole);
    else link(state, said, `#${target.trim()}`);
  };

/** The number of a formula, as it stands beside it. */
const equationNumber: Write = (state, words, whole) => {
  text(state, "(");
  pushReference(state, words.trim(), "number", whole);
  text(state, ")");
};

/** A page, by its path without an ending; `/` is the folder of all texts. */
const page: Write = (state, words) => {
  const [, said, target = words] = TARGET.exec(words) ?? [];
  const file = /\.\w+$/.test(target) ? target : `${target}.md`;
  link(state, said || target.replace(/^.*\//, ""), encodeURI(file));
};

const download: Write = (state, words) => {
  const [, said, target = words] = TARGET.exec(words) ?? [];
  text(state, said || target);
};

function link(state: StateInline, words: string, href: string): void {
  state.push("link_open", "a", 1).attrs = [["href", href]];
  text(state, words);
  state.push("link_close", "a", -1);
}

const math: Write = (state, words) => {
  Object.assign(state.push("math_inline", "", 0), { content: words, markup: "$" });
};

const abbreviation: Write = (state, words) => {
  const [, short = words, long] = /^(.*?)\s*\(([^()]*)\)$/.exec(words) ?? [];
  const open = state.push("abbr_open", "abbr", 1);
  if (long) open.attrSet("title", long);
  text(state, short);
  state.push("abbr_close", "abbr", -1);
};

const term: Write = (state, words) => text(state, TARGET.exec(words)?.[1] ?? words);

/** Citations are read as Pandoc's. */
const citation =
  (mode: "parenthetical" | "in-text"): Write =>
  (state, words) => {
    const keys = words.split(",").map((key) => `@${key.trim()}`);
    const written = mode === "parenthetical" ? `[${keys.join("; ")}]` : keys.join(", ");
    pushMarkdown(state, written);
  };

const nothing: Write = () => undefined;

const ROLES: ReadonlyMap<string, Write> = new Map<string, Write>([
  ["ref", reference("words")],
  ["numref", reference("words")],
  ["eq", equationNumber],
  ["any", reference("words")],
  ["doc", page],
  ["download", download],
  ["math", math],
  ["abbr", abbreviation],
  ["abbreviation", abbreviation],
  ["term", term],
  ["index", nothing],
  ...["sub", "sup", "kbd", "samp", "em", "strong", "del", "u", "mark"].map(
    (tag) => [tag, element(tag)] as const,
  ),
  ["subscript", element("sub")],
  ["superscript", element("sup")],
  ["emphasis", element("em")],
  ["guilabel", element("strong")],
  ["menuselection", element("strong")],
  ["dfn", element("em")],
  ["sc", smallCapitals],
  ["smallcaps", smallCapitals],
  ["rfc", (state, words) => text(state, `RFC ${words}`)],
  ["pep", (state, words) => text(state, `PEP ${words}`)],
  ...["cite", "cite:p", "cite:ps", "citep", "footcite"].map(
    (name) => [name, citation("parenthetical")] as const,
  ),
  ...["cite:t", "cite:ts", "citet"].map((name) => [name, citation("in-text")] as const),
  ...[
    ..."code file command program option envvar mod func class meth attr data exc obj const type var py literal".split(
      " ",
    ),
    ..."keyword token mimetype regexp makevar manpage newsgroup method function attribute module".split(" "),
  ].map((name) => [name, code] as const),
]);
