/**
 * Turns the TeX of BibTeX fields into text with the markup of CSL-JSON: `<i>`, `<b>`, `<sup>`,
 * `<sub>`, `<span class="nocase">` for what braces protect from a change of case.
 */

const ACCENTS: Readonly<Record<string, string>> = {
  "`": "\u0300",
  "'": "\u0301",
  "^": "\u0302",
  "~": "\u0303",
  "=": "\u0304",
  u: "\u0306",
  ".": "\u0307",
  '"': "\u0308",
  r: "\u030A",
  H: "\u030B",
  v: "\u030C",
  d: "\u0323",
  c: "\u0327",
  k: "\u0328",
  b: "\u0331",
};

const SYMBOLS: Readonly<Record<string, string>> = {
  ss: "ß",
  ae: "æ",
  AE: "Æ",
  oe: "œ",
  OE: "Œ",
  o: "ø",
  O: "Ø",
  aa: "å",
  AA: "Å",
  l: "ł",
  L: "Ł",
  i: "ı",
  j: "ȷ",
  dh: "ð",
  DH: "Ð",
  th: "þ",
  TH: "Þ",
  S: "§",
  P: "¶",
  pounds: "£",
  euro: "€",
  copyright: "©",
  dots: "…",
  ldots: "…",
  textellipsis: "…",
  textendash: "–",
  textemdash: "—",
  textquoteright: "’",
  textquoteleft: "‘",
  textquotedblleft: "“",
  textquotedblright: "”",
  textregistered: "®",
  texttrademark: "™",
  textdegree: "°",
  guillemotleft: "«",
  guillemotright: "»",
  LaTeX: "LaTeX",
  TeX: "TeX",
  slash: "/",
};

const MARKUP: Readonly<Record<string, string>> = {
  emph: "i",
  textit: "i",
  textsl: "i",
  mkbibemph: "i",
  textbf: "b",
  mkbibbold: "b",
  textsuperscript: "sup",
  textsubscript: "sub",
};

/** @param braces what braces without a command mean: protection from a change of case, or nothing. */
export function latexText(tex: string, braces: "protect" | "drop" = "drop"): string {
  return convert(tex, braces)
    .replace(/---/g, "—")
    .replace(/--/g, "–")
    .replace(/``|“/g, "“")
    .replace(/''/g, "”")
    .replace(/~/g, "\u00A0")
    .normalize("NFC")
    .trim();
}

function convert(tex: string, braces: "protect" | "drop"): string {
  let text = "";
  for (let at = 0; at < tex.length; ) {
    const character = tex[at]!;
    if (character === "\\") {
      const command = readCommand(tex, at, braces);
      text += command.text;
      at = command.end;
    } else if (character === "{") {
      const end = groupEnd(tex, at);
      const inner = convert(tex.slice(at + 1, end), "drop");
      // `{\'e}` is a letter and no protection.
      const isPlain = braces === "protect" && !/^\{\\/.test(tex.slice(at)) && inner !== "";
      text += isPlain ? `<span class="nocase">${inner}</span>` : inner;
      at = end + 1;
    } else if (character === "}" || character === "$") at++;
    else {
      text += character === "<" ? "&lt;" : character;
      at++;
    }
  }
  return text;
}

function readCommand(tex: string, at: number, braces: "protect" | "drop"): { text: string; end: number } {
  const name = /^\\([A-Za-z]+|[\s\S])/.exec(tex.slice(at))?.[1] ?? "";
  let end = at + 1 + name.length;
  const isWord = /^[A-Za-z]/.test(name);
  const accent = ACCENTS[name];
  if (accent !== undefined && (!isWord || /^\s*[{\s]/.test(tex.slice(end)))) {
    const argument = readArgument(tex, end);
    const base = convert(argument.text, "drop").replace(/^[ıȷ]/, (dotless) => (dotless === "ı" ? "i" : "j"));
    return { text: base.slice(0, 1) + accent + base.slice(1), end: argument.end };
  }
  const tag = MARKUP[name];
  if (tag !== undefined) {
    const argument = readArgument(tex, end);
    return { text: `<${tag}>${convert(argument.text, braces)}</${tag}>`, end: argument.end };
  }
  if (!isWord) return { text: name === "\\" || name === "-" || name === "/" ? "" : name, end };
  // A command eats the blanks after it.
  while (tex[end] === " ") end++;
  if (tex.startsWith("{}", end)) end += 2;
  return { text: SYMBOLS[name] ?? "", end };
}

function readArgument(tex: string, from: number): { text: string; end: number } {
  let at = from;
  while (tex[at] === " ") at++;
  if (tex[at] === "{") {
    const end = groupEnd(tex, at);
    return { text: tex.slice(at + 1, end), end: end + 1 };
  }
  const command = /^\\[A-Za-z]+/.exec(tex.slice(at))?.[0];
  const end = at + (command?.length ?? 1);
  return { text: tex.slice(at, end), end };
}

function groupEnd(tex: string, open: number): number {
  let depth = 0;
  for (let at = open; at < tex.length; at++) {
    if (tex[at] === "\\") at++;
    else if (tex[at] === "{") depth++;
    else if (tex[at] === "}" && --depth === 0) return at;
  }
  return tex.length;
}
