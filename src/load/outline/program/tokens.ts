/** The words of a JavaScript or TypeScript file, as far as data needs them. */

export interface Token {
  readonly kind: "text" | "number" | "name" | "sign";
  readonly value: string;
}

/** Comments, texts, numbers, names; what is left are signs. */
const TOKEN =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|("(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'|`(?:[^`\\]|\\[\s\S])*`)|(-?\d[\w.]*)|([\p{L}_$][\p{L}\p{N}_$.]*)|(\.\.\.|[^\s])/gu;

export function tokensOf(code: string): readonly Token[] {
  return [...code.matchAll(TOKEN)].flatMap(([, text, number, name, sign]): Token[] => {
    if (text !== undefined) return [{ kind: "text", value: text }];
    if (number !== undefined) return [{ kind: "number", value: number }];
    if (name !== undefined) return [{ kind: "name", value: name }];
    return sign === undefined ? [] : [{ kind: "sign", value: sign }];
  });
}

/** Where what begins here ends: before a comma, a closing bracket or a stop on its own level. */
export function endOf(tokens: readonly Token[], from: number): number {
  let open = 0;
  for (let at = from; at < tokens.length; at += 1) {
    const { kind, value } = tokens[at]!;
    if (kind !== "sign") continue;
    if (open === 0 && /^[,;)\]}]$/.test(value)) return at;
    if (/^[([{]$/.test(value)) open += 1;
    else if (/^[)\]}]$/.test(value)) open -= 1;
  }
  return tokens.length;
}

/** The text in quotation marks; undefined for a template that puts values in. */
export function unquoted(text: string): string | undefined {
  if (text.startsWith("`") && text.includes("${")) return undefined;
  return text
    .slice(1, -1)
    .replace(/\\(u\{?([\da-fA-F]{4,6})\}?|[\s\S])/g, (_, letter: string, hex?: string) => {
      if (hex !== undefined) return String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0x10ffff));
      if (letter === "n") return "\n";
      return letter === "\n" ? "" : letter;
    });
}
