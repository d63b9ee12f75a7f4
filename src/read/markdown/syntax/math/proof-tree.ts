/**
 * Proofs of the package bussproofs, which stacks lines and takes the last of them as premises: as fractions in each
 * other, with what names a rule beside its line.
 */
import { closingOf } from "../tex/arguments.js";

/** How many premises a command takes off the stack; those without `C` have their formulas between dollars. */
const INFERENCES: Readonly<Record<string, number>> = {
  Axiom: 0,
  UnaryInf: 1,
  BinaryInf: 2,
  TrinaryInf: 3,
  QuaternaryInf: 4,
  QuinaryInf: 5,
};
/** Abbreviations, which the package has on request and MathJax always. */
const SHORT: Readonly<Record<string, string>> = {
  AX: "Axiom",
  UI: "UnaryInf",
  BI: "BinaryInf",
  TI: "TrinaryInf",
  QuaI: "QuaternaryInf",
  QuinI: "QuinaryInf",
  LL: "LeftLabel",
  RL: "RightLabel",
};

const COMMAND = /\s*\\([A-Za-z]+)\s*/y;
/** What says how the next line is ruled, and where all of it stands. */
const SETTING =
  /^(?:always)?(?:noLine|singleLine|doubleLine|solidLine|dashedLine|dottedLine|NoLine|SingleLine|DoubleLine|SolidLine|DashedLine|DottedLine)$|^(?:DisplayProof|DP|rootAtTop|rootAtBottom|kernHyps|centerAlignProof|normalAlignProof)$/;
const SIZE = /\\(?:tiny|scriptsize|footnotesize|small|normalsize|fCenter)(?![A-Za-z])\s*/g;

interface Line {
  readonly tex: string;
  readonly isInferred: boolean;
}

/** What is said for the next line. */
interface Pending {
  readonly left?: string;
  readonly right?: string;
  readonly hasLine?: false;
}

/** @returns undefined for what is no such proof. */
export function proofTree(tex: string): string | undefined {
  const stack: Line[] = [];
  let pending: Pending = {};
  let at = 0;
  for (;;) {
    COMMAND.lastIndex = at;
    const [whole, written = ""] = COMMAND.exec(tex) ?? [];
    if (whole === undefined) break;
    at += whole.length;
    if (SETTING.test(written)) {
      if (/noLine$/i.test(written)) pending = { ...pending, hasLine: false };
      continue;
    }
    const argument = argumentAt(tex, at);
    if (argument === undefined) return undefined;
    at = argument.end;
    const name = SHORT[written.replace(/C$/, "")] ?? written.replace(/C$/, "");
    const count = INFERENCES[name];
    if (name === "LeftLabel") pending = { ...pending, left: argument.tex };
    else if (name === "RightLabel") pending = { ...pending, right: argument.tex };
    else if (count === undefined || count > stack.length) return undefined;
    else {
      const premises = stack.splice(stack.length - count, count);
      stack.push({
        tex: count === 0 ? argument.tex : inference(premises, argument.tex, pending),
        isInferred: count > 0,
      });
      pending = {};
    }
  }
  return tex.slice(at).trim() === "" && stack.length > 0 ? besideEachOther(stack) : undefined;
}

/** `{text with $formulas$}`, or `$formula$`. */
function argumentAt(tex: string, at: number): { readonly tex: string; readonly end: number } | undefined {
  const isText = tex[at] === "{";
  const close = isText ? closingOf(tex, at, "}") : tex[at] === "$" ? tex.indexOf("$", at + 1) : -1;
  if (close === undefined || close < 0) return undefined;
  const inner = tex
    .slice(at + 1, close)
    .replace(SIZE, "")
    .trim();
  return { tex: isText ? wordsOf(inner) : `{${inner}}`, end: close + 1 };
}

/** A formula alone is set as one, with its spaces. */
function wordsOf(text: string): string {
  if (text === "") return "{}";
  const formula = /^\$([^$]*)\$$/.exec(text)?.[1];
  return formula === undefined ? `\\text{${text}}` : `{${formula}}`;
}

const WITHOUT_LINE = "\\genfrac{}{}{0pt}{0}";

function inference(premises: readonly Line[], conclusion: string, { left, right, hasLine }: Pending): string {
  const rule = hasLine === false ? WITHOUT_LINE : "\\dfrac";
  const [before, after] = [left && `${left}\\;`, right && `\\;${right}`];
  return `{${before ?? ""}${rule}{${besideEachOther(premises)}}{${conclusion}}${after ?? ""}}`;
}

/** What stands beside a conclusion stands as low as it does. */
function besideEachOther(lines: readonly Line[]): string {
  const hasInferred = lines.some(({ isInferred }) => isInferred);
  const level = ({ tex, isInferred }: Line) =>
    hasInferred && !isInferred ? `${WITHOUT_LINE}{}{${tex}}` : tex;
  return lines.map(level).join("\\qquad ");
}
