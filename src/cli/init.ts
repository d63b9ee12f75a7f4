/** `colophon init`: a small publication to begin with, from answers or options. */
import { relative, resolve } from "node:path";
import { type Command, Option } from "commander";
import { type Diagnostic, diagnostic, hasErrors } from "../diagnostics/diagnostic.js";
import type { Answers, StarterTheme } from "../init/starter.js";
import { languageStanding, likelyLanguage } from "../language/tag.js";
import { BOOK_THEMES, DEFAULT_THEME } from "../load/editions/themes.js";
import { colorsFor, sourceReader } from "../report/context.js";
import { REPORTERS } from "../report/reporters.js";
import { interview, NoAnswerError } from "./ask.js";
import type { CliContext } from "./context.js";
import { EXIT, exitCode } from "./exit-codes.js";
import { interruptible } from "./interrupt.js";

const STARTER_THEMES: readonly StarterTheme[] = [...BOOK_THEMES, "screenplay"];

export interface InitOptions {
  readonly title?: string;
  readonly author?: string;
  readonly language?: string;
  readonly theme?: StarterTheme;
  readonly from?: string;
  readonly yes?: true;
  readonly json?: true;
}

const HELP = `
On a terminal it asks for what the options do not say, shows what it will write, and waits for a yes.
Without a terminal, or with --yes, it takes the options and suggests the rest by itself; without a
terminal it wants --title or --yes. It never overwrites a file.

With --from nothing is asked and no other option counts: what is there is written down as
"colophon build" understands it, into the folder of the project, so that you can go on from it.

Examples:
  colophon init my-book
  colophon init my-book --title "My Book" --author "Ada Example" --language en-GB --theme novel
  colophon init my-film --theme screenplay
  colophon init . --yes
  colophon init --from .`;

/** Adds the command. */
export function addInitCommand(program: Command, context: CliContext, done: (code: number) => void): void {
  program
    .command("init")
    .description("write a small publication to begin with")
    .argument("[folder]", "folder for it, made when it is not there", ".")
    .option("--title <text>", "title of the publication (suggested: the name of the folder)")
    .option("--author <name>", "name of the author (suggested: the one that Git knows; '' for none)")
    .option("--language <tag>", "language of the text, as in BCP 47 (suggested: that of the machine)")
    .addOption(
      new Option("--theme <name>", `how it looks (suggested: ${DEFAULT_THEME})`).choices([...STARTER_THEMES]),
    )
    .option("--from <place>", "write the publication.yaml of a folder, a text or another tool's project")
    .option("-y, --yes", "ask nothing")
    .option("--json", "print { folder, files, diagnostics }; asks nothing")
    .addHelpText("after", HELP)
    .action(async (folder: string, options: InitOptions, command: Command) => {
      const isNamed = command.args.length > 0;
      if (options.from !== undefined && isNamed)
        command.error(`error: --from writes beside what it names: leave out '${folder}'`);
      done(await runInit(folder, options, context));
    });
}

async function runInit(given: string, options: InitOptions, context: CliContext): Promise<number> {
  const diagnostics: Diagnostic[] = [];
  if (options.from !== undefined) {
    const { folder, files = [] } = await writeFrom(resolve(context.cwd, options.from), (each) =>
      diagnostics.push(each),
    );
    return print({ given: options.from, folder, files, diagnostics }, { ...options, yes: true }, context);
  }
  const folder = resolve(context.cwd, given);
  try {
    const written = await write(folder, options, context, (each) => diagnostics.push(each));
    return await print({ given, folder, ...written, diagnostics }, options, context);
  } catch (error) {
    if (!(error instanceof NoAnswerError)) throw error;
    context.stderr.write("\nNothing was written.\n");
    return EXIT.interrupted;
  }
}

/** What was written, and in which language; undefined when nothing was. */
async function write(
  folder: string,
  options: InitOptions,
  context: CliContext,
  report: (each: Diagnostic) => void,
): Promise<Written | undefined> {
  const { stdin, stderr } = context;
  const asks = stdin !== undefined && isAsked(options, context);
  const faults = faultsOf(options, asks);
  faults.forEach(report);
  if (faults.length > 0) return undefined;
  const suggested = await suggestions(folder, options, context);
  const { starterFiles } = await import("../init/starter.js");
  const { schemaAddress } = await import("../init/schema-address.js");
  const { writeStarter } = await import("../init/write.js");
  const filesFor = (answers: Answers) =>
    starterFiles(answers, new Date().getFullYear(), schemaAddress(folder));
  const writeFor = async ({ language }: Answers, files: ReadonlyMap<string, string>) => {
    const written = await writeStarter(folder, files, report);
    return written && { files: written, language };
  };
  if (!asks) return writeFor(suggested, await filesFor(suggested));
  const talk = interview(stdin, stderr);
  try {
    const answers = await answered(suggested, options, talk.ask);
    const files = await filesFor(answers);
    stderr.write(`\nThis will be written to ${folder}:\n${listed(files.keys())}\n`);
    if (!(await talk.confirm("Go on?"))) throw new NoAnswerError("No");
    return await writeFor(answers, files);
  } finally {
    talk.close();
  }
}

