/**
 * Reads what a JavaScript or TypeScript file says as data, without running it: settings of Docusaurus and VitePress
 * are programs, but most of them only name things.
 *
 * Objects, lists, texts, numbers and names of constants in the same file are values, and so is what a call is given
 * first (`defineConfig({ … })`). Whatever has to be computed is missing.
 */
import type { Values } from "./values.js";

/** Deeper ones are no settings. */
const DEEPEST = 60;

type Token = { readonly kind: "text" | "number" | "name" | "sign"; readonly value: string };

/** Comments, texts, numbers, names; what is left are signs. */
const TOKEN =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|("(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'|`(?:[^`\\]|\\[\s\S])*`)|(-?\d[\w.]*)|([\p{L}_$][\p{L}\p{N}_$.]*)|(\.\.\.|[^\s])/gu;

/** The value that a file exports, `export default …` or `module.exports = …`; undefined when it is no literal. */
export function exportedLiteral(code: string): unknown {
  const tokens = [...code.matchAll(TOKEN)].flatMap(([, text, number, name, sign]): Token[] => {
    if (text !== undefined) return [{ kind: "text", value: text }];
    if (number !== undefined) return [{ kind: "number", value: number }];
    if (name !== undefined) return [{ kind: "name", value: name }];
    return sign === undefined ? [] : [{ kind: "sign", value: sign }];
  });
  const starts = new Map<string, number>();
  let exported: number | undefined;
  for (const [index, { kind, value }] of tokens.entries()) {
    if (kind !== "name") continue;
    if (value === "export" && tokens[index + 1]?.value === "default") exported = index + 2;
    if (value === "module.exports" && tokens[index + 1]?.value === "=") exported = index + 2;
    if (!/^(?:const|let|var)$/.test(value)) continue;
    const at = afterType(tokens, index + 2);
    if (at !== undefined && tokens[index + 1]?.kind === "name") starts.set(tokens[index + 1]!.value, at);
  }
  const read = (at: number) => valueAt({ tokens, starts, open: new Set() }, at, 0).value;
  const value = exported === undefined ? undefined : read(exported);
  if (value !== undefined) return value;
  // A function that gives the settings names them inside.
  const given = tokens.findIndex(
    (token, index) =>
      /^(?:defineConfig\w*|return)$/.test(token.value) && /^[({<]$/.test(tokens[index + 1]?.value ?? ""),
  );
  return given < 0 ? undefined : read(tokens[given + 1]!.value === "(" ? given : given + 1);
}

/** Where the value of `const name: Type = …` begins. */
function afterType(tokens: readonly Token[], from: number): number | undefined {
  for (let at = from; at < Math.min(tokens.length, from + 30); at += 1) {
    if (tokens[at]!.value === "=" && tokens[at + 1]?.value !== ">") return at + 1;
    if (tokens[at]!.value === ";") return undefined;
  }
  return undefined;
}

interface Found {
  readonly value: unknown;
  /** The first token after it. */
  readonly end: number;
}

interface Code {
  readonly tokens: readonly Token[];
  /** Where the values of constants begin. */
  readonly starts: ReadonlyMap<string, number>;
  /** Constants that are being read: one may name itself. */
  readonly open: Set<string>;
}

function valueAt(code: Code, index: number, depth: number): Found {
  const token = code.tokens[index];
  if (token === undefined || depth > DEEPEST) return { value: undefined, end: code.tokens.length };
  if (token.kind === "text") return unlessComputed(code, unquoted(token.value), index + 1);
  if (token.kind === "number") return unlessComputed(code, Number(token.value), index + 1);
  if (token.value === "{") return objectAt(code, index + 1, depth);
  if (token.value === "[") return listAt(code, index + 1, depth);
  if (token.kind === "name") return nameAt(code, token.value, index, depth);
  return { value: undefined, end: endOf(code, index) };
}

/** A value with an operator behind it is computed. */
function unlessComputed(code: Code, value: unknown, index: number): Found {
  const end = endOf(code, index);
  // A name behind it begins another statement, or says its type (`as`, `satisfies`).
  const isAlone = end === index || code.tokens[index]?.kind === "name";
  return { value: isAlone ? value : undefined, end };
}

function objectAt(code: Code, from: number, depth: number): Found {
  const values: Record<string, unknown> = Object.create(null);
  let at = from;
  while (at < code.tokens.length && code.tokens[at]!.value !== "}") {
    const { kind, value } = code.tokens[at]!;
    if (value === ",") {
      at += 1;
    } else if (value === "...") {
      const spread = valueAt(code, at + 1, depth + 1);
      if (typeof spread.value === "object" && !Array.isArray(spread.value))
        Object.assign(values, spread.value);
      at = spread.end;
    } else if (kind !== "sign" && code.tokens[at + 1]?.value === ":") {
      const found = valueAt(code, at + 2, depth + 1);
      values[kind === "text" ? (unquoted(value) ?? "") : value] = found.value;
      at = found.end;
    } else if (kind === "name" && /^[,}]$/.test(code.tokens[at + 1]?.value ?? "")) {
      values[value] = nameAt(code, value, at, depth + 1).value;
      at += 1;
    } else at = Math.max(endOf(code, at), at + 1);
  }
  return unlessComputed(code, { ...values }, at + 1);
}

function listAt(code: Code, from: number, depth: number): Found {
  const items: unknown[] = [];
  let at = from;
  while (at < code.tokens.length && code.tokens[at]!.value !== "]") {
    if (code.tokens[at]!.value === ",") {
      at += 1;
      continue;
    }
    const isSpread = code.tokens[at]!.value === "...";
    const found = valueAt(code, isSpread ? at + 1 : at, depth + 1);
    if (found.value !== undefined) items.push(...(isSpread ? [found.value].flat() : [found.value]));
    at = Math.max(found.end, at + 1);
  }
  return unlessComputed(code, items, at + 1);
}

function nameAt(code: Code, name: string, index: number, depth: number): Found {
  if (name === "true" || name === "false") return unlessComputed(code, name === "true", index + 1);
  const call = afterTypes(code.tokens, index + 1);
  if (code.tokens[call]?.value === "(") {
    const { value } = valueAt(code, call + 1, depth + 1);
    const end = endOf(code, index);
    return { value: typeof value === "object" ? value : undefined, end };
  }
  const start = code.starts.get(name);
  const end = endOf(code, index);
  if (start === undefined || code.open.has(name)) return { value: undefined, end };
  code.open.add(name);
  const { value } = valueAt(code, start, depth + 1);
  code.open.delete(name);
  return { value, end };
}

/** What follows `<Settings>` behind the name of a function. */
function afterTypes(tokens: readonly Token[], from: number): number {
  if (tokens[from]?.value !== "<") return from;
  const end = tokens.findIndex(({ value }, at) => at > from && value === ">");
  return end < 0 ? from : end + 1;
}

/** Where what begins here ends: before a comma, a closing bracket or a stop on its own level. */
function endOf(code: Code, from: number): number {
  let open = 0;
  for (let at = from; at < code.tokens.length; at += 1) {
    const { kind, value } = code.tokens[at]!;
    if (kind !== "sign") continue;
    if (open === 0 && /^[,;)\]}]$/.test(value)) return at;
    if (/^[([{]$/.test(value)) open += 1;
    else if (/^[)\]}]$/.test(value)) open -= 1;
  }
  return code.tokens.length;
}

/** Undefined for a template that puts values in. */
function unquoted(text: string): string | undefined {
  if (text.startsWith("`") && text.includes("${")) return undefined;
  return text
    .slice(1, -1)
    .replace(/\\(u\{?([\da-fA-F]{4,6})\}?|[\s\S])/g, (_, letter: string, hex?: string) => {
      if (hex !== undefined) return String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0x10ffff));
      if (letter === "n") return "\n";
      return letter === "\n" ? "" : letter;
    });
}

/** Like `exportedLiteral`, for a file that exports an object. */
export function exportedValues(code: string): Values {
  const value = exportedLiteral(code);
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Values) : {};
}
