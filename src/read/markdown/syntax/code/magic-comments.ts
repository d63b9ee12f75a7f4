/**
 * Comments in code that speak to a web site and not to its readers: `// highlight-next-line` of Docusaurus
 * takes a line of its own, `// [!code focus]` of VitePress ends one.
 */
const OWN_LINE =
  /^[ \t]*(?:\/\/|#|--|;|%|\{?\/\*|<!--)[ \t]*(?:highlight-next-line|highlight-start|highlight-end)[ \t]*(?:\*\/\}?|-->)?[ \t]*\n?/gm;
const AT_END =
  /[ \t]*(?:\/\/|#|--|;|%|\{?\/\*|<!--)[ \t]*\[!code (?:\+\+|--|hl|highlight|focus|warning|error|word)(?::[^\]\n]*)?\][ \t]*(?:\*\/\}?|-->)?[ \t]*$/gm;

export function withoutMagicComments(code: string): string {
  let kept = code;
  if (kept.includes("highlight-")) kept = kept.replace(OWN_LINE, "");
  return kept.includes("[!code ") ? kept.replace(AT_END, "") : kept;
}
