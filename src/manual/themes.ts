/** The chapter on the files of a theme: variables with the values of each theme, templates, helpers. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { THEMES } from "../load/editions/themes.js";
import { PACKAGE_ROOT } from "../runtime/package-root.js";
import { code, definitionList, escaped, generatedNote, table } from "./markdown.js";
import { TEMPLATE_WORDS, VARIABLE_WORDS } from "./theme-words.js";

export async function themesChapter(): Promise<string> {
  const note = generatedNote("`styles/` and `templates/`");
  return `${[note, INTRODUCTION, await variables(), await templates("print"), await templates("epub")].join("\n\n")}\n`;
}

const INTRODUCTION = `# Files of a Theme {#sec-theme-files}

What a theme is made of. How to change it is told in @sec-design.`;

async function variables(): Promise<string> {
  const base = await declarations("base/print/0-variables.css");
  const own = new Map<string, ReadonlyMap<string, string>>();
  for (const theme of THEMES) own.set(theme, await declarations(`${theme}/print.css`));
  const names = new Set([base, ...own.values()].flatMap((each) => [...each.keys()]));
  const rows = [...names].map((name) => {
    const values = THEMES.flatMap((theme) => {
      const value = own.get(theme)!.get(name);
      return value === undefined ? [] : [`${theme}: ${code(value)}`];
    });
    const usual = base.get(name);
    const all = [...(usual === undefined ? [] : [code(usual)]), ...values].join("; ");
    return {
      term: name,
      id: `variable-${name}`,
      entry: `${name} (variable)`,
      paragraphs: [`${escaped(wordsFor(name, VARIABLE_WORDS))} Default: ${all}.`],
    };
  });
  const intro =
    'Set under `variables:` in the publication file. They are CSS values, and a size may use others: `size-small: "calc(var(--size-text) * 0.9)"`. The default of a theme, where it has one, follows that of all.';
  return `## Variables {#sec-variables}\n\n${intro}\n\n${definitionList(rows)}`;
}

/** The custom properties that a style sheet sets on its first rule, in their order. */
async function declarations(path: string): Promise<ReadonlyMap<string, string>> {
  const css = await readFile(join(PACKAGE_ROOT, "styles", path), "utf8");
  const rule = /\nhtml \{\n([^}]*)\n\}/.exec(css)?.[1] ?? "";
  return new Map(
    [...rule.matchAll(/^ {2}--([a-z-]+): (.*);$/gm)].map(([, name = "", value = ""]) => [name, value]),
  );
}

async function templates(format: "print" | "epub"): Promise<string> {
  const folder = join(PACKAGE_ROOT, "templates/base", format);
  const names = [...(await filesIn(folder)), ...(await filesIn(join(folder, "partials"), "partials/"))];
  const rows = names.map((name) => [code(name), escaped(wordsFor(`${format}/${name}`, TEMPLATE_WORDS))]);
  const title = format === "print" ? "Templates for print" : "Templates for ebooks";
  const caption = `${title}, in \`templates/${format}/\` {#tbl-templates-${format}}`;
  return `## ${title}\n\n${table(["File", "What it makes"], rows, caption)}`;
}

async function filesIn(folder: string, prefix = ""): Promise<string[]> {
  const names = await readdir(folder);
  return names
    .filter((name) => name.endsWith(".hbs"))
    .sort()
    .map((name) => prefix + name);
}

/** @throws when there are none: what a user may change has to be explained. */
function wordsFor(name: string, words: Readonly<Record<string, string>>): string {
  const found = words[name];
  if (found === undefined) throw new Error(`src/manual/theme-words.ts does not explain “${name}”`);
  return found;
}
