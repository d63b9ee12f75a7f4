/**
 * Takes out of CSS what could fetch something, and leaves valid CSS.
 *
 * What goes is a whole declaration or a whole rule, so that what is left means what it meant before.
 * It is not looked for what is known to fetch: what is known not to is kept.
 */
import { SELF_CONTAINED_FUNCTIONS } from "./functions.js";
import { isOpenComment, type Token, tokens } from "./tokens.js";

/** An address inside of the file, or data that is written into it. */
const INSIDE = /^\s*(?:#|data:(?:image\/(?:png|jpeg|gif|webp|avif)|font\/|application\/(?:x-)?font)[^,]*,)/i;
/** At-rules without an address; a namespace is a name. */
const AT_RULES = new Set(
  `media supports font-face page keyframes -webkit-keyframes -moz-keyframes layer counter-style container charset
   property scope starting-style font-feature-values font-palette-values styleset character-variant swash ornaments
   annotation stylistic historical-forms namespace viewport -ms-viewport top-left-corner top-left top-center
   top-right top-right-corner bottom-left-corner bottom-left bottom-center bottom-right bottom-right-corner
   left-top left-middle left-bottom right-top right-middle right-bottom footnote`
    .trim()
    .split(/\s+/),
);
const NAMESPACE = /^http:\/\/www\.w3\.org\/(?:2000\/svg|1999\/x?link|1999\/xhtml|1998\/Math\/MathML)$/;
/** Rules in rules, and brackets in brackets; nobody writes more. */
const DEEPEST = 100;

export interface SelfContained {
  /** The same text when nothing had to go. */
  readonly css: string;
  readonly isWhole: boolean;
}

/** A style sheet, or the declarations of a `style` attribute. */
export function selfContainedSheet(css: string): SelfContained {
  const sheet = openSheet();
  for (const token of tokens(css)) sheet.read(token);
  const written = sheet.close();
  return written === undefined ? { css, isWhole: true } : { css: written, isWhole: false };
}

/** Whether the value of one property fetches nothing. */
export function isSelfContainedValue(value: string): boolean {
  // Most are a number or a colour.
  if (!/[(\\@]/.test(value)) return true;
  let around = "";
  for (const token of tokens(value)) {
    if (isSuspect(token, around)) return false;
    around = nextAround(token, around);
  }
  return true;
}

/** A rule whose block is open. */
interface Open {
  /** Where it begins in what is written. */
  readonly start: number;
  readonly isFont: boolean;
  readonly isSuspect: boolean;
  /** Whether something in it has gone, and whether it still names a file. */
  lost: boolean;
  hasSource: boolean;
}

/** What is being read: a declaration, an at-rule without a block, or what comes before a block. */
interface Statement {
  readonly start: number;
  first?: Token;
  isSuspect: boolean;
  around: string;
  /** What closes the parentheses and brackets that are open. */
  readonly brackets: string[];
}

function openSheet() {
  const parts: string[] = [];
  const open: Open[] = [];
  let removed = false;
  let statement: Statement = beginning(0);

  const next = () => {
    statement = beginning(parts.length);
  };
  const endStatement = () => {
    const { start, first, isSuspect } = statement;
    const rule = open.at(-1);
    if (isSuspect) {
      parts.length = start;
      removed = true;
      if (rule) rule.lost = true;
    } else if (rule && first?.value === "src") rule.hasSource = true;
    next();
  };
  const openRule = () => {
    const { start, first, isSuspect } = statement;
    const isFont = first?.type === "at-keyword" && first.value === "font-face";
    open.push({
      start,
      isFont,
      isSuspect: isSuspect || open.length >= DEEPEST,
      lost: false,
      hasSource: false,
    });
    next();
  };
  const closeRule = () => {
    const rule = open.pop();
    // A font without a file is none.
    if (rule && (rule.isSuspect || (rule.isFont && rule.lost && !rule.hasSource))) {
      parts.length = rule.start;
      removed = true;
    }
    next();
  };
  return {
    read(token: Token): void {
      const isOutside = statement.brackets.length === 0;
      if (isOutside && token.text === "}") endStatement();
      if (!isOpenComment(token)) parts.push(token.text);
      if (token.type === "space" || token.type === "comment") return;
      if (isOutside && token.text === "}") closeRule();
      else if (isOutside && token.text === "{") openRule();
      else if (isOutside && token.text === ";") endStatement();
      else readToken(token, statement);
    },
    /** Undefined when nothing had to go. */
    close(): string | undefined {
      parts.push(...statement.brackets.reverse());
      endStatement();
      while (open.length > 0) {
        parts.push("}");
        closeRule();
      }
      return removed ? parts.join("") : undefined;
    },
  };
}

function beginning(start: number): Statement {
  return { start, isSuspect: false, around: "", brackets: [] };
}

function readToken(token: Token, statement: Statement): void {
  const { brackets } = statement;
  statement.first ??= token;
  if (isNamespace(statement.first)) {
    if (/^(?:string|url|bad)$/.test(token.type) && !NAMESPACE.test(token.value)) statement.isSuspect = true;
  } else if (isSuspect(token, statement.around)) statement.isSuspect = true;
  statement.around = nextAround(token, statement.around);
  if (brackets.length > DEEPEST) statement.isSuspect = true;
  else if (token.type === "function" || token.text === "(") brackets.push(")");
  else if (token.text === "[") brackets.push("]");
  else if (token.text === brackets.at(-1)) brackets.pop();
  // Braces in parentheses close nothing outside of them: nobody writes that by accident.
  else if (token.text === "{" || token.text === "}") statement.isSuspect = true;
}

function isNamespace({ type, value }: Token): boolean {
  return type === "at-keyword" && value === "namespace";
}

/** @param around the function that is open, when nothing but an address has been read in it. */
function isSuspect(token: Token, around: string): boolean {
  if (token.type === "bad") return true;
  if (token.type === "at-keyword") return !AT_RULES.has(token.value);
  if (token.type === "url") return !INSIDE.test(token.value);
  if (token.type === "function") return token.value !== "url" && !SELF_CONTAINED_FUNCTIONS.has(token.value);
  if (around !== "url" || token.type === "space" || token.type === "comment") return false;
  return token.type === "string" ? !INSIDE.test(token.value) : token.text !== ")";
}

function nextAround(token: Token, around: string): string {
  if (token.type === "function") return token.value;
  return token.type === "space" || token.type === "comment" || token.type === "string" ? around : "";
}
