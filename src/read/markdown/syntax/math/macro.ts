/** A macro as temml expands it. */
import { type Expansion, optionOf, textOf } from "./expansion.js";

/**
 * @param body with `#1` and so on.
 * @param count of its arguments, the one in brackets included.
 * @param option what the first argument is when it is not given in brackets; without it the first is none of those.
 */
export function expansionOf(body: string, count: number, option?: string): Expansion {
  if (option !== undefined) {
    return (expander) => {
      const args = [optionOf(expander) ?? option, ...argumentsOf(expander.consumeArgs(count - 1))];
      return body.replace(/#([1-9])/g, (_, digit) => args[Number(digit) - 1] ?? "");
    };
  }
  // temml counts the arguments that the body names: what it does not name is taken by a macro that drops it.
  const isUsed = count === 0 || body.includes(`#${count}`);
  return isUsed ? body : `\\@firstoftwo{${body}}{#${count}}`;
}

function argumentsOf(tokens: readonly (readonly { readonly text: string }[])[]): readonly string[] {
  return tokens.map(textOf);
}
