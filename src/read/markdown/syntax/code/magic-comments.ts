/**
 * Comments in code that speak to a web site and not to its readers: `// highlight-next-line` of Docusaurus
 * takes a line of its own, `// [!code focus]` of VitePress ends one. Of `# (1)!` of MkDocs, whose note is the
 * first item of the list below, the number stays.
 */
const OWN_LINE =
  /^[ \t]*(?:\/\/|#|--|;|%|\{?\/\*|<!--)[ \t]*(?:highlight-next-line|highlight-start|highlight-end)[ \t]*(?:\*\/\}?|-->)?[ \t]*\n?/gm;
const AT_END =
  /[ \t]*(?:\/\/|#|--|;|%|\{?\/\*|<!--)[ \t]*\[!code (?:\+\+|--|hl|highlight|focus|warning|error|word)(?::[^\]\n]*)?\][ \t]*(?:\*\/\}?|-->)?[ \t]*$/gm;
const ANNOTATION = /((?:\/\/|#|--|;|%|\/\*|<!--)[ \t]*(?:\(\d+\)[ \t]*)*\(\d+\))!/g;

export function withoutMagicComments(code: string): string {
  let kept = code;
  if (kept.includes("highlight-")) kept = kept.replace(OWN_LINE, "");
  if (kept.includes("[!code ")) kept = kept.replace(AT_END, "");
  return kept.includes(")!") ? kept.replace(ANNOTATION, "$1") : kept;
}
