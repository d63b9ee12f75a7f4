/**
 * Turns one Markdown file into a tree of safe, well-formed HTML with footnotes apart.
 *
 * Text → tokens (markdown-it with the syntax of `syntax/`) → HTML with a map of places → tree →
 * steps on the tree. Pure: it reads nothing but its arguments.
 */
import { basename, extname } from "node:path";
import type { ElementContent, Root } from "hast";
import type { MarkdownIt, Token } from "markdown-it";
import type { Diagnostic, Report } from "../../diagnostics/diagnostic.js";
import { ExtensionError } from "../../extensions/fault.js";
import { DEFAULT_DIALECT, type Dialect } from "../../model/dialect.js";
import type { MarkdownPlugin } from "../../model/extensions.js";
import type { Manuscript, ManuscriptNote, ManuscriptSource } from "../../model/manuscript.js";
import type { ParsedFile } from "../parsed-file.js";
import { locate, readSource } from "../source.js";
import { provenanceSaid } from "../tree/front-matter-provenance.js";
import { addTitle } from "../tree/front-matter-title.js";
import { MOST_COLOURS } from "../tree/highlight.js";
import { finishTree } from "../tree/steps.js";
import { environment, type ParseContext } from "./context.js";
import { renderTokens } from "./html/render.js";
import { buildTree } from "./html/tree.js";
import { markdownParser, NO_PLUGINS } from "./syntax/markdown.js";
import { defaultsSaid } from "./syntax/quarto/cell-defaults.js";

/** Parses a file and keeps what is found in it with it. @throws ExtensionError when a plugin fails. */
export function parseFile(
  { file, text, ...options }: ManuscriptSource,
  plugins: readonly MarkdownPlugin[] = NO_PLUGINS,
): ParsedFile {
  const diagnostics: Diagnostic[] = [];
  const report = (each: Diagnostic) => void diagnostics.push(each);
  const { tree, notes, provenance } = parseMarkdown(file, text, report, { ...options, plugins });
  return { tree, notes: [...notes], ...(provenance === undefined ? {} : { provenance }), diagnostics };
}

interface ParseOptions extends Omit<ManuscriptSource, "file" | "text"> {
  /** Users' own plugins of markdown-it. */
  readonly plugins?: readonly MarkdownPlugin[];
}

/**
 * @param file Path relative to the publication's folder, for positions and diagnostics.
 * @param text The file's content, decoded.
 * @throws ExtensionError when a plugin fails.
 */
export function parseMarkdown(
  file: string,
  text: string,
  report: Report,
  { origins, dialect = DEFAULT_DIALECT, macros = {}, cells = {}, plugins = NO_PLUGINS }: ParseOptions = {},
): Manuscript {
  const source = readSource(file, text, report, origins);
  const colours = { left: MOST_COLOURS };
  const said = { ...cells, ...defaultsSaid(text) };
  const context: ParseContext = { source, report, macros, cells: said, notes: [], firstLine: 0, colours };
  const parser = markdownParser(dialect, plugins);
  const provenance = provenanceSaid(file, text, report);
  const parse = () => ({
    ...parseWith(parser, context, dialect),
    ...(provenance === undefined ? {} : { provenance }),
  });
  if (plugins.length === 0) return parse();
  try {
    return parse();
  } catch (error) {
    // Without plugins every text can be parsed.
    throw new ExtensionError("Markdown plugins", error, ` on \`${file}\``);
  }
}

function parseWith(parser: MarkdownIt, context: ParseContext, dialect: Dialect): Manuscript {
  const { file } = context.source;
  const tokens = parser.parse(context.source.text, environment(context));
  const tree = toTree(parser, tokens, context);
  addTitle(tree, context, {
    // The name of a note is its title in Obsidian.
    otherwise: dialect === "obsidian" ? basename(file, extname(file)) : undefined,
    // Values of front matter are Markdown to Pandoc.
    read: dialect === "quarto" ? (title) => lineOf(parser, title, context) : undefined,
  });
  const notes = new Map<string, ManuscriptNote>();
  for (const { label, start, tokens } of context.notes) {
    const children = toTree(parser, tokens, context).children as ElementContent[];
    notes.set(label, { children, location: locate(context.source, start) });
  }
  return { file, tree, notes };
}

/** Markdown of one line. */
function lineOf(parser: MarkdownIt, text: string, context: ParseContext): ElementContent[] {
  return toTree(parser, parser.parseInline(text, environment(context)), context).children as ElementContent[];
}

function toTree(parser: MarkdownIt, tokens: Token[], context: ParseContext): Root {
  const tree = buildTree(renderTokens(parser, tokens, context), context.source);
  finishTree(tree, context);
  return tree;
}
