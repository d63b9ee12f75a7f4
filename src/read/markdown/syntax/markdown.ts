/**
 * The Markdown that Colophon reads: CommonMark and GitHub's tables and strikethrough by
 * markdown-it, and the list of what is added to them.
 */
import createMarkdownIt, { type MarkdownIt } from "markdown-it";
import sub from "markdown-it-sub";
import sup from "markdown-it-sup";
import { ExtensionError } from "../../../extensions/fault.js";
import { blankDestination } from "../../../model/blank-destination.js";
import type { Dialect } from "../../../model/dialect.js";
import type { MarkdownPlugin } from "../../../model/extensions.js";
import { abbreviation } from "./abbreviation.js";
import { bareAddress } from "./bare-address.js";
import { blockAttributes } from "./block-attributes.js";
import { blockLimit } from "./block-limit.js";
import { bookdownReference } from "./bookdown/reference.js";
import { textReference } from "./bookdown/text-reference.js";
import { bracketedSpan } from "./bracketed-span.js";
import { admonish } from "./callout/admonish.js";
import { alert } from "./callout/alert.js";
import { indentedCallout } from "./callout/indented.js";
import { citation } from "./citation.js";
import { annotations } from "./code/annotations/annotations.js";
import { contentsMark } from "./contents-mark.js";
import { darkMode } from "./dark-mode.js";
import { definitionList } from "./definition-list.js";
import { depthLimit } from "./depth-limit.js";
import { DIALECT_SYNTAX } from "./dialects.js";
import { emoji } from "./emoji/emoji.js";
import { emphasisBesideIdeographs } from "./emphasis-beside-ideographs.js";
import { fencedDiv } from "./fenced-div.js";
import { figure } from "./figure.js";
import { footnote } from "./footnote.js";
import { inlineAttributes } from "./inline-attributes.js";
import { lineBlock } from "./line-block.js";
import { listing } from "./listing.js";
import { fancyList } from "./lists/fancy-list.js";
import { markdownInHtml } from "./markdown-in-html.js";
import { math } from "./math/math.js";
import { placeholder } from "./placeholder.js";
import { positions } from "./positions.js";
import { chunkFence } from "./quarto/chunk-fence.js";
import { chunks } from "./quarto/chunks.js";
import { quartoDivs } from "./quarto/divs.js";
import { inlineCode } from "./quarto/inline-code.js";
import { marginNote } from "./quarto/margin-note.js";
import { shortcodes } from "./quarto/shortcodes.js";
import { rawAttribute } from "./raw/raw-attribute.js";
import { ruby } from "./ruby.js";
import { sizedImage } from "./sized-image.js";
import { tableCaption } from "./tables/caption.js";
import { tableCells } from "./tables/cells.js";
import { drawnTables } from "./tables/drawn-tables.js";
import { emptyHead } from "./tables/empty-head.js";
import { tableWidths } from "./tables/widths.js";
import { indentedTab } from "./tabs/indented.js";
import { taskList } from "./task-list.js";
import { texBlocks } from "./tex/blocks.js";
import { texInline } from "./tex/inline.js";
import { macroDefinitions } from "./tex/macros.js";
import { pageBreak } from "./tex/page-break.js";
import { verseIndents } from "./verse-indents.js";

type Plugin = (md: MarkdownIt) => void;

/** Places of tokens and limits, on which all else rests. */
const GROUND: readonly Plugin[] = [positions, depthLimit, blockLimit, blankDestination];

/** What is said of blocks, words and code in braces and brackets beside them. */
const ATTRIBUTES: readonly Plugin[] = [
  contentsMark,
  blockAttributes,
  inlineAttributes,
  listing,
  rawAttribute,
];

/** Code that other tools run, and the divs and shortcodes of Quarto. */
const QUARTO: readonly Plugin[] = [chunkFence, chunks, quartoDivs, annotations, shortcodes, inlineCode];

/** Tables, and verse, whose lines begin like theirs. */
const TABLES: readonly Plugin[] = [tableCells, drawnTables, lineBlock, tableCaption, tableWidths, emptyHead];

/** Blocks around blocks. */
const CONTAINERS: readonly Plugin[] = [
  markdownInHtml,
  fencedDiv,
  verseIndents,
  alert,
  indentedCallout,
  admonish,
  indentedTab,
];

const LISTS: readonly Plugin[] = [fancyList, definitionList, taskList];

/** LaTeX in the text, what bookdown writes like it, and formulas. */
const TEX: readonly Plugin[] = [
  pageBreak,
  macroDefinitions,
  texBlocks,
  texInline,
  bookdownReference,
  textReference,
  math,
];

const PICTURES_AND_NOTES: readonly Plugin[] = [sizedImage, darkMode, figure, footnote, marginNote];

/** What stands in a line. */
const WORDS: readonly Plugin[] = [
  bracketedSpan,
  placeholder,
  emoji,
  citation,
  emphasisBesideIdeographs,
  sub,
  sup,
  bareAddress,
  abbreviation,
  ruby,
];

/**
 * What all texts are read with. In this order: a later plugin may name the rules of an earlier one, and of
 * two that put a rule before the same other one the earlier comes first.
 */
const SYNTAX: readonly Plugin[] = [
  GROUND,
  ATTRIBUTES,
  QUARTO,
  TABLES,
  CONTAINERS,
  LISTS,
  TEX,
  PICTURES_AND_NOTES,
  WORDS,
].flat();

export const NO_PLUGINS: readonly MarkdownPlugin[] = [];

const parsers = new WeakMap<readonly MarkdownPlugin[], Map<Dialect, MarkdownIt>>();

/**
 * The parser of a dialect, made at first use; what belongs to one file travels in its environment.
 *
 * @param plugins users' own, after Colophon's: they may change everything that is there.
 */
export function markdownParser(
  dialect: Dialect,
  plugins: readonly MarkdownPlugin[] = NO_PLUGINS,
): MarkdownIt {
  const made = parsers.get(plugins) ?? new Map<Dialect, MarkdownIt>();
  parsers.set(plugins, made);
  const parser = made.get(dialect) ?? makeParser(dialect, plugins);
  made.set(dialect, parser);
  return parser;
}

function makeParser(dialect: Dialect, plugins: readonly MarkdownPlugin[]): MarkdownIt {
  const parser = new createMarkdownIt({ html: true, linkify: false, typographer: false });
  // Addresses are judged once, in the tree, where a bad one can be named with its place.
  parser.validateLink = () => true;
  for (const plugin of [...SYNTAX, ...(DIALECT_SYNTAX[dialect] ?? [])]) parser.use(plugin);
  for (const each of plugins) {
    const [plugin, ...options] = typeof each === "function" ? [each] : each;
    try {
      (plugin as (md: MarkdownIt, ...options: unknown[]) => void)(parser, ...options);
    } catch (error) {
      throw new ExtensionError(`Markdown plugin \`${plugin.name || "without a name"}\``, error);
    }
  }
  return parser;
}
