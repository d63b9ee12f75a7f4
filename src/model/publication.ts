/**
 * The publication as its author described it: metadata, sections, editions.
 *
 * `load` makes it from `publication.yaml`; every later stage reads it and none changes it.
 */
import type { Levels, Strictness } from "../diagnostics/levels.js";
import type { Location } from "../diagnostics/location.js";
import type { AccessibilityClaims } from "./accessibility-claims.js";
import type { Dialect } from "./dialect.js";
import type { Revision } from "./issue.js";
import type { Metadata } from "./metadata.js";
import type { Provenance, Statement } from "./provenance.js";
import type { Matter, Role } from "./roles.js";
import type { ScriptList, ScriptPages } from "./script-pages.js";
import type { TextSettings } from "./text-settings.js";
import type { Trade } from "./trade.js";

export interface Publication {
  /** Name of the publication's folder; also the folder of its editions in the output. */
  readonly id: string;
  /** Absolute path of the publication's folder. Nothing outside of it is read but what `allow` names. */
  readonly root: string;
  /** Path of the publication file relative to `root`. */
  readonly file: string;
  /** Other files that describe it (`book.toml`), relative to `root`. */
  readonly settings?: readonly string[];
  /** The tool that its texts are written for. Default: `markdown`. */
  readonly dialect?: Dialect;
  /** How they are read. */
  readonly texts?: TextSettings;
  /** Real paths of folders and files outside of `root` that its texts may show and include. */
  readonly allow?: readonly string[];
  /** What it makes of diagnostics by their code. */
  readonly levels?: Levels;
  readonly strictness?: Strictness;
  /** SHA-256 of the publication file as it was read, by its path. */
  readonly digests?: ReadonlyMap<string, string>;
  readonly editions: readonly Edition[];
}

/** One section as listed in the publication file: one content document of the book. */
export interface SectionSpec {
  readonly role: Role;
  readonly matter: Matter;
  /** Source files in order, relative to the publication's folder; empty when a template makes the section. */
  readonly files: readonly string[];
  /** Files that are not there, as the publication file names them: a gap is shown in their place. */
  readonly missing?: readonly string[];
  /** The heading level at which each of several files begins. Default: 1, then 2. */
  readonly levels?: readonly number[];
  /** `headings`: each of the first headings in the file begins a section of its own. */
  readonly chapters?: "headings";
  /** Shown in the table of contents, running heads and bookmarks in place of the heading in the text. */
  readonly title?: string;
  /** BCP 47, when it is not the language of the edition. */
  readonly language?: string;
  /** How it was made, when the publication file says so. */
  readonly provenance?: Statement;
  /** The part the section belongs to, by its index in `Edition.parts`. */
  readonly part?: number;
  /** Where the publication file lists it. */
  readonly location: Location;
}

export interface PartSpec {
  readonly title: string;
  readonly location: Location;
}

/** Words by which `only` and `not` choose editions: names, formats, audiences. */
export interface EditionNames {
  /** Those that name this edition. */
  readonly own: readonly string[];
  /** Those that name any edition of the publication. */
  readonly known: readonly string[];
}

/** Where `{{ name }}` in texts stands for a variable. */
export type Placeholders = "none" | "text" | "text-and-code";

