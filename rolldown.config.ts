/**
 * Makes a few files of the program's modules: most of the time of a short command would go into finding
 * and reading some hundreds of them.
 *
 * Packages under `dependencies` are imported when the program runs, but for those of `BUNDLED`. These and the
 * ones under `devDependencies` become part of it, and so do their licences.
 */
import { readdirSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { defineConfig, type Plugin } from "rolldown";

const manifest = JSON.parse(readFileSync("package.json", "utf8"));
/** Dependencies that become part of the program all the same. */
const BUNDLED = [
  // Its `Printer` comes with another puppeteer: in here it takes ours.
  "pagedjs-cli",
  "puppeteer",
  // Every ebook needs these: they are some three hundred files, which take as long to load as a book to compose.
  "epub-gen-memory",
  "handlebars",
  "jszip",
  "markdown-it",
];
const imported = Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies }).filter(
  (name) => !BUNDLED.includes(name),
);
const isImported = (id: string) =>
  NEVER_ASKED.includes(id) || imported.some((name) => id === name || id.startsWith(`${name}/`));

/** What `Printer` of pagedjs-cli imports, by the packages of the same interface that the program has anyway. */
const OURS = {
  // `puppeteer` brings a browser of its own. This entry of `puppeteer-core` connects to one that runs, as we do.
  puppeteer: "puppeteer-core/internal/puppeteer-core-browser.js",
  // The fork that is maintained. Both would take 40 ms more to load.
  "pdf-lib": "@cantoo/pdf-lib",
};
/** Imported by puppeteer only when it is asked to look for an installed browser: we never ask. */
const NEVER_ASKED = ["@puppeteer/browsers"];
const PDFJS = "pdfjs-dist/legacy/build";

const dir = "dist/lib";

export default defineConfig([
  {
    input: {
      cli: "src/cli.ts",
      index: "src/index.ts",
      "check-thread": "src/check/check-thread.ts",
      "epubcheck-thread": "src/formats/epub/check/epubcheck-thread.ts",
      "graphviz-thread": "src/diagrams/graphviz/graphviz-thread.ts",
      "parse-thread": "src/read/parse-thread.ts",
      "write-schema": "src/manual/write-schemas.ts",
      "write-reference": "src/manual/write-reference.ts",
    },
    platform: "node",
    external: isImported,
    resolve: { alias: OURS },
    plugins: [withoutDownloads(), licences("licences.txt")],
    output: { dir, cleanDir: true },
  },
  {
    // The page and the thread in which pdf.js reads files. Its smaller build is for browsers that are a few years old.
    input: { "preview-client": "src/preview/client/main.ts", "pdf-worker": `${PDFJS}/pdf.worker.min.mjs` },
    platform: "browser",
    resolve: { alias: { [`${PDFJS}/pdf.mjs`]: `${PDFJS}/pdf.min.mjs` } },
    plugins: [licences("preview-licences.txt")],
    output: { dir, minify: true },
  },
]);

/**
 * epub-gen-memory has lighter modules for browsers, without a client for HTTP, a parser for HTML and a
 * checker of its options, and says which they stand for: we give it finished files.
 */
function withoutDownloads(): Plugin {
  const name = "epub-gen-memory";
  const folder = realpathSync(join("node_modules", name));
  const { browser } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    readonly browser: Readonly<Record<string, string>>;
  };
  const replaced = new Map(
    Object.entries(browser).map((pair) => pair.map((path) => join(folder, path)) as [string, string]),
  );
  return {
    name: "without-downloads",
    async resolveId(source, importer) {
      if (!importer?.includes(name)) return null;
      const found = await this.resolve(source, importer, { skipSelf: true });
      return found && (replaced.get(found.id) ?? null);
    },
  };
}

/** Writes the licences of all packages that became part of the program into one file. */
function licences(fileName: string): Plugin {
  return {
    name: "licences",
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap((file) => (file.type === "chunk" ? file.moduleIds : []));
      const folders = new Set(modules.flatMap((id) => PACKAGE_FOLDER.exec(id)?.[0] ?? []));
      this.emitFile({ type: "asset", fileName, source: [...folders].sort().map(licenceOf).join("\n") });
    },
  };
}

const PACKAGE_FOLDER = /^[^\0].*[/\\]node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\]+/;

function licenceOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const texts = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|notice|copying)/i.test(file))
    .map((file) => readFileSync(join(folder, file), "utf8").trim());
  return [`## ${name} ${version} (${license})`, ...texts, ""].join("\n\n");
}
