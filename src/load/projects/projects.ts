/**
 * The kinds of projects: the first one that finds itself in a folder describes it. A new one is its file or folder
 * here, and a record below.
 *
 * What understands a kind is loaded when there is one: readers of Markdown and of settings take 50 ms to load.
 */
import type { Project } from "../description.js";
import { isText } from "../texts.js";
import { describedBy, ifFile, ifFolder } from "./described-by.js";
import { publicationYaml } from "./publication-yaml.js";
import { summaryMd } from "./summary/project.js";

const configs = (name: string) => ["js", "ts", "mjs", "mts", "cjs"].map((ending) => `${name}.${ending}`);
const settings = (name: string) => ["toml", "yaml", "yml", "json"].map((ending) => `${name}.${ending}`);
const unnamed = () => false;

/** Projects that files in them describe. */
export const PROJECTS: readonly [Project, ...Project[]] = [
  publicationYaml,
  summaryMd,
  {
    ...describedBy("_quarto.yml", "_quarto.yaml"),
    describer: async () => (await import("./quarto.js")).describe,
  },
  {
    ...describedBy("_bookdown.yml", "_bookdown.yaml", "index.Rmd", "index.rmd"),
    describer: async () => (await import("./bookdown.js")).describe,
  },
  {
    isDescribing: unnamed,
    // Beside it lies a `Book.txt`, which Leanpub has too.
    find: ifFile(["config/book.yml"], async (folder) => (await import("./softcover.js")).find(folder)),
    describer: async () => (await import("./softcover.js")).describe,
  },
  {
    ...describedBy("manuscript/Book.txt", "Book.txt"),
    describer: async () => (await import("./leanpub.js")).describe,
  },
  {
    ...describedBy("myst.yml", "_toc.yml"),
    describer: async () => (await import("./jupyter-book.js")).describe,
  },
  {
    ...describedBy("mkdocs.yml", "mkdocs.yaml"),
    describer: async () => (await import("./mkdocs.js")).describe,
  },
  {
    ...describedBy(...configs("docusaurus.config"), ...configs("website/docusaurus.config")),
    describer: async () => (await import("./docusaurus.js")).describe,
  },
  {
    ...describedBy(
      ...["", "docs/", "src/"].flatMap((place) =>
        [".vitepress/config", ".vitepress/config/index"].flatMap((name) => configs(place + name)),
      ),
    ),
    isDescribing: unnamed,
    describer: async () => (await import("./vitepress/project.js")).describe,
  },
  {
    isDescribing: unnamed,
    find: ifFolder(".obsidian", async (folder) => (await import("./obsidian.js")).find(folder)),
    describer: async () => (await import("./obsidian.js")).describe,
  },
  {
    ...describedBy(...["hugo", "config/_default/hugo"].flatMap(settings)),
    describer: async () => (await import("./hugo.js")).describe,
  },
  {
    isDescribing: unnamed,
    // Others have a `config.yaml` too.
    find: ifFolder("content", describedBy(...["config", "config/_default/config"].flatMap(settings)).find),
    describer: async () => (await import("./hugo.js")).describe,
  },
  {
    isDescribing: unnamed,
    find: async (folder) => (await import("./pandoc/project.js")).find(folder),
    describer: async () => (await import("./pandoc/project.js")).describe,
  },
  {
    isDescribing: (name) => name === "_sidebar.md",
    find: ifFile(["index.html", "docs/index.html"], async (folder) =>
      (await import("./docsify.js")).find(folder),
    ),
    describer: async () => (await import("./docsify.js")).describe,
  },
  {
    ...describedBy("_config.yml", "_config.yaml"),
    describer: async () => (await import("./jekyll/project.js")).describe,
  },
];

/** What is published when it is named, though nothing describes it. */
export const UNDESCRIBED = {
  file: {
    isDescribing: isText,
    find: async () => undefined,
    describer: async () => (await import("./one-file.js")).describe,
  },
  folder: {
    isDescribing: unnamed,
    find: async (folder) => (await import("./plain-folder.js")).find(folder),
    describer: async () => (await import("./plain-folder.js")).describe,
  },
} as const satisfies Readonly<Record<string, Project>>;
