/**
 * What users add with code of their own. It comes from the caller of the library or from a
 * configuration file that the user runs, never from a publication: manuscripts are not trusted.
 */
import type { MarkdownIt } from "markdown-it";

export interface Extensions {
  /**
   * Names what the functions below do, and is changed when they change. Functions cannot be compared,
   * so without it no finished edition is kept from build to build.
   */
  readonly version?: string;
  /** Plugins of markdown-it, used after Colophon's own. */
  readonly markdown?: readonly MarkdownPlugin[];
  /** Helpers for the Handlebars templates of themes and publications, by name. */
  readonly helpers?: Readonly<Record<string, TemplateHelper>>;
  /** Scripts that register handlers with Paged.js, in this order. */
  readonly pagedHandlers?: readonly PagedHandlerSource[];
  /** Folders of themes by the name that a publication calls them by. */
  readonly themes?: Readonly<Record<string, string>>;
}

/** A plugin, or a plugin with the options for it. */
export type MarkdownPlugin = PluginFunction | readonly [plugin: PluginFunction, ...options: unknown[]];

// Parameters of plugins are their own business: `never` lets every function in, and no call through.
export type PluginFunction = (md: MarkdownIt, ...options: never[]) => void;

/** As Handlebars calls it: the arguments in the template, then its options. */
export type TemplateHelper = (...parts: never[]) => unknown;

/** The path or URL of a script, or its text with a name for messages. */
export type PagedHandlerSource = string | URL | { readonly name: string; readonly source: string };

/** Extensions that have been checked, with their files read. */
export interface OpenExtensions {
  readonly markdown: readonly MarkdownPlugin[];
  readonly helpers: Readonly<Record<string, TemplateHelper>>;
  readonly handlers: readonly { readonly name: string; readonly source: string }[];
  /** Absolute paths by name. */
  readonly themes: ReadonlyMap<string, string>;
  /** What cached results depend on; undefined when it cannot be told. */
  readonly identity: string | undefined;
}

export const NO_EXTENSIONS: OpenExtensions = {
  markdown: [],
  helpers: {},
  handlers: [],
  themes: new Map(),
  identity: "",
};
