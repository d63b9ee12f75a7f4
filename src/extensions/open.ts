/** Checks extensions and reads their files: from what the caller gives to what the stages use. */
import { readFile } from "node:fs/promises";
import { basename, isAbsolute, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Script } from "node:vm";
import * as z from "zod";
import { keyOf } from "../cache/store.js";
import { diagnostic, type Report } from "../diagnostics/diagnostic.js";
import { nearest } from "../diagnostics/nearest.js";
import {
  type Extensions,
  type MarkdownPlugin,
  NO_EXTENSIONS,
  type OpenExtensions,
  type PagedHandlerSource,
  type TemplateHelper,
} from "../model/extensions.js";

const callable = <Type>(what: string) =>
  z.custom<Type>((value) => typeof value === "function", `It must be ${what}`);

const plugin = z.custom<MarkdownPlugin>(
  (value) => typeof value === "function" || (Array.isArray(value) && typeof value[0] === "function"),
  "It must be a plugin of markdown-it, or a list of a plugin and its options",
);

const handler = z.custom<PagedHandlerSource>(
  (value) =>
    typeof value === "string" ||
    value instanceof URL ||
    z.strictObject({ name: z.string(), source: z.string() }).safeParse(value).success,
  "It must be the path of a script, or { name, source }",
);

const shape = z.strictObject({
  version: z.string().optional(),
  markdown: z.array(plugin).optional(),
  helpers: z.record(z.string(), callable<TemplateHelper>("a function")).optional(),
  pagedHandlers: z.array(handler).optional(),
  themes: z.record(z.string(), z.string()).optional(),
});

/** Colophon's own and those of Handlebars: templates rely on them. */
const TAKEN_HELPERS = ["t", "names", "eq", "if", "unless", "each", "with", "lookup", "log"];

/**
 * @param base absolute path of the folder that relative paths start from.
 * @returns what is in order; the rest is reported as an error.
 */
export async function openExtensions(
  given: Extensions | undefined,
  base: string,
  report: Report,
): Promise<OpenExtensions> {
  if (given === undefined) return NO_EXTENSIONS;
  const parsed = shape.safeParse(given);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) reportIssue(issue, report);
    return NO_EXTENSIONS;
  }
  const { version, markdown = [], helpers = {}, pagedHandlers = [], themes = {} } = parsed.data;
  for (const name of Object.keys(helpers)) {
    if (TAKEN_HELPERS.includes(name))
      report(bad(`There is already a helper \`${name}\``, "Choose another name"));
  }
  const handlers: { name: string; source: string }[] = [];
  for (const each of pagedHandlers) {
    const read = await readHandler(each, base, report);
    if (read) handlers.push(read);
  }
  const isKnown = version !== undefined || (markdown.length === 0 && Object.keys(helpers).length === 0);
  return {
    markdown,
    helpers,
    handlers,
    themes: new Map(Object.entries(themes).map(([name, path]) => [name, resolve(base, path)])),
    identity: isKnown
      ? identityOf(version ?? "", base, [markdown, Object.entries(helpers)], handlers)
      : undefined,
  };
}

/**
 * Two projects may both be at version 1: the folder tells them apart, and the text of the functions
 * finds most changes for which the version was forgotten.
 */
function identityOf(
  version: string,
  base: string,
  code: readonly unknown[],
  handlers: readonly { readonly source: string }[],
): string {
  // Options of plugins may hold anything, themselves included.
  const seen = new WeakSet<object>();
  const functions = JSON.stringify(code, (_, value: unknown) => {
    if (typeof value === "function") return value.toString();
    if (typeof value !== "object" || value === null) return String(value);
    if (seen.has(value)) return undefined;
    seen.add(value);
    return value;
  });
  return keyOf(version, base, functions, ...handlers.map(({ source }) => source));
}

async function readHandler(given: PagedHandlerSource, base: string, report: Report) {
  const found =
    typeof given === "object" && "source" in given ? given : await readScript(given, base, report);
  if (found === undefined) return undefined;
  try {
    // Only to find mistakes of syntax here, where they have a name: it never runs in this process.
    new Script(`(() => {${found.source}\n});`, { filename: found.name });
    return found;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    report(bad(`The Paged.js handler \`${found.name}\` is not a script: ${reason}`, SCRIPT_HINT));
    return undefined;
  }
}

const SCRIPT_HINT = "Write it as a classic script for browsers: no import, no export";

async function readScript(given: string | URL, base: string, report: Report) {
  const isUrl = given instanceof URL || given.startsWith("file:");
  const path = isUrl ? fileURLToPath(given) : isAbsolute(given) ? given : resolve(base, given);
  const source = await readFile(path, "utf8").catch(() => undefined);
  if (source !== undefined) return { name: basename(path), source };
  report(bad(`The Paged.js handler \`${path}\` cannot be read`, "Check its path"));
  return undefined;
}

function reportIssue(issue: z.core.$ZodIssue, report: Report): void {
  if (issue.code === "unrecognized_keys") {
    for (const key of issue.keys) {
      const similar = nearest(key, Object.keys(shape.shape));
      const hint =
        similar === undefined
          ? `Use one of: ${Object.keys(shape.shape).join(", ")}`
          : `Did you mean \`${similar}\`?`;
      report(bad(`There is no kind of extension \`${key}\``, hint));
    }
    return;
  }
  const path = issue.path.map(String).join(".");
  report(
    bad(
      path === "" ? "The extensions are not an object" : `The extension \`${path}\` cannot be used`,
      issue.message,
    ),
  );
}

function bad(message: string, hint: string) {
  return diagnostic("bad-extension", message, undefined, hint);
}
