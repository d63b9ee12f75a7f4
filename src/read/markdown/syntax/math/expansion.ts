/** What a command stands for, and what temml gives to a command that is a function. */

/** What temml hands to a macro that is a function: the tokens that follow it. Those of arguments are in reverse order. */
export interface Expander {
  future(): { readonly text: string };
  popToken(): { readonly text: string };
  consumeSpaces(): void;
  consumeArg(delimiters?: readonly string[]): { readonly tokens: readonly { readonly text: string }[] };
  consumeArgs(count: number): readonly (readonly { readonly text: string }[])[];
}

/** What a name stands for: TeX with `#1` and so on, or what makes it. */
export type Expansion = string | ((expander: Expander) => string);

/** What stands in brackets before the arguments, if anything does. */
export function optionOf(expander: Expander): string | undefined {
  expander.consumeSpaces();
  if (expander.future().text !== "[") return undefined;
  expander.popToken();
  return textOf(expander.consumeArg(["]"]).tokens);
}

/** An argument as TeX. @param tokens in reverse order, as temml has them. */
export function textOf(tokens: readonly { readonly text: string }[]): string {
  // A name ends before a letter.
  return tokens
    .map(({ text }) => (/^\\[a-zA-Z@]+$/.test(text) ? `${text} ` : text))
    .reverse()
    .join("");
}
