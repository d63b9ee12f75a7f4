/**
 * Numbers and units of the package siunitx: `\num`, `\unit`, `\qty`, `\ang`, their lists and ranges, and the names that
 * they had before its third version (`\si`, `\SI`). Options are passed over.
 */
import { type Expander, type Expansion, optionOf, textOf } from "../expansion.js";
import { type ARGUMENTS, SIUNITX_ARGUMENTS } from "./arguments.js";
import { angleTex, numberTex } from "./number.js";
import { joinsNumber, unitTex } from "./unit.js";

type Write = (...args: string[]) => string;

/** A command with a number of arguments. */
function command(count: number, write: Write): Expansion {
  return (expander: Expander) => {
    optionOf(expander);
    const args: string[] = [];
    for (let index = 0; index < count; index++) {
      // `\SI{10}[\$]{}`: what stands before the number is as old as rare.
      optionOf(expander);
      args.push(textOf(expander.consumeArgs(1)[0]!));
    }
    return `{${write(...args)}}`;
  };
}

const quantity: Write = (number = "", unit = "") =>
  `${numberTex(number)}${joinsNumber(unit) ? "" : "\\,"}${unitTex(unit)}`;

const several = (numbers: string): readonly string[] => numbers.split(";").map((each) => each.trim());

const listed = (parts: readonly string[]): string => parts.join(", ");

const WRITERS: Readonly<Record<keyof typeof ARGUMENTS, Write>> = {
  num: (number) => numberTex(number!),
  ang: (angle) => angleTex(angle!),
  unit: (unit) => unitTex(unit!),
  si: (unit) => unitTex(unit!),
  qty: quantity,
  SI: quantity,
  numrange: (from, to) => `${numberTex(from!)}\\text{–}${numberTex(to!)}`,
  qtyrange: (from, to, unit) => `${numberTex(from!)}\\text{–}${quantity(to!, unit!)}`,
  SIrange: (from, to, unit) => `${numberTex(from!)}\\text{–}${quantity(to!, unit!)}`,
  numlist: (numbers) => listed(several(numbers!).map(numberTex)),
  numproduct: (numbers) => numberTex(numbers!),
  qtylist: (numbers, unit) => listed(several(numbers!).map((each) => quantity(each, unit!))),
  SIlist: (numbers, unit) => listed(several(numbers!).map((each) => quantity(each, unit!))),
  qtyproduct: quantity,
  complexnum: (number) => number!,
};

/** By their names without the backslash. */
export const SIUNITX = SIUNITX_ARGUMENTS.map(
  ([name, count]) => [name, command(count, WRITERS[name])] as const,
);
