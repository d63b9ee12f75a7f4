/**
 * Numbers and units of the package siunitx: `\num`, `\unit`, `\qty`, `\ang`, their lists and ranges, and the names that
 * they had before its third version (`\si`, `\SI`). Options are passed over.
 */
import { type Expander, type Expansion, optionOf, textOf } from "../expansion.js";
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

const COMMANDS: Readonly<Record<string, Expansion>> = {
  num: command(1, (number) => numberTex(number!)),
  ang: command(1, (angle) => angleTex(angle!)),
  unit: command(1, (unit) => unitTex(unit!)),
  si: command(1, (unit) => unitTex(unit!)),
  qty: command(2, quantity),
  SI: command(2, quantity),
  numrange: command(2, (from, to) => `${numberTex(from!)}\\text{–}${numberTex(to!)}`),
  qtyrange: command(3, (from, to, unit) => `${numberTex(from!)}\\text{–}${quantity(to!, unit!)}`),
  SIrange: command(3, (from, to, unit) => `${numberTex(from!)}\\text{–}${quantity(to!, unit!)}`),
  numlist: command(1, (numbers) => listed(several(numbers!).map(numberTex))),
  numproduct: command(1, (numbers) => numberTex(numbers!)),
  qtylist: command(2, (numbers, unit) => listed(several(numbers!).map((each) => quantity(each, unit!)))),
  SIlist: command(2, (numbers, unit) => listed(several(numbers!).map((each) => quantity(each, unit!)))),
  qtyproduct: command(2, quantity),
  complexnum: command(1, (number) => number!),
};

/** Their names, without the backslash, with how many arguments they have. */
export const SIUNITX = Object.entries(COMMANDS);
