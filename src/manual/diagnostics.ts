/** The chapter on diagnostics: every code with its severity, cause and cure. */
import { EXIT } from "../cli/exit-codes.js";
import { CODES, type Code, type Scope } from "../diagnostics/codes.js";
import { EXPLANATIONS } from "../diagnostics/explanations.js";
import { definitionList, escaped, generatedNote } from "./markdown.js";

const SCOPES: readonly (readonly [Scope, string, string])[] = [
  [
    "configuration",
    "In the publication file and on the command line",
    `An error of this kind ends with the exit code ${EXIT.usage}.`,
  ],
  ["publication", "In the manuscript", `An error of this kind ends with the exit code ${EXIT.publication}.`],
  ["machine", "On the machine", `An error of this kind ends with the exit code ${EXIT.machine}.`],
  ["program", "In Colophon itself", `An error of this kind ends with the exit code ${EXIT.unexpected}.`],
];

export function diagnosticsChapter(): string {
  const groups = SCOPES.map(([scope, title, intro]) => {
    const codes = codesOf(scope).map((code) => ({
      term: code,
      id: `code-${code}`,
      paragraphs: paragraphs(code),
    }));
    return `## ${title}\n\n${intro}\n\n${definitionList(codes)}`;
  });
  return `${[generatedNote("`src/diagnostics/`"), INTRODUCTION, ...groups].join("\n\n")}\n`;
}

const INTRODUCTION = `# Diagnostics {#sec-codes}

Everything that Colophon finds has a stable [code]{.index entry="diagnostics"} and a kind. An *error* keeps its edition from being published; a *warning* and an *information* do not. Levels may be set for a code and for a kind (@sec-levels). Here is what each of them means, how it comes about, and what to do. On the command line, \`colophon explain overfull\` says the same.`;

function codesOf(scope: Scope): Code[] {
  const codes = Object.keys(CODES) as Code[];
  return codes.filter((code) => CODES[code].scope === scope).sort();
}

function paragraphs(code: Code): string[] {
  const { severity, summary, kind } = CODES[code];
  const { cause, cure } = EXPLANATIONS[code];
  return [
    `*${SEVERITIES[severity]}, ${kind}.* ${escaped(summary)}`,
    `${escaped(cause)} **What to do:** ${escaped(cure)}`,
  ];
}

const SEVERITIES = { error: "Error", warning: "Warning", info: "Information" } as const;
