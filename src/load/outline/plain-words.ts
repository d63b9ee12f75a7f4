/** Values of settings without their markup. */

/** Without links, emphasis, notes, HTML and an address in angle brackets. */
export function plainWords(text: string): string {
  return text
    .replace(/\^\[[^\]]*\]|\[\^[^\]]*\]|<[^<>]*>/g, "")
    .replace(/!?\[([^\]]*)\]\([^()]*\)/g, "$1")
    .replace(/(\*\*|__|\*|`(?!r ))(\S(?:.*?\S)?)\1/g, "$2")
    .replace(/\\([^\w\s])/g, "$1")
    .replace(/&#(?:169|xa9);/gi, "©")
    .replace(/&(amp|copy|reg|lt|gt|quot|nbsp|ndash|mdash);/g, (_, name: string) => ENTITIES[name] ?? "")
    .replace(/\s+/g, " ")
    .trim();
}

/** Those that people write in titles and rights. */
const ENTITIES: Readonly<Record<string, string>> = {
  ...{ amp: "&", copy: "©", reg: "®", lt: "<", gt: ">", quot: '"', nbsp: " ", ndash: "–", mdash: "—" },
};

/** R, Quarto and themes of web sites compute some values, which only they can. */
export function isCode(text: string): boolean {
  return /`r\s|\{\{|\{year\}|:year:/i.test(text);
}
