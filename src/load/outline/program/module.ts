/** What a JavaScript or TypeScript file declares: where the values of its names begin, and what it takes from other files. */
import { endOf, type Token, tokensOf } from "./tokens.js";

export interface Import {
  /** The file, as it is written. */
  readonly from: string;
  /** Its name there; `default` for what the file is. */
  readonly name: string;
}

export interface Module {
  readonly tokens: readonly Token[];
  /** Where the values of constants begin. */
  readonly constants: ReadonlyMap<string, number>;
  /** Where what functions give begins. */
  readonly functions: ReadonlyMap<string, number>;
  readonly imports: ReadonlyMap<string, Import>;
  /** Where what the file exports begins, `export default …` or `module.exports = …`. */
  readonly exported?: number;
  /** A file that it imports; undefined for packages and what is not there. */
  readonly other: (from: string) => Module | undefined;
}

export function moduleOf(code: string, other: Module["other"] = () => undefined): Module {
  const tokens = tokensOf(code);
  const constants = new Map<string, number>();
  const functions = new Map<string, number>();
  let exported: number | undefined;
  for (const [index, { kind, value }] of tokens.entries()) {
    if (kind !== "name") continue;
    const next = tokens[index + 1];
    if (value === "export" && next?.value === "default") exported = index + 2;
    if (value === "module.exports" && next?.value === "=") exported = index + 2;
    if (next?.kind !== "name") continue;
    if (value === "function") setIfFound(functions, next.value, givenBy(tokens, index + 2));
    if (!/^(?:const|let|var)$/.test(value)) continue;
    const at = afterType(tokens, index + 2);
    setIfFound(constants, next.value, at);
    setIfFound(functions, next.value, at === undefined ? undefined : givenByArrow(tokens, at));
  }
  const found = { tokens, constants, functions, imports: importsOf(code), other };
  return exported === undefined ? found : { ...found, exported };
}

function setIfFound(map: Map<string, number>, name: string, at: number | undefined): void {
  if (at !== undefined) map.set(name, at);
}

const IMPORT = /^[ \t]*import\s+(?!type\s)([^"'();]+?)\s+from\s+["']([^"']+)["']/gm;

/** `import a, { b, c as d } from "./e"`. */
function importsOf(code: string): ReadonlyMap<string, Import> {
  const found = new Map<string, Import>();
  for (const [, names = "", from = ""] of code.matchAll(IMPORT)) {
    const [, whole, list = ""] = /^\s*([\w$]+)?\s*,?\s*(?:\{([^}]*)\})?/.exec(names) ?? [];
    if (whole !== undefined) found.set(whole, { from, name: "default" });
    for (const each of list.split(",")) {
      const [name = "", local = name] = each.trim().split(/\s+as\s+/);
      if (name !== "") found.set(local, { from, name });
    }
  }
  return found;
}

/** Where the value of `const name: Type = …` begins. */
function afterType(tokens: readonly Token[], from: number): number | undefined {
  for (let at = from; at < Math.min(tokens.length, from + 30); at += 1) {
    if (tokens[at]!.value === "=" && tokens[at + 1]?.value !== ">") return at + 1;
    if (tokens[at]!.value === ";") return undefined;
  }
  return undefined;
}

/** What `function name(…): Type { return … }` gives. @param from its bracket. */
function givenBy(tokens: readonly Token[], from: number): number | undefined {
  if (tokens[from]?.value !== "(") return undefined;
  const body = tokens.findIndex(({ value }, at) => at > endOf(tokens, from + 1) && value === "{");
  return body < 0 ? undefined : returnedIn(tokens, body);
}

/** What `(…): Type => …` gives. */
function givenByArrow(tokens: readonly Token[], from: number): number | undefined {
  if (tokens[from]?.value !== "(") return undefined;
  const end = endOf(tokens, from + 1);
  for (let at = end + 1; at < Math.min(tokens.length, end + 30); at += 1) {
    if (/^[,;({]$/.test(tokens[at]!.value)) return undefined;
    if (tokens[at]!.value !== "=" || tokens[at + 1]?.value !== ">") continue;
    if (tokens[at + 2]?.value === "{") return returnedIn(tokens, at + 2);
    return tokens[at + 2]?.value === "(" ? at + 3 : at + 2;
  }
  return undefined;
}

/** Where what a body returns begins, on its own level. @param body its bracket. */
function returnedIn(tokens: readonly Token[], body: number): number | undefined {
  let open = 0;
  for (let at = body; at < tokens.length; at += 1) {
    const { kind, value } = tokens[at]!;
    if (kind === "name" && value === "return" && open === 1) return at + 1;
    if (kind !== "sign") continue;
    if (/^[([{]$/.test(value)) open += 1;
    else if (/^[)\]}]$/.test(value)) open -= 1;
    if (open === 0) return undefined;
  }
  return undefined;
}

/** What a JSON file says. */
export function moduleOfJson(json: string): Module {
  return moduleOf(`export default ${json}`);
}
