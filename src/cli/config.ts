/**
 * The user's configuration file: extensions for the command line, and where images may be fetched.
 *
 * It is code, so where it may lie is a matter of trust. It is read from where the user works, as by
 * other tools, and only beside a `package.json`: that is a project of programs. A manuscript from
 * somebody else is data, and no file in its folder is ever run because it is built.
 */
import { access } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { diagnostic, type Report } from "../diagnostics/diagnostic.js";
import type { Extensions, PagedHandlerSource } from "../model/extensions.js";

export interface Config {
  /** For people: the file's name. */
  readonly name: string;
  readonly extensions: Extensions;
  /** Where images may be fetched: `BuildRequest.allowFetch`. */
  readonly allowFetch: readonly string[];
}

const NAMES = ["colophon.config.js", "colophon.config.mjs"];

/**
 * @param given the file that the user names; `false` for none at all.
 * @returns Undefined when there is none, or when something is wrong with it, which is reported.
 */
export async function readConfig(
  given: string | false | undefined,
  cwd: string,
  report: Report,
): Promise<Config | undefined> {
  if (given === false) return undefined;
  const path = given === undefined ? await configIn(cwd) : resolve(cwd, given);
  if (path === undefined) return undefined;
  const name = basename(path);
  if (!(await isThere(path))) {
    report(
      diagnostic("bad-config", `There is no file \`${given}\``, undefined, "Check the name after --config"),
    );
    return undefined;
  }
  try {
    const { default: extensions } = (await import(pathToFileURL(path).href)) as { default?: unknown };
    if (typeof extensions === "object" && extensions !== null) {
      const { allowFetch = [], ...own } = extensions as Extensions & { readonly allowFetch?: unknown };
      if (isListOfTexts(allowFetch)) return { name, extensions: based(own, dirname(path)), allowFetch };
      const hint = 'Write: allowFetch: ["images.example.org"]';
      report(
        diagnostic("bad-config", `In \`${name}\`, \`allowFetch\` is not a list of texts`, undefined, hint),
      );
      return undefined;
    }
    const hint = "Write: export default { markdown: [plugin] }";
    report(diagnostic("bad-config", `\`${name}\` has no default export with extensions`, undefined, hint));
  } catch (error) {
    const reason = error instanceof Error ? `${error.name}: ${error.message.split("\n")[0]}` : String(error);
    report(diagnostic("bad-config", `\`${name}\` fails: ${reason}`, undefined, `Try: node ${name}`));
  }
  return undefined;
}

function isListOfTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}

async function configIn(cwd: string): Promise<string | undefined> {
  if (!(await isThere(join(cwd, "package.json")))) return undefined;
  for (const name of NAMES) if (await isThere(join(cwd, name))) return join(cwd, name);
  return undefined;
}

/** Relative paths in the file start from its own folder. */
function based(extensions: Extensions, folder: string): Extensions {
  const { pagedHandlers, themes } = extensions;
  const path = (each: unknown) =>
    typeof each === "string" && !each.startsWith("file:") ? resolve(folder, each) : each;
  return {
    ...extensions,
    // What is of the wrong kind stays as it is, for the check that all extensions go through.
    ...(Array.isArray(pagedHandlers)
      ? { pagedHandlers: pagedHandlers.map(path) as PagedHandlerSource[] }
      : {}),
    ...(typeof themes === "object"
      ? {
          themes: Object.fromEntries(
            Object.entries(themes).map(([name, each]) => [name, path(each) as string]),
          ),
        }
      : {}),
  };
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
