/** Reads a ToUnicode CMap: ISO 32000-1, 9.10.3. */

const SECTION = /beginbf(char|range)([\s\S]*?)endbf(?:char|range)/g;
const CHARACTER = /<([\da-f]+)>\s*<([\da-f\s]*)>/gi;
const RANGE = /<([\da-f]+)>\s*<([\da-f]+)>\s*(?:<([\da-f\s]*)>|\[([^\]]*)\])/gi;
const LISTED = /<([\da-f\s]*)>/gi;

/** The text that each code stands for. */
export function readToUnicode(cmap: string): Map<number, string> {
  const texts = new Map<number, string>();
  for (const [, kind, body] of cmap.matchAll(SECTION)) {
    if (kind === "char") readCharacters(body!, texts);
    else readRanges(body!, texts);
  }
  return texts;
}

function readCharacters(body: string, texts: Map<number, string>): void {
  for (const [, code, text] of body.matchAll(CHARACTER)) {
    texts.set(Number.parseInt(code!, 16), fromUtf16(text!));
  }
}

function readRanges(body: string, texts: Map<number, string>): void {
  for (const [, from, to, first, list] of body.matchAll(RANGE)) {
    const [start, end] = [Number.parseInt(from!, 16), Number.parseInt(to!, 16)];
    const listed = list === undefined ? [] : [...list.matchAll(LISTED)].map(([, text]) => fromUtf16(text!));
    for (let code = start; code <= end; code += 1) {
      const text = first === undefined ? listed[code - start] : following(fromUtf16(first), code - start);
      if (text !== undefined) texts.set(code, text);
    }
  }
}

/** The text whose last code unit is so many higher. */
function following(first: string, distance: number): string {
  return first.slice(0, -1) + String.fromCharCode(first.charCodeAt(first.length - 1) + distance);
}

export function fromUtf16(digits: string): string {
  const units = digits.replace(/\s/g, "").match(/.{1,4}/g) ?? [];
  return String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)));
}
