/**
 * Reads a makefile: its recipes as lines of shell, with what variables stand for (GNU make, sections 5 and 6, 8).
 *
 * Nothing is run. What only a run could tell, as the words of a program, stays in the lines as `$(…)` of the
 * shell, and `shell.ts` makes what it can of it.
 */
import { closing, joinedLines, type ScriptLine } from "./lines.js";

interface Variable {
  readonly value: string;
}

type Variables = Map<string, Variable>;

/** The lines of all recipes, in their order, without what they have for `make` itself. */
export function recipeLines(text: string): readonly ScriptLine[] {
  const lines = joinedLines(text);
  const variables: Variables = new Map([
    ["CURDIR", { value: "." }],
    ["PWD", { value: "." }],
  ]);
  for (const each of lines) if (!each.text.startsWith("\t")) assign(each.text, variables);
  let rule: Variables = new Map();
  return lines.flatMap(({ text: raw, line }) => {
    if (!raw.startsWith("\t")) {
      rule = ruleVariables(raw, variables) ?? rule;
      return [];
    }
    const recipe = raw.replace(/^\t[\s@+-]*/, "");
    return [{ text: expanded(recipe, new Map([...variables, ...rule]), 0), line }];
  });
}

const ASSIGNMENT = /^\s*(?:(?:export|override)\s+)?([\w.-]+)\s*(:{0,3}=|\?=|\+=)\s*(.*?)\s*$/;
/** A target may have a variable of its own: `simple: OPTIONS += -N`. */
const OF_TARGET = /^[^\t:=#]+:\s*([\w.-]+\s*(?::{0,3}=|\?=|\+=).*)$/;

function assign(line: string, variables: Variables): void {
  const own = withoutComment(line);
  const [, name, sign, value = ""] = ASSIGNMENT.exec(OF_TARGET.exec(own)?.[1] ?? own) ?? [];
  if (name === undefined) return;
  const before = variables.get(name);
  if (sign === "?=" && before !== undefined) return;
  variables.set(name, { value: sign === "+=" && before !== undefined ? `${before.value} ${value}` : value });
}

function withoutComment(line: string): string {
  return line.replace(/(^|\s)#.*$/, "$1");
}

/** `$@`, `$<` and `$^` of the recipe that follows; undefined for a line that begins no rule. */
function ruleVariables(line: string, variables: Variables): Variables | undefined {
  const own = withoutComment(line);
  const [, target = "", needed = ""] = /^([^:=\s][^:=]*?)\s*::?(?!=)\s*([^|;=]*)/.exec(own) ?? [];
  if (target === "" || OF_TARGET.test(own)) return undefined;
  const all = words(expanded(needed, variables, 0));
  return new Map([
    ["@", { value: words(expanded(target, variables, 0))[0] ?? "" }],
    ["<", { value: all[0] ?? "" }],
    ["^", { value: all.join(" ") }],
    ["+", { value: all.join(" ") }],
  ]);
}

/** Variables that stand for each other have an end. */
const DEEPEST = 20;

function expanded(text: string, variables: Variables, depth: number): string {
  if (depth > DEEPEST) return "";
  let out = "";
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] !== "$") {
      out += text[at];
      continue;
    }
    const next = text[at + 1] ?? "";
    if (next === "(" || next === "{") {
      const end = closing(text, at + 1);
      out += reference(text.slice(at + 2, end), variables, depth);
      at = end;
    } else {
      out += next === "$" ? "$" : expanded(variables.get(next)?.value ?? "", variables, depth + 1);
      at += 1;
    }
  }
  return out;
}

/** What stands in `$(…)`: a function, a variable with a substitution, a variable. */
function reference(inner: string, variables: Variables, depth: number): string {
  const [, name = "", rest = ""] = /^([a-z]+)\s+(.*)$/s.exec(inner) ?? [];
  const call = FUNCTIONS[name];
  if (call !== undefined) return call(argumentsOf(rest).map((each) => expanded(each, variables, depth + 1)));
  const [, variable = inner, from, to = ""] = /^([^:]+):([^=]*)=(.*)$/s.exec(inner) ?? [];
  const value = expanded(variables.get(variable.trim())?.value ?? "", variables, depth + 1);
  if (from === undefined) return value;
  const [pattern, result] = from.includes("%") ? [from, to] : [`%${from}`, `%${to}`];
  return substituted(pattern, result, value);
}

function argumentsOf(text: string): readonly string[] {
  const found = [""];
  for (let at = 0; at < text.length; at += 1) {
    const end = text[at] === "(" || text[at] === "{" ? closing(text, at) : at;
    if (text[at] === ",") found.push("");
    else found[found.length - 1] += text.slice(at, end + 1);
    at = end;
  }
  return found;
}

/** Functions of names of files; what others give is left out. Patterns are matched by the shell that reads the line. */
const FUNCTIONS: Readonly<Record<string, (args: readonly string[]) => string>> = {
  wildcard: ([patterns = ""]) => patterns,
  sort: ([list = ""]) => list,
  strip: ([list = ""]) => list,
  realpath: ([path = ""]) => path,
  abspath: ([path = ""]) => path,
  shell: (args) => `$(${args.join(",")})`,
  addprefix: ([prefix = "", list = ""]) => each(list, (word) => prefix + word),
  addsuffix: ([suffix = "", list = ""]) => each(list, (word) => word + suffix),
  patsubst: ([from = "", to = "", list = ""]) => substituted(from, to, list),
  subst: ([from = "", to = "", list = ""]) => list.replaceAll(from, to),
  filter: ([patterns = "", list = ""]) =>
    words(list)
      .filter((word) => words(patterns).some((pattern) => stem(pattern, word) !== undefined))
      .join(" "),
};

function substituted(from: string, to: string, list: string): string {
  return each(list, (word) => {
    const matched = stem(from.trim(), word);
    return matched === undefined ? word : to.trim().replace("%", matched);
  });
}

/** What `%` stands for in a pattern that a word matches. */
function stem(pattern: string, word: string): string | undefined {
  const [before = "", after] = pattern.split("%");
  if (after === undefined) return pattern === word ? "" : undefined;
  const isLike = word.startsWith(before) && word.endsWith(after) && word.length >= pattern.length - 1;
  return isLike ? word.slice(before.length, word.length - after.length) : undefined;
}

function each(list: string, change: (word: string) => string): string {
  return words(list).map(change).join(" ");
}

function words(list: string): readonly string[] {
  return list.split(/\s+/).filter((word) => word !== "");
}
