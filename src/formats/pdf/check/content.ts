/**
 * Reads content streams as far as it takes to know where images are drawn: operators with their
 * numbers and names (ISO 32000-1, 7.8.2). Strings, arrays and inline images are stepped over.
 */

export interface Operation {
  readonly operator: string;
  /** Numbers and names (without their slash) before the operator. */
  readonly operands: readonly (number | string)[];
}

/** White space and delimiters of 7.2.2, and the tokens between them. */
const TOKEN = /%[^\r\n]*|\/[^\s()<>[\]{}/%]*|[[\]{}]|<<|>>|<[0-9A-Fa-f\s]*>|<|\(|[^\s()<>[\]{}/%]+/g;

/** No operator that is read here takes more than six; a page may have millions before none. */
const MOST_OPERANDS = 1000;
const FEW_OPERANDS = 10;

/** The end of an inline image: `EI` between white space (8.9.7). */
const END_OF_IMAGE = /\sEI(?=\s|$)/g;

/** @param content decoded, a character for each byte. */
export function* operations(content: string): Generator<Operation> {
  // The last ones alone count.
  const keep = (operand: number | string) => {
    if (operands.length >= MOST_OPERANDS) operands = operands.slice(-FEW_OPERANDS);
    operands.push(operand);
  };
  let operands: (number | string)[] = [];
  const token = new RegExp(TOKEN);
  for (let match = token.exec(content); match !== null; match = token.exec(content)) {
    const text = match[0];
    if (text === "(") {
      token.lastIndex = endOfString(content, match.index);
    } else if (text.startsWith("/")) {
      keep(text.slice(1));
    } else if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(text)) {
      keep(Number(text));
    } else if (/^[A-Za-z'"]/.test(text)) {
      yield { operator: text, operands };
      operands = [];
      if (text === "ID") {
        END_OF_IMAGE.lastIndex = token.lastIndex;
        token.lastIndex = END_OF_IMAGE.exec(content) ? END_OF_IMAGE.lastIndex : content.length;
      }
    }
  }
}

/** Behind the parenthesis that closes the string which one opens; those inside come in pairs (7.3.4.2). */
function endOfString(content: string, start: number): number {
  let depth = 0;
  for (let at = start; at < content.length; at += 1) {
    const character = content[at];
    if (character === "\\") at += 1;
    else if (character === "(") depth += 1;
    else if (character === ")") {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return content.length;
}