/** What every edition has, whatever its format. Overrides of the edition are already applied. */
interface EditionBase {
  readonly id: string;
  /** Name under which the publication file describes it, when `for-each` has made it. */
  readonly madeFrom?: string;
  /** What `only` and `not` may call it. Default: its id and its format. */
  readonly names?: EditionNames;
  /** Who gets it: a name, an address. */
  readonly recipient?: string;
  /** Files of sections that are for other editions only, relative to the publication's folder. */
  readonly leftOut?: readonly string[];
  /** Default: `none`. */
  readonly placeholders?: Placeholders;
  /** A theme of the program's or of the publication's own: with `themeFolders`, the one that they extend. */
  readonly theme: string;
  /** Absolute paths of themes that are packages or folders, each standing for those before it. */
  readonly themeFolders?: readonly string[];
  /** The publication's metadata with this edition's own values in place. */
  readonly metadata: Metadata;
  /** How it was made, as far as that is declared. */
  readonly provenance?: Provenance;
  /** What the book trade is told. */
  readonly trade?: Trade;
  readonly parts: readonly PartSpec[];
  readonly sections: readonly SectionSpec[];
  /** Folder that the files of sections are named from, relative to the publication's folder. */
  readonly content?: string;
  /** What it makes of diagnostics, before what the publication does. */
  readonly levels?: Levels;
  readonly strictness?: Strictness;
  /** Variables for templates and, by name, for the theme's custom properties. */
  readonly variables: Readonly<Record<string, string | number | boolean>>;
  /** How deep the table of contents goes, in heading levels. */
  readonly tocDepth: number;
  /** Path of the cover image relative to the publication's folder. */
  readonly cover?: string;
  /** How captions and equations are counted: `2.1` in each chapter, or through the book. Default: `through`. */
  readonly numbering?: CaptionNumbering;
  /** Down to which level headings have numbers: 2 for `2.1`, 3 for `2.1.3`. Default: 1, sections alone. */
  readonly headingNumbers?: number;
  /** Default: in the section `endnotes` when the edition has one, else as footnotes. */
  readonly notes?: NotePlacement;
  /** Files of the works that may be cited, relative to the publication's folder: BibTeX or CSL-JSON. */
  readonly bibliography?: readonly string[];
  /** How works are cited: a built-in style, or a CSL file relative to the publication's folder. */
  readonly citationStyle?: string;
  /** Files with the words of citations, for a language each (CSL locales), relative to the publication's folder. */
  readonly citationLocales?: readonly string[];
  /** Works that the bibliography lists though nothing cites them; `*` is all of them. */
  readonly uncited?: readonly UncitedWork[];
  /** Whether texts get the typography of their language. Default: `language`. */
  readonly typography?: "language" | "as-typed";
  /** Where words are divided, by language, in place of what its patterns say. */
  readonly hyphenation?: Hyphenations;
  /** What is listed behind each of its scripts, in this order. */
  readonly scriptLists?: readonly ScriptList[];
  /** What was issued of it, and how it shows what has changed since. Default: nothing was. */
  readonly revision?: Revision;
  /** The author's own words by their key (`language/words/`), in place of those of the language: `chapter`. */
  readonly words?: Readonly<Record<string, string>>;
  /** Where the publication file describes it. */
  readonly location: Location;
}

/** By language: a tag of BCP 47, which holds for longer ones too. */
export type Hyphenations = Readonly<Record<string, OwnHyphenation>>;

export interface OwnHyphenation {
  /** With a hyphen wherever a line may end; a word without any stays whole. */
  readonly words: readonly string[];
  /** How many letters of the other words stay together at their start, and at their end. */
  readonly before?: number;
  readonly after?: number;
}

export interface UncitedWork {
  readonly key: string;
  /** Where the publication file names it. */
  readonly location: Location;
}

export type CaptionNumbering = "chapter" | "through";

/** At the foot of the page, after each section, or in the section of the role `endnotes`. */
export type NotePlacement = "footnotes" | "side-notes" | "chapter-endnotes" | "book-endnotes";

export interface PdfEdition extends EditionBase {
  readonly format: "pdf";
  readonly trim: Trim;
  /** Around the page, in points. */
  readonly bleed: number;
  readonly engine: Engine;
  /** On which page chapters begin: a right one, or the next one. */
  readonly chapterStart: ChapterStart;
  /** Stands behind the text of every page, and is no part of it: whose copy it is. */
  readonly watermark?: string;
  /** How scripts stand on its pages, with a theme that is made for them. */
  readonly script?: ScriptPages;
}

/** What makes pages: a plan of all pages of a run, or Paged.js, one after another. */
export const ENGINES = ["plan", "pagedjs"] as const;

export type Engine = (typeof ENGINES)[number];

export type ChapterStart = "recto" | "next";

export interface EpubEdition extends EditionBase {
  readonly format: "epub";
  /** Id of the PDF edition whose page numbers it carries; without one it has no page list. */
  readonly pageSource?: string;
  /** Width in pixels above which images are made smaller. Default: they stay as they are. */
  readonly imageWidth?: number;
  /** Default: none, so the reader's own fonts show the text. */
  readonly embedFonts?: EmbeddedFonts;
  /** Whether its sentences are marked for Kobo's own reader. */
  readonly kepub?: boolean;
  /** Whether its fonts are obfuscated (EPUB 3.3, 4.2.6.3.2). */
  readonly obfuscate?: boolean;
  /** Default: `horizontal-tb`. */
  readonly writingMode?: WritingMode;
  /** Size of its pages, when they are pictures with text on them. Default: text flows. */
  readonly fixedLayout?: Trim;
  /** What its publisher says of its accessibility; everything else is counted. */
  readonly accessibility?: AccessibilityClaims;
}

/** How lines run (CSS Writing Modes 4, 3.1). */
export const WRITING_MODES = ["horizontal-tb", "vertical-rl", "vertical-lr"] as const;

export type WritingMode = (typeof WRITING_MODES)[number];

/** The theme's fonts go into the ebook cut down to the letters in use, or not at all. */
export type EmbeddedFonts = "none" | "subset";

/** Nothing but what every edition has: there is no look to choose. */
export interface TextEdition extends EditionBase {
  readonly format: "text";
}

export type Edition = PdfEdition | EpubEdition | TextEdition;

/** The size of a page after cutting, in CSS points (1/72 inch). */
export interface Trim {
  readonly width: number;
  readonly height: number;
}
