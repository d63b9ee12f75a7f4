/**
 * How well lines are set, by a referee that reads the finished PDF: spaces, hyphens, letters.
 *
 *     node tests/bench/lines.mjs --classics <folder> --referee <measure.py> [--out <folder>] [--lualatex]
 *
 * The texts are prose of the folder (`Pride and Prejudice.md`, `Dracula.md`: Markdown of Project Gutenberg's books) and
 * the French report of the samples, all in EB Garamond 10.5/13.5 pt. With `--lualatex` the same words are set by LuaLaTeX
 * with microtype beside it, where that is installed.
 */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    classics: { type: "string" },
    referee: { type: "string" },
    out: { type: "string", default: "/tmp/colophon-lines" },
    program: { type: "string", default: resolve(import.meta.dirname, "../../dist/lib/cli.js") },
    lualatex: { type: "boolean", default: false },
  },
});

const SIZE = 10.5;
const LEADING = 13.5;
/** Points for so many letters of a line, on average. */
const MEASURES = { 68: 282.6, 46: 195, 70: 290 };

const texts = {
  english: () => chapters("Pride and Prejudice.md", "Chapter", 20),
  novel: () => chapters("Dracula.md", "CHAPTER", 99),
};

const editions = [
  { name: "english-68", text: "english", letters: 68 },
  { name: "english-46", text: "english", letters: 46 },
  { name: "novel-68", text: "novel", letters: 68 },
];

rmSync(values.out, { recursive: true, force: true });
mkdirSync(values.out, { recursive: true });
const files = [...Object.keys(texts).flatMap(buildText), buildReport()];
if (values.lualatex) files.push(...editions.map(setByTex));
process.stdout.write(
  execFileSync("python3", [values.referee, ...files, "--natural", "0.2", "--table"], { encoding: "utf8" }),
);

/** The chapters of a book, with straight quotes and all. */
function chapters(file, word, last) {
  const text = readFileSync(join(values.classics, file), "utf8");
  const end = text.indexOf(`## ${word} ${last + 1}\n`);
  return text.slice(text.indexOf(`## ${word} 1\n`), end < 0 ? undefined : end).replaceAll(/^## /gm, "# ");
}

function variablesOf(letters) {
  return { "size-text": `${SIZE}pt`, leading: `${LEADING}pt`, measure: `${MEASURES[letters]}pt` };
}

function buildText(text) {
  const folder = join(values.out, text);
  mkdirSync(folder);
  writeFileSync(join(folder, "text.md"), texts[text]());
  const own = editions.filter((each) => each.text === text);
  const described = own.map(({ name, letters }) => [
    name,
    { format: "pdf", theme: "novel", trim: "150mm 220mm", variables: variablesOf(letters) },
  ]);
  const publication = { title: text, language: "en", content: ".", bodymatter: [{ file: "text.md" }] };
  writeFileSync(
    join(folder, "publication.yaml"),
    JSON.stringify({ ...publication, editions: Object.fromEntries(described) }),
  );
  build(folder);
  return own.map(({ name }) => join(folder, "published", text, `${name}.pdf`));
}

/** The sample of the magazine, as it is but for its size, its measure and its theme. */
function buildReport() {
  const folder = join(values.out, "report");
  cpSync(resolve(import.meta.dirname, "../../content/le-son-et-la-machine"), folder, { recursive: true });
  const file = join(folder, "publication.yaml");
  const variables = JSON.stringify(variablesOf(70));
  const text = readFileSync(file, "utf8");
  const edition = `  french-70: { format: pdf, theme: novel, trim: 150mm 220mm, variables: ${variables} }\n`;
  writeFileSync(file, `${text.slice(0, text.indexOf("\neditions:"))}\neditions:\n${edition}`);
  build(folder);
  return join(folder, "published", "report", "french-70.pdf");
}

function build(folder) {
  execFileSync(process.execPath, [values.program, "build", folder, "--out", join(folder, "published")], {
    stdio: ["ignore", "ignore", "inherit"],
  });
}

/** The same words by LuaLaTeX, with the face of the theme. */
function setByTex({ name, text, letters }) {
  const folder = join(values.out, "tex");
  mkdirSync(folder, { recursive: true });
  const face = resolve(import.meta.dirname, "../../node_modules/@fontsource/eb-garamond/files");
  writeFileSync(join(folder, `${name}.tex`), texSource(texts[text](), letters, face));
  execFileSync("lualatex", ["-interaction=batchmode", `${name}.tex`], { cwd: folder, stdio: "ignore" });
  return join(folder, `${name}.pdf`);
}

function texSource(text, letters) {
  const body = text
    .replace(/\*+/g, "")
    .replace(/"(?=\S)/g, "“")
    .replace(/"/g, "”")
    .replace(/'/g, "’")
    .replace(/[\\{}$&#%_^~]/g, (sign) => (sign === "#" ? "#" : `\\${sign}`))
    .replace(/^# (.*)$/gm, "\\section*{$1}");
  return String.raw`\documentclass[10pt]{article}
\usepackage[english]{babel}
\usepackage[paperwidth=150mm,paperheight=220mm,textwidth=${MEASURES[letters]}pt,textheight=170mm]{geometry}
\usepackage{fontspec}
\setmainfont{EBGaramond-Regular.ttf}[Path=./]
\usepackage{microtype}
\setlength{\parindent}{1.35em}
\AtBeginDocument{\fontsize{${SIZE}bp}{${LEADING}bp}\selectfont}
\begin{document}
${body}
\end{document}
`;
}
