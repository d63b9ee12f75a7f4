/** `colophon themes`: which themes there are and what each is for; a gallery that shows them. */
import { join } from "node:path";
import { Argument, type Command } from "commander";
import { THEMES, type Theme, themeDefaults, themePurpose } from "../load/editions/themes.js";
import { type Colors, colorsFor } from "../report/context.js";
import { padded } from "../report/terminal-text.js";
import { PACKAGE_ROOT } from "../runtime/package-root.js";
import { runBuild } from "./build.js";
import type { CliContext } from "./context.js";
import { EXIT, EXIT_HELP } from "./exit-codes.js";

/** A small book with every kind of content, with editions for each theme: its name, and its name with `-ebook`. */
const SPECIMEN = join(PACKAGE_ROOT, "assets/specimen");

const HELP = `
A theme is named in publication.yaml: theme: scholarly. With --gallery, a small book with every kind of
content is published in each theme, or in those named, as PDF and EPUB: <dir>/specimen/scholarly.pdf.

Examples:
  colophon themes
  colophon themes --gallery gallery
  colophon themes report scholarly --gallery /tmp/two
${EXIT_HELP}`;

interface ThemesOptions {
  readonly gallery?: string;
  readonly json?: true;
}

/** Adds the command. */
export function addThemesCommand(program: Command, context: CliContext, done: (code: number) => void): void {
  program
    .command("themes")
    .description("list the themes, or show what they look like")
    .addArgument(new Argument("[theme...]", "names of themes (default: all)").choices(THEMES))
    .option("--gallery <dir>", "publish a specimen of each theme into this folder")
    .option("--json", "print { themes: [{ name, purpose, trim }] }, or with --gallery the result")
    .addHelpText("after", HELP)
    .action(async (names: Theme[], options: ThemesOptions) => done(await runThemes(names, options, context)));
}

/** Prints the list, or publishes the gallery; gives the exit code. */
async function runThemes(
  names: readonly Theme[],
  { gallery, json }: ThemesOptions,
  context: CliContext,
): Promise<number> {
  if (gallery !== undefined) {
    const editions = names.flatMap((name) => [name, `${name}-ebook`]);
    const options = { out: gallery, config: false, ...(json === undefined ? {} : { json }) } as const;
    return runBuild([SPECIMEN], editions.length > 0 ? { ...options, edition: editions } : options, context);
  }
  const chosen = names.length > 0 ? names : THEMES;
  const { stdout, env } = context;
  stdout.write(json ? listed(chosen) : table(chosen, colorsFor(stdout, env)));
  return EXIT.published;
}

function listed(names: readonly Theme[]): string {
  const themes = names.map((name) => ({
    name,
    purpose: themePurpose(name),
    trim: themeDefaults(name, "en").trim,
  }));
  return `${JSON.stringify({ themes }, null, 2)}\n`;
}

/** `novel        stories: indented paragraphs, …` */
function table(names: readonly Theme[], colors: Colors): string {
  const width = Math.max(...names.map(({ length }) => length));
  return names.map((name) => `${colors.bold(padded(name, width))}  ${themePurpose(name)}\n`).join("");
}
