/**
 * The languages of code that are highlighted: highlight.js's name for each, its other names,
 * and the languages that code in it may contain.
 *
 * What a language contains is loaded with it, always, so that the result never depends on what
 * was highlighted before.
 */
interface CodeLanguage {
  readonly aliases?: string;
  readonly contains?: readonly string[];
}

const LANGUAGES: Readonly<Record<string, CodeLanguage>> = {
  ada: {},
  applescript: { aliases: "osascript" },
  arduino: { aliases: "ino" },
  asciidoc: { aliases: "adoc", contains: ["xml"] },
  awk: {},
  bash: { aliases: "sh zsh" },
  basic: {},
  c: { aliases: "h" },
  clojure: { aliases: "clj edn" },
  cmake: {},
  coffeescript: { aliases: "coffee", contains: ["javascript"] },
  cpp: { aliases: "c++ cc cxx hpp h++" },
  csharp: { aliases: "cs c#" },
  css: {},
  d: {},
  dart: { contains: ["markdown"] },
  delphi: { aliases: "pascal pas" },
  diff: { aliases: "patch" },
  dockerfile: { aliases: "docker containerfile", contains: ["bash"] },
  dos: { aliases: "bat batch cmd" },
  ebnf: {},
  elixir: { aliases: "ex exs" },
  elm: {},
  erlang: { aliases: "erl" },
  fortran: { aliases: "f90 f95" },
  fsharp: { aliases: "fs f#" },
  go: { aliases: "golang" },
  gradle: {},
  graphql: { aliases: "gql" },
  groovy: {},
  handlebars: { aliases: "hbs", contains: ["xml"] },
  haskell: { aliases: "hs" },
  ini: { aliases: "toml" },
  java: {},
  javascript: { aliases: "js jsx mjs cjs", contains: ["css", "graphql", "xml"] },
  json: { aliases: "jsonc json5" },
  julia: { aliases: "jl" },
  kotlin: { aliases: "kt kts" },
  latex: { aliases: "tex" },
  less: {},
  lisp: {},
  llvm: {},
  lua: {},
  makefile: { aliases: "mk make" },
  markdown: { aliases: "md", contains: ["xml"] },
  mojolicious: { contains: ["perl", "xml"] },
  mathematica: { aliases: "mma wl" },
  matlab: {},
  nginx: {},
  nim: {},
  nix: { contains: ["markdown"] },
  objectivec: { aliases: "objc obj-c mm" },
  ocaml: { aliases: "ml" },
  perl: { aliases: "pl pm", contains: ["mojolicious"] },
  php: {},
  powershell: { aliases: "ps ps1 pwsh" },
  processing: { aliases: "pde" },
  prolog: {},
  properties: {},
  protobuf: { aliases: "proto" },
  python: { aliases: "py" },
  "python-repl": { aliases: "pycon", contains: ["python"] },
  r: {},
  ruby: { aliases: "rb" },
  rust: { aliases: "rs" },
  sas: {},
  scala: {},
  scheme: { aliases: "scm" },
  scss: { aliases: "sass" },
  shell: { aliases: "console shellsession sh-session", contains: ["bash"] },
  smalltalk: { aliases: "st" },
  sql: { aliases: "pgsql postgres postgresql mysql sqlite" },
  stata: {},
  swift: {},
  tcl: {},
  thrift: {},
  typescript: { aliases: "ts tsx mts cts", contains: ["css", "graphql", "xml"] },
  vbnet: { aliases: "vb" },
  verilog: { aliases: "v sv" },
  vhdl: {},
  vim: {},
  wasm: { aliases: "wat" },
  x86asm: { aliases: "asm nasm" },
  xml: { aliases: "html xhtml svg rss atom", contains: ["css", "javascript"] },
  yaml: { aliases: "yml", contains: ["ruby"] },
};

const NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries(LANGUAGES).flatMap(([name, { aliases = "" }]) =>
    [name, ...aliases.split(" ")].filter((each) => each !== "").map((each): [string, string] => [each, name]),
  ),
);

/** highlight.js's name for a language, if it is one that is highlighted. */
export function languageName(written: string): string | undefined {
  return NAMES.get(written.toLowerCase());
}

/** The names of a language and of all that code in it may contain. */
export function languageNames(name: string, found: Set<string> = new Set()): ReadonlySet<string> {
  if (found.has(name)) return found;
  found.add(name);
  for (const inner of LANGUAGES[name]?.contains ?? []) languageNames(inner, found);
  return found;
}
