/**
 * What is said of code that knitr, Jupyter and Quarto run: in the braces behind a fence,
 * ```` ```{r tide, echo=FALSE, fig.cap="Low water"} ````, and in lines `#| fig-cap: Low water` above the code.
 */
import { parse } from "yaml";

export interface Chunk {
  /** `r`, `python`. */
  readonly engine: string;
  /** By their names in Quarto: `fig-cap` for `fig.cap`; the items of a list also each for itself, `fig-cap 1`. */
  readonly options: ReadonlyMap<string, string>;
  /** The code without the lines of its options. */
  readonly code: string;
  /** How many lines that were. */
  readonly skipped: number;
}

const INFO = /^\{\s*([A-Za-z][\w+-]*)\s*(?:[\s,]([\s\S]*))?\}$/;
const OPTION_LINE = /^[ \t]*(?:#|\/\/|--|%%|%|;|')\|[ \t]?(.*)$/;

export function readChunk(info: string, content: string): Chunk | undefined {
  const [, engine, header = ""] = INFO.exec(info.trim()) ?? [];
  if (engine === undefined) return undefined;
  const lines = content.split("\n");
  const { options, skipped } = optionsAbove(lines);
  return {
    engine: engine.toLowerCase(),
    options: new Map([...headerOptions(header), ...options]),
    code: lines.slice(skipped).join("\n"),
    skipped,
  };
}

/** What the first lines of code say, `#| echo: false`, and how many they are. */
export function optionsAbove(lines: readonly string[]): Pick<Chunk, "options" | "skipped"> {
  const first = lines.findIndex((line) => !OPTION_LINE.test(line));
  const skipped = first < 0 ? lines.length : first;
  const said = lines.slice(0, skipped).map((line) => OPTION_LINE.exec(line)![1]!);
  return { options: new Map(lineOptions(said)), skipped };
}

/** `tide, echo=FALSE, fig.cap="Low, very low"`. */
function headerOptions(header: string): (readonly [string, string])[] {
  return splitOptions(header).flatMap((part, index): (readonly [string, string])[] => {
    const [, name, value] = /^([\w.-]+)\s*=\s*([\s\S]*)$/.exec(part) ?? [];
    if (name !== undefined) return entriesOf(nameOf(name), vectorOf(value!) ?? meaningOf(value!));
    return index === 0 && /^[\w ./:-]+$/.test(part) ? [["label", part]] : [];
  });
}

/** At commas that stand in no quotes and brackets. */
function splitOptions(header: string): string[] {
  const parts: string[] = [];
  let part = "";
  let depth = 0;
  for (const [piece] of header.matchAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[\s\S]/g)) {
    if (/^[([{]$/.test(piece)) depth++;
    else if (/^[)\]}]$/.test(piece)) depth--;
    if (piece === "," && depth === 0) {
      parts.push(part);
      part = "";
    } else part += piece;
  }
  return [...parts, part].map((each) => each.trim()).filter((each) => each !== "");
}

function lineOptions(lines: readonly string[]): (readonly [string, string])[] {
  if (lines.length === 0) return [];
  const read = parsed(lines.join("\n"));
  if (typeof read !== "object" || read === null || Array.isArray(read)) {
    return lines.flatMap((line) => {
      const [, name, value] = /^([\w.-]+)\s*:\s+(.*)$/.exec(line) ?? [];
      return name === undefined ? headerOptions(line) : [[nameOf(name), meaningOf(value!.trim())]];
    });
  }
  return Object.entries(read).flatMap(([name, value]) => entriesOf(nameOf(name), value));
}

function entriesOf(name: string, value: unknown): (readonly [string, string])[] {
  if (!Array.isArray(value)) return [[name, String(value)]];
  // Rows of rows are no words.
  if (value.some(Array.isArray)) return [[name, JSON.stringify(value)]];
  const items = value.map((item, index) => [`${name} ${index + 1}`, String(item)] as const);
  return [[name, value.map(String).join("; ")], ...items];
}

/** The texts of `c("Ebb", "Flood")` of R. */
function vectorOf(value: string): readonly string[] | undefined {
  if (!/^c\(\s*["']/.test(value)) return undefined;
  return [...value.matchAll(/"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'/g)].map(([quoted]) => meaningOf(quoted));
}

/** Undefined for what is no YAML: knitr also has `#| fig.cap = "…"`, and a caption may have a colon. */
function parsed(text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 10, logLevel: "silent" });
  } catch {
    return undefined;
  }
}

function nameOf(name: string): string {
  return name.replaceAll(".", "-").replaceAll("_", "-").toLowerCase();
}

function meaningOf(value: string): string {
  const quoted = /^(["'])([\s\S]*)\1$/.exec(value)?.[2];
  if (quoted !== undefined) return quoted.replace(/\\\\/g, "\\").replace(/\\(["'])/g, "$1");
  return /^(?:FALSE|F)$/.test(value) ? "false" : /^(?:TRUE|T)$/.test(value) ? "true" : value;
}
