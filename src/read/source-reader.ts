/**
 * A kind of source file: how a file of it becomes a manuscript.
 *
 * A reader prepares a text, with all that it has to ask for, and then parses it, in a thread or not. What is safe in
 * a tree and where each part of it comes from is the same for all: `source.ts` and `tree/`.
 */
import type { Report } from "../diagnostics/diagnostic.js";
import type { Folder } from "../input/folder.js";
import type { ProjectFiles } from "../input/project-files.js";
import type { Reader } from "../input/reader.js";
import type { Dialect } from "../model/dialect.js";
import type { MarkdownPlugin } from "../model/extensions.js";
import type { ManuscriptSource } from "../model/manuscript.js";
import type { TextSettings } from "../model/text-settings.js";
import type { ParsedFile } from "./parsed-file.js";

export interface SourceReader {
  /** Of the names of its files, with the point, in small letters. */
  readonly endings: readonly string[];
  /** `listed`: such files are texts only where a publication lists them, and settings or data everywhere else. */
  readonly counts?: "listed";
  /** The words of a file as Markdown, for who wants to know its title and its language. */
  glance(text: string): string;
  /** What a text says of itself at its top, where it has a form of its own for that and no front matter. */
  says?(text: string): OwnFacts;
  /**
   * Makes a text that can be parsed, and follows what leads to other files.
   *
   * @param file relative to the publication's folder.
   * @returns undefined, with the reason reported, when the file is none of its kind.
   */
  prepare(file: string, text: string, context: PrepareContext): Promise<PreparedText | undefined>;
  /** Loads the parser: it is large, and not needed when every file was parsed by an earlier build. */
  parser(): Promise<Parse>;
}

/** Facts in the words of Pandoc's front matter: `title`, `author`, `lang`. */
export interface OwnFacts {
  readonly values: Readonly<Record<string, string>>;
  /** The line that says each of them, from 1. */
  readonly lines: Readonly<Record<string, number>>;
  /** How its author says `lang`. */
  readonly languageKey: string;
}

export interface PrepareContext {
  readonly dialect: Dialect;
  readonly settings: TextSettings;
  readonly folder: Folder;
  /** Folder of the book's texts, relative to the publication's. */
  readonly content: string;
  readonly reader: Reader;
  /** Files by their names, for tools that find them like that. */
  readonly files: ProjectFiles;
  readonly report: Report;
}

/** A text that can be parsed, and where it comes from. */
export interface PreparedText extends Omit<ManuscriptSource, "file"> {
  /** Other files that are part of it now, relative to the publication's folder. */
  readonly inputs: readonly string[];
}

/**
 * Makes a tree of a text, and reads nothing but its arguments.
 *
 * @param plugins Users' own plugins of markdown-it.
 * @throws ExtensionError when one of them fails.
 */
export type Parse = (source: ManuscriptSource, plugins?: readonly MarkdownPlugin[]) => ParsedFile;
