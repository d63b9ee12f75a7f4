/**
 * Reads what a JavaScript or TypeScript file says as data, without running it: settings of Docusaurus and VitePress
 * are programs, but most of them only name things.
 *
 * Objects, lists, texts, numbers and names of constants are values, and so is what a function of the project returns at
 * its end, and what any other call is given first (`defineConfig({ … })`). Whatever has to be computed is undefined.
 */
import type { Values } from "../values.js";
import { type Module, moduleOf } from "./module.js";
import { endOf, type Token, unquoted } from "./tokens.js";

/** Deeper ones are no settings. */
const DEEPEST = 60;
/** So are those of more values: names of names of names may stand for any number. */
const MOST_VALUES = 100_000;

/** The value that a file exports; undefined when it is no literal. */
export function exportedLiteral(code: string): unknown {
  return exportedBy(moduleOf(code));
}

export function exportedBy(module: Module): unknown {
  const { tokens, exported } = module;
  const read = (at: number) => valueAt({ module, open: new Set(), room: { left: MOST_VALUES } }, at, 0).value;
  const value = exported === undefined ? undefined : read(exported);
  if (value !== undefined) return value;
  // A function that gives the settings names them inside.
  const given = tokens.findIndex(
    (token, index) =>
      /^(?:defineConfig\w*|return)$/.test(token.value) && /^[({<]$/.test(tokens[index + 1]?.value ?? ""),
  );
  return given < 0 ? undefined : read(tokens[given + 1]!.value === "(" ? given : given + 1);
}

interface Found {
  readonly value: unknown;
  /** The first token after it. */
  readonly end: number;
}

interface Code {
  readonly module: Module;
  /** Names that are being read, with where their values begin: one may name itself. */
  readonly open: Set<string>;
  readonly room: { left: number };
}

function valueAt(code: Code, index: number, depth: number): Found {
  const { tokens } = code.module;
  const token = tokens[index];
  code.room.left -= 1;
  if (token === undefined || depth > DEEPEST || code.room.left < 0)
    return { value: undefined, end: tokens.length };
  if (token.kind === "text") return unlessComputed(code, unquoted(token.value), index + 1);
  if (token.kind === "number") return unlessComputed(code, Number(token.value), index + 1);
  if (token.value === "{") return objectAt(code, index + 1, depth);
  if (token.value === "[") return listAt(code, index + 1, depth);
  if (token.kind === "name") return nameAt(code, token.value, index, depth);
  return { value: undefined, end: endOf(code.module.tokens, index) };
}

/** A value with an operator behind it is computed. */
function unlessComputed(code: Code, value: unknown, index: number): Found {
  const end = endOf(code.module.tokens, index);
  // A name behind it begins another statement, or says its type (`as`, `satisfies`).
  const isAlone = end === index || code.module.tokens[index]?.kind === "name";
  return { value: isAlone ? value : undefined, end };
}

function objectAt(code: Code, from: number, depth: number): Found {
  const values: Record<string, unknown> = Object.create(null);
  let at = from;
  while (at < code.module.tokens.length && code.module.tokens[at]!.value !== "}") {
    const { kind, value } = code.module.tokens[at]!;
    if (value === ",") {
      at += 1;
    } else if (value === "...") {
      const spread = valueAt(code, at + 1, depth + 1);
      if (typeof spread.value === "object" && !Array.isArray(spread.value))
        Object.assign(values, spread.value);
      at = spread.end;
    } else if (kind !== "sign" && code.module.tokens[at + 1]?.value === ":") {
      const found = valueAt(code, at + 2, depth + 1);
      values[kind === "text" ? (unquoted(value) ?? "") : value] = found.value;
      at = found.end;
    } else if (kind === "name" && /^[,}]$/.test(code.module.tokens[at + 1]?.value ?? "")) {
      values[value] = nameAt(code, value, at, depth + 1).value;
      at += 1;
    } else at = Math.max(endOf(code.module.tokens, at), at + 1);
  }
  return unlessComputed(code, { ...values }, at + 1);
}

function listAt(code: Code, from: number, depth: number): Found {
  const items: unknown[] = [];
  let at = from;
  while (at < code.module.tokens.length && code.module.tokens[at]!.value !== "]") {
    if (code.module.tokens[at]!.value === ",") {
      at += 1;
      continue;
    }
    const isSpread = code.module.tokens[at]!.value === "...";
    const found = valueAt(code, isSpread ? at + 1 : at, depth + 1);
    items.push(...(isSpread ? [found.value].flat() : [found.value]));
    at = Math.max(found.end, at + 1);
  }
  return unlessComputed(code, items, at + 1);
}

function nameAt(code: Code, name: string, index: number, depth: number): Found {
  if (name === "true" || name === "false") return unlessComputed(code, name === "true", index + 1);
  const { tokens } = code.module;
  const end = endOf(tokens, index);
  const call = afterTypes(tokens, index + 1);
  if (tokens[call]?.value !== "(") return { value: namedValue(code, "constants", name, depth), end };
  const isOwn = code.module.functions.has(name) || code.module.imports.get(name)?.from.startsWith(".");
  if (isOwn) return { value: namedValue(code, "functions", name, depth), end };
  const { value } = valueAt(code, call + 1, depth + 1);
  return { value: typeof value === "object" ? value : undefined, end };
}

/** What a name stands for, or a function of that name gives, in this file or the one that it comes from. */
function namedValue(code: Code, kind: "constants" | "functions", name: string, depth: number): unknown {
  const { module, open, room } = code;
  const imported = module.imports.get(name);
  const other = imported === undefined ? undefined : module.other(imported.from);
  if (other !== undefined && imported?.name !== "default" && depth <= DEEPEST)
    return namedValue({ module: other, open, room }, kind, imported!.name, depth + 1);
  const at = other === undefined ? module[kind].get(name) : other.exported;
  const key = `${kind} ${name} ${at}`;
  if (at === undefined || open.has(key)) return undefined;
  open.add(key);
  const { value } = valueAt({ module: other ?? module, open, room }, at, depth + 1);
  open.delete(key);
  return value;
}

/** What follows `<Settings>` behind the name of a function. */
function afterTypes(tokens: readonly Token[], from: number): number {
  if (tokens[from]?.value !== "<") return from;
  const end = tokens.findIndex(({ value }, at) => at > from && value === ">");
  return end < 0 ? from : end + 1;
}

/** Like `exportedBy`, for a file that exports an object. */
export function exportedValues(module: Module): Values {
  const value = exportedBy(module);
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Values) : {};
}
