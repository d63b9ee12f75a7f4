/** What a notebook of Jupyter holds, as far as a book shows it (https://nbformat.readthedocs.io/en/latest/format_description.html). */

export interface Notebook {
  /** Language of its code: `python`. */
  readonly language: string;
  readonly cells: readonly Cell[];
}

export interface Cell {
  readonly kind: "markdown" | "code" | "raw";
  readonly lines: readonly string[];
  /** Pictures that its text names as `attachment:name`: their data by media type, by name. */
  readonly attachments: Readonly<Record<string, Bundle>>;
  readonly outputs: readonly Output[];
  /** What Jupyter Book hides by. */
  readonly tags: readonly string[];
  /** Media type of a raw cell. */
  readonly format: string;
}

/** One content in several forms, by media type. */
export type Bundle = Readonly<Record<string, string>>;

export type Output =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "data"; readonly data: Bundle };

type Values = Readonly<Record<string, unknown>>;

/** @returns the reason when it is none. */
export function readNotebook(text: string): Notebook | { readonly reason: string; readonly line: number } {
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    return { reason: "it is not valid JSON", line: faultLine(text, String(error)) };
  }
  const { cells, worksheets, metadata } = valuesOf(data);
  // Before version 4 cells were in a worksheet.
  const [sheet] = listOf(worksheets);
  const found = Array.isArray(cells) ? cells : valuesOf(sheet).cells;
  if (!Array.isArray(found)) return { reason: "it has no cells", line: 1 };
  const { language_info: info, kernelspec } = valuesOf(metadata);
  const language = textOf(valuesOf(info).name) || textOf(valuesOf(kernelspec).language) || "python";
  return { language: language.toLowerCase(), cells: found.map((cell) => cellOf(valuesOf(cell))) };
}

/** Where the text ends, or has the marks of a conflict, or where the engine says; not every one does. */
function faultLine(text: string, error: string): number {
  const marks = text.search(/^(?:<{7}|={7}|>{7})/m);
  const said = Number(/position (\d+)/.exec(error)?.[1] ?? 0);
  const at = /end of JSON/.test(error) ? text.trimEnd().length : said;
  return text.slice(0, marks >= 0 ? marks : at).split("\n").length;
}

function cellOf(cell: Values): Cell {
  const { cell_type: type, metadata, attachments } = cell;
  const { tags, raw_mimetype: mime, format, jupyter } = valuesOf(metadata);
  const isHidden = valuesOf(jupyter).source_hidden === true;
  return {
    kind: type === "code" ? "code" : type === "raw" ? "raw" : "markdown",
    lines: textOf(cell.source ?? cell.input).split(/\r\n?|\n/),
    attachments: Object.fromEntries(
      Object.entries(valuesOf(attachments)).map(([name, bundle]) => [name, bundleOf(bundle)]),
    ),
    outputs: listOf(cell.outputs).flatMap((output) => outputOf(valuesOf(output))),
    tags: [...listOf(tags).map(String), ...(isHidden ? ["hide-input"] : [])],
    format: textOf(mime ?? format),
  };
}

function outputOf(output: Values): Output[] {
  if (output.output_type === "stream") return [{ kind: "text", text: plain(textOf(output.text)) }];
  if (output.output_type === "error" || output.output_type === "pyerr") {
    const trace = listOf(output.traceback).map(textOf).join("\n");
    return [{ kind: "text", text: plain(trace || `${textOf(output.ename)}: ${textOf(output.evalue)}`) }];
  }
  const data = bundleOf(output.data ?? output);
  return Object.keys(data).length === 0 ? [] : [{ kind: "data", data }];
}

/** Without the codes by which a terminal colours it (ECMA-48). */
function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return text.replace(/\u001B\[[\d;?]*[A-Za-z]/g, "");
}

function bundleOf(value: unknown): Bundle {
  const entries = Object.entries(valuesOf(value)).filter(([type]) => type.includes("/"));
  return Object.fromEntries(entries.map(([type, content]) => [type, textOf(content)]));
}

/** Texts may be lists of lines. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join("");
  return typeof value === "string" ? value : "";
}

function valuesOf(value: unknown): Values {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Values) : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
