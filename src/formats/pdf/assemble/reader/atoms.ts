/** The normal form of names, numbers and strings, and the text that names and strings stand for. */
import type { Atom } from "./values.js";

/** Characters of a name that are written as they are (ISO 32000-1, 7.3.5). */
const NOT_PLAIN = /[^!-~]|[#%()/<>[\]{}]/g;

/** A name, with a number sign and hexadecimal digits where it must have them and nowhere else (7.3.5). */
export function normalName(name: string): Atom {
  return `/${nameText(name).replace(NOT_PLAIN, (character) => `#${hex(character).toUpperCase()}`)}`;
}

/** The characters of a name without its slash, one for each byte. */
export function nameText(name: Atom): string {
  return name
    .slice(1)
    .replace(/#([\da-f]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}

const NUMBER = /^([+-]?)0*(\d*)\.?(\d*?)0*$/;

/** A number (7.3.3) with all its digits, but without those that say nothing: `+.50` is 0.5, `-0.` is 0. */
export function normalNumber(number: string): Atom {
  const [, sign, whole, decimals] = NUMBER.exec(number)!;
  if (!whole && !decimals) return "0";
  return `${sign === "-" ? "-" : ""}${whole || "0"}${decimals && "."}${decimals}`;
}

/**
 * A literal string (7.3.4.2) with the brackets around it. One with control characters is written in
 * hexadecimal.
 */
export function normalLiteral(literal: string): Atom {
  for (let index = 1; index < literal.length; index += 1) {
    if (literal.charCodeAt(index) < 0x20) return `<${hex(literalCharacters(literal))}>`;
  }
  return literal;
}

/** The bytes of a string, as characters (Latin-1). */
export function stringBytes(string: Atom): string {
  return string[0] === "(" ? literalCharacters(string) : hexCharacters(string);
}

const UTF_16 = new TextDecoder("utf-16be");

/** The text of a text string (7.9.2.2). */
export function stringText(string: Atom): string {
  const characters = stringBytes(string);
  if (characters.startsWith("\xfe\xff")) {
    return UTF_16.decode(Buffer.from(characters, "latin1"));
  }
  return [...characters].map((character) => PDF_DOC.get(character) ?? character).join("");
}

const EOL_OR_ESCAPE = /\r\n?|\\(?:([0-7]{1,3})|(\r\n|[\s\S]))/g;

const ESCAPED: Readonly<Record<string, string>> = {
  n: "\n",
  r: "\r",
  t: "\t",
  b: "\b",
  f: "\f",
  // The line goes on.
  "\n": "",
  "\r": "",
  "\r\n": "",
};

/** The characters of a literal string, one for each byte. */
function literalCharacters(literal: string): string {
  return literal.slice(1, -1).replace(EOL_OR_ESCAPE, (_, octal?: string, escaped?: string) => {
    // High-order overflow is ignored.
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
    return escaped === undefined ? "\n" : (ESCAPED[escaped] ?? escaped);
  });
}

/** The characters of a hexadecimal string; a digit that is missing at the end is 0. */
function hexCharacters(string: string): string {
  const digits = string.slice(1, -1);
  return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, "hex").toString("latin1");
}

function hex(characters: string): string {
  return Buffer.from(characters, "latin1").toString("hex");
}

/** Where PDFDocEncoding differs from Latin-1 (annex D.3); U+FFFD for what it does not have. */
const PDF_DOC: ReadonlyMap<string, string> = new Map([
  ...differences(0x16, "\x17"),
  ...differences(0x18, "˘ˇˆ˙˝˛˚˜"),
  ...differences(0x7f, "\ufffd•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\ufffd€"),
  ...differences(0xad, "\ufffd"),
]);

function differences(first: number, characters: string): [string, string][] {
  return [...characters].map((character, index) => [String.fromCharCode(first + index), character]);
}
