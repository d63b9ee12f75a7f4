/**
 * The messages and hints in the program's source: what is given to a parameter, a property or a variable
 * of the name `message` or `hint`, as far as it is written there, in a variable or in what a function returns.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAst } from "rolldown/parseAst";

const SRC = join(import.meta.dirname, "../../src");
/** The page of the preview and the layout in the browser have messages of their own kinds. */
const ELSEWHERE = /^(?:preview\/client|formats\/pdf\/paginate\/engine)\//;

export interface Wording {
  readonly kind: "message" | "hint";
  /** With `…` where the program puts something in. */
  readonly words: string;
  /** False when something is put in before the first word, or after the last. */
  readonly begins: boolean;
  readonly ends: boolean;
  /** `file:line`. */
  readonly place: string;
}

type Kind = Wording["kind"];
type Part = Pick<Wording, "words" | "begins" | "ends">;
interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

/** For each function, which of its arguments is what. */
type Signatures = Map<string, ReadonlyMap<number, Kind>>;

export function textsInSource(): readonly Wording[] {
  const files = readdirSync(SRC, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => /(?<!\.d)\.ts$/.test(file) && !ELSEWHERE.test(file))
    .map((file) => {
      const text = readFileSync(join(SRC, file), "utf8");
      return { file, text, tree: parseAst(text, { lang: "ts" }) as unknown as Node };
    });
  const exported: Signatures = new Map(files.flatMap(({ tree }) => [...signaturesIn(tree)]));
  return files.flatMap(({ file, text, tree }) => {
    const signatures = new Map([...exported, ...signaturesIn(tree)]);
    const values = valuesIn(tree);
    return [...given(tree, signatures)].flatMap(([kind, node]) => {
      const place = `${file}:${text.slice(0, node.start).split("\n").length}`;
      return partsOf(node, (name) => values.get(name) ?? []).map((part) => ({ kind, place, ...part }));
    });
  });
}

function signaturesIn(tree: Node): Signatures {
  const found: Signatures = new Map();
  for (const node of nodesIn(tree)) {
    const isDeclared = node.type === "FunctionDeclaration";
    const made = node.type === "VariableDeclarator" ? (node.init as Node | null) : undefined;
    const whole = isDeclared ? node : made?.type === "ArrowFunctionExpression" ? made : undefined;
    if (whole === undefined) continue;
    const kinds = (whole.params as Node[]).flatMap((parameter, index): [number, Kind][] => {
      const name = nameOf(parameter.type === "AssignmentPattern" ? (parameter.left as Node) : parameter);
      return isKind(name) ? [[index, name]] : [];
    });
    found.set(nameOf(node.id as Node) ?? "", new Map(kinds));
  }
  return found;
}

function* given(tree: Node, signatures: Signatures): Generator<[Kind, Node]> {
  for (const node of nodesIn(tree)) {
    if (node.type === "CallExpression") {
      const kinds = signatures.get(nameOf(node.callee as Node) ?? "");
      for (const [index, kind] of kinds ?? []) {
        const argument = (node.arguments as Node[])[index];
        if (argument) yield [kind, argument];
      }
    } else if (node.type === "VariableDeclarator" && node.init) {
      const name = nameOf(node.id as Node);
      if (isKind(name)) yield [name, node.init as Node];
    } else if (node.type === "Property") {
      const name = nameOf(node.key as Node);
      if (isKind(name)) yield [name, node.value as Node];
    }
  }
}

/** What the variables of a file are set to, and what its functions return, by name. */
function valuesIn(tree: Node): ReadonlyMap<string, readonly Node[]> {
  const found = new Map<string, Node[]>();
  const add = (name: string | undefined, nodes: readonly Node[]) => {
    if (name !== undefined && !isKind(name)) found.set(name, [...(found.get(name) ?? []), ...nodes]);
  };
  for (const node of nodesIn(tree)) {
    if (node.type === "FunctionDeclaration") add(nameOf(node.id as Node), returned(node));
    else if (node.type === "VariableDeclarator" && node.init) {
      const made = node.init as Node;
      add(nameOf(node.id as Node), made.type === "ArrowFunctionExpression" ? returned(made) : [made]);
    }
  }
  return found;
}

function returned(whole: Node): Node[] {
  const body = whole.body as Node;
  if (body.type !== "BlockStatement") return [body];
  return [...nodesIn(body)].flatMap((node) =>
    node.type === "ReturnStatement" && node.argument ? [node.argument as Node] : [],
  );
}

/** The texts that an expression may be; none for what other files make. */
function partsOf(node: Node, valuesOf: (name: string) => readonly Node[], depth = 0): Part[] {
  const parts = (each: unknown) => (depth > 8 ? [] : partsOf(each as Node, valuesOf, depth + 1));
  switch (node.type) {
    case "Literal":
      return typeof node.value === "string" ? [{ words: node.value, begins: true, ends: true }] : [];
    case "TemplateLiteral": {
      const pieces = (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked);
      return [{ words: pieces.join("…"), begins: pieces[0] !== "", ends: pieces.at(-1) !== "" }];
    }
    case "ConditionalExpression":
      return [...parts(node.consequent), ...parts(node.alternate)];
    case "LogicalExpression":
      return [...parts(node.left), ...parts(node.right)];
    case "ArrowFunctionExpression":
      return returned(node).flatMap(parts);
    case "Identifier":
      return valuesOf(String(node.name)).flatMap(parts);
    case "CallExpression":
      return valuesOf(nameOf(node.callee as Node) ?? "").flatMap(parts);
    default:
      return [];
  }
}

function* nodesIn(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const each of value) yield* nodesIn(each);
  else if (typeof value === "object" && value !== null) {
    if ("type" in value) yield value as Node;
    for (const each of Object.values(value)) yield* nodesIn(each);
  }
}

function nameOf({ type, name }: Node): string | undefined {
  return type === "Identifier" ? String(name) : undefined;
}

function isKind(name: string | undefined): name is Kind {
  return name === "message" || name === "hint";
}
