/** `{{< include _part.qmd >}}` of Quarto and the files of its diagrams, `//| file: tide.dot`, and ```` ```{r child="part.Rmd"} ```` of knitr, whose own code is nothing. */
import { ALL_LINES, type IncludeDirective, type IncludeSyntax } from "./syntax.js";

const INCLUDE = /(?<!\{)\{\{<\s*include\s+(?:"([^"\n]+)"|'([^'\n]+)'|([^\s<>"']+))\s*>\}\}(?!\})/g;
const DIAGRAM = /^[ \t]*(?:%%|\/\/)\|[ \t]*file:[ \t]*["']?([^"'\n]+?\.(?:dot|gv|mmd|mermaid))["']?[ \t]*$/;
const CHILD = /^[ \t]*`{3,}[ \t]*\{\s*r\b[^}\n]*\bchild\s*=\s*(?:c\(\s*)?["']([^"'\n]+)["'][^\n`]*\}[ \t]*$/;

const whole = (index: number, text: string, path: string): IncludeDirective => ({
  index,
  whole: text,
  path,
  partName: "",
  select: ALL_LINES,
});

export const quartoIncludes: IncludeSyntax = {
  marks: ["{{<", "| file:"],
  find(line) {
    const [option, file] = DIAGRAM.exec(line) ?? [];
    if (option !== undefined && file !== undefined)
      return [{ ...whole(0, option, file), mayBeExample: true }];
    return [...line.matchAll(INCLUDE)].map(({ 0: text, 1: double, 2: single, 3: bare, index }) => ({
      ...whole(index, text, (double ?? single ?? bare)!),
      mayBeExample: true,
    }));
  },
};

/** The fences stay, with nothing between them: such a chunk says nothing itself. */
export const knitrChildren: IncludeSyntax = {
  marks: ["child"],
  find(line) {
    const [text, path] = CHILD.exec(line) ?? [];
    if (text === undefined || path === undefined) return [];
    return [{ ...whole(0, text, path), mayBeExample: true, frame: ["", "\n```{r, include=FALSE}"] }];
  },
};