/** Writes down what is understood of a project. */
async function writeFrom(place: string, report: (each: Diagnostic) => void) {
  const { describedProject } = await import("../load/described-project.js");
  const { publicationFileFor } = await import("../init/from-project.js");
  const { schemaAddress } = await import("../init/schema-address.js");
  const { writeStarter } = await import("../init/write.js");
  const project = await describedProject(place, report);
  if (project === undefined) return { folder: place, files: undefined };
  const { root, file, description } = project;
  const written = publicationFileFor(description, file, schemaAddress(root));
  return { folder: root, files: await writeStarter(root, new Map([["publication.yaml", written]]), report) };
}

function isAsked({ yes, json }: InitOptions, { stdin, stderr }: CliContext): boolean {
  return stdin?.isTTY === true && stderr.isTTY === true && !yes && !json;
}

function faultsOf({ title, language, yes }: InitOptions, asks: boolean): Diagnostic[] {
  const wrong = language === undefined ? undefined : languageFault(language);
  const unknown = wrong === undefined ? [] : [diagnostic("bad-language", wrong)];
  if (asks || yes || title?.trim()) return unknown;
  const hint = 'Add --title "…", or --yes to take the name of the folder';
  const message = "The publication needs a title, and there is no terminal to ask for one";
  return [...unknown, diagnostic("missing-answer", message, undefined, hint)];
}

/** @throws NoAnswerError when it is interrupted. */
async function authorSuggested({ cwd, env, stderr }: CliContext): Promise<string> {
  const { gitAuthor } = await import("../init/defaults.js");
  const interrupt = interruptible(stderr);
  const author = await gitAuthor(cwd, env, interrupt.signal);
  interrupt.release();
  if (interrupt.signal.aborted) throw new NoAnswerError("Interrupted");
  return author;
}

async function suggestions(folder: string, options: InitOptions, context: CliContext): Promise<Answers> {
  const { machineLanguage, titleFromFolder } = await import("../init/defaults.js");
  return {
    title: oneLine(options.title ?? "") || titleFromFolder(folder),
    author: oneLine(options.author ?? (await authorSuggested(context))),
    language: options.language ?? machineLanguage(context.env),
    theme: options.theme ?? DEFAULT_THEME,
  };
}

async function answered(
  suggested: Answers,
  options: InitOptions,
  ask: ReturnType<typeof interview>["ask"],
): Promise<Answers> {
  const { title, author, language, theme } = suggested;
  return {
    title: options.title ? title : await ask({ text: "Title", suggestion: title }),
    author: options.author === undefined ? await ask({ text: "Author", suggestion: author }) : author,
    language: options.language
      ? language
      : await ask({ text: "Language", suggestion: language, fault: languageFault }),
    theme: options.theme
      ? theme
      : ((await ask({
          text: `Theme: ${STARTER_THEMES.join(", ")}`,
          suggestion: theme,
          fault: (answer) => (isTheme(answer) ? undefined : `Use one of: ${STARTER_THEMES.join(", ")}`),
        })) as StarterTheme),
  };
}

function isTheme(text: string): text is StarterTheme {
  return (STARTER_THEMES as readonly string[]).includes(text);
}

function languageFault(tag: string): string | undefined {
  if (languageStanding(tag) === "known") return undefined;
  const likely = likelyLanguage(tag);
  return `\`${tag}\` is not a language${likely === undefined ? "; write a tag like en, fr or pt-BR" : `; did you mean \`${likely}\`?`}`;
}

function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, " ");
}

interface Written {
  readonly files: readonly string[];
  readonly language: string;
}

interface Outcome extends Partial<Written> {
  readonly given: string;
  readonly folder: string;
  readonly diagnostics: readonly Diagnostic[];
}

async function print(outcome: Outcome, options: InitOptions, context: CliContext): Promise<number> {
  const { given, folder, files = [], language = "en", diagnostics } = outcome;
  const { cwd, env, stdout, stderr } = context;
  const result = { editions: [], diagnostics: [{ publication: "", root: folder, diagnostics }] };
  const reportTo = { cwd, readLines: sourceReader(), colors: colorsFor(stderr, env) };
  if (options.json) {
    stdout.write(`${JSON.stringify({ folder: given, files, diagnostics }, null, 2)}\n`);
  } else {
    stderr.write(await REPORTERS.text(result, reportTo));
    // Whoever was asked has seen the list already.
    const written = isAsked(options, context) ? "Written." : `Written to ${folder}:\n${listed(files)}`;
    const { languageNote } = await import("../init/language-note.js");
    const note = languageNote(language);
    const lines = [written, ...(note === undefined ? [] : [`${note}\n`]), next(folder, context)];
    if (!hasErrors(diagnostics)) stdout.write(lines.join("\n"));
  }
  return exitCode(result);
}

function listed(files: Iterable<string>): string {
  return [...files].map((file) => `  ${file}\n`).join("");
}

/** What to type next, as it has to be typed from here. */
function next(folder: string, { cwd, env }: CliContext): string {
  const name = relative(cwd, folder).replaceAll("\\", "/");
  const enter = name === "" ? "" : `  cd ${/^[\w./-]+$/.test(name) ? name : JSON.stringify(name)}\n`;
  // npm says so when it has started the program itself.
  const program = env.npm_command === "exec" ? "npx colophon" : "colophon";
  return `Next:\n${enter}  ${program} preview\n  ${program} build\n`;
}
