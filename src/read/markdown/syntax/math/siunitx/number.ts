/** Numbers as siunitx reads them: `-1234.5e-6`, `1.20(3)`, `3 +- 0.1`, `2 x 3`. */

const NUMBER =
  /^([<>~≤≥]|\\(?:sim|approx|le|ge|leq|geq|ll|gg))?([+-]|\\pm|\\mp)?(\d*)(?:[.,](\d*))?(\(\d+\))?(?:(?:\+-|±|\\pm)(\d*)(?:[.,](\d*))?)?(?:[eEdD]([+-]?\d+))?$/;

/** Digits in groups of three, where there are more than four. */
const LEAST_GROUPED = 5;

/** @returns TeX; what is no number stays as it is written. */
export function numberTex(written: string): string {
  const text = written.replace(/\s|~|\\,/g, "");
  const factors = text.split(/x|\\times/);
  if (factors.length > 1 && factors.every((factor) => /\d/.test(factor) && NUMBER.test(factor)))
    return factors.map(numberTex).join(" \\times ");
  const [, relation = "", sign = "", whole, fraction, uncertainty = "", more, moreFraction, exponent] =
    NUMBER.exec(text) ?? [];
  if (whole === undefined || (whole === "" && fraction === undefined && exponent === undefined))
    return written;
  const mark = text.includes(",") ? "{,}" : ".";
  const value = decimal(whole, fraction, mark);
  const error = more === undefined ? uncertainty : ` \\pm ${decimal(more, moreFraction, mark)}`;
  const number = `${value}${error}`;
  const power = exponent === undefined ? "" : `10^{${exponent.replace(/^\+/, "")}}`;
  if (power === "") return `${relation}${relation && " "}${sign}${number}`;
  const inBrackets = more === undefined ? number : `(${number})`;
  return `${relation}${relation && " "}${sign}${value === "" ? "" : `${inBrackets} \\times `}${power}`;
}

function decimal(whole: string, fraction: string | undefined, mark: string): string {
  if (whole === "" && fraction === undefined) return "";
  const left = whole.length < LEAST_GROUPED ? whole || "0" : whole.replace(/\B(?=(?:\d{3})+$)/g, "\\,");
  if (fraction === undefined || fraction === "") return left;
  const right = fraction.length < LEAST_GROUPED ? fraction : fraction.replace(/(\d{3})(?=\d)/g, "$1\\,");
  return `${left}${mark}${right}`;
}

/** `12.3` and `12;30;5`: degrees, minutes, seconds. */
export function angleTex(written: string): string {
  return written
    .split(";")
    .map((part, index) =>
      part.trim() === "" ? "" : `${numberTex(part)}${["^{\\circ}", "'", "''"][index] ?? ""}`,
    )
    .join("");
}
