/**
 * Patterns for folders on the command line: `catalogue/*`, `books/**`.
 *
 * Shells expand them, but not all do, nor when they are in quotes. They mean what they mean in
 * bash: `*`, `?`, `[a-z]` and `{a,b}` inside a name, `**` for any number of folders; names that
 * begin with a dot only match a pattern that does.
 */
import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { basename, join, resolve, sep } from "node:path";
import { isPublication } from "./locate.js";
import { PROJECTS } from "./projects/projects.js";

/** True for an argument that is no plain path. */
export function isPattern(text: string): boolean {
  return /[*?[{]/.test(text);
}

/** Absolute paths of the publications that a pattern matches, sorted; other files and folders are passed over. */
export async function publicationsLike(pattern: string, cwd: string): Promise<readonly string[]> {
  const steps = withForwardSlashes(pattern)
    .split("/")
    .filter((step, at) => step !== "" || at === 0);
  const isAbsolute = steps[0] === "";
  const start = isAbsolute ? resolve("/") : cwd;
  const matched = await matches(start, isAbsolute ? steps.slice(1) : steps);
  const found: string[] = [];
  for (const path of [...new Set(matched)].sort()) {
    const isFile = PROJECTS.some((each) => each.isDescribing(basename(path)));
    if ((isFile && existsSync(path)) || (await isPublication(path))) found.push(path);
  }
  return found;
}

/** A backslash is a separator on Windows only. */
function withForwardSlashes(pattern: string): string {
  return sep === "\\" ? pattern.replaceAll("\\", "/") : pattern;
}

async function matches(folder: string, steps: readonly string[]): Promise<readonly string[]> {
  const [step, ...rest] = steps;
  if (step === undefined) return [folder];
  if (step === "." || step === "..") return matches(join(folder, step), rest);
  if (step === "**") {
    const below = (await namesIn(folder)).filter(({ name, isFolder }) => isFolder && isWalked(name));
    const deeper = await Promise.all(below.map(({ name }) => matches(join(folder, name), steps)));
    return [...(await matches(folder, rest)), ...deeper.flat()];
  }
  if (!isPattern(step)) return matches(join(folder, step), rest);
  const test = stepTest(step);
  const found = (await namesIn(folder)).filter(
    ({ name }) => test.test(name) && (step[0] === "." || name[0] !== "."),
  );
  return (await Promise.all(found.map(({ name }) => matches(join(folder, name), rest)))).flat();
}

/** Links are not followed down, so a walk always ends; nobody keeps publications among packages. */
function isWalked(name: string): boolean {
  return !name.startsWith(".") && name !== "node_modules";
}

async function namesIn(folder: string): Promise<readonly { name: string; isFolder: boolean }[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.map((each) => ({ name: each.name, isFolder: each.isDirectory() }));
}

/** A pattern for one name as a regular expression; brackets and braces that are not closed are themselves. */
function stepTest(step: string): RegExp {
  const source = step.replace(/\[!?[^\]]+\]|\{[^{}]*,[^{}]*\}|\*|\?|[\\^$.|+()[\]{}]/g, (part) => {
    if (part === "*") return ".*";
    if (part === "?") return ".";
    if (part.length === 1) return `\\${part}`;
    if (part.startsWith("[")) return `[${part.slice(1, -1).replace(/^!/, "^").replaceAll("\\", "\\\\")}]`;
    return `(?:${part.slice(1, -1).split(",").map(escaped).join("|")})`;
  });
  try {
    return new RegExp(`^${source}$`, "su");
  } catch {
    // A range that runs backwards, `[z-a]`, matches nothing.
    return /^(?!)/;
  }
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, (character) =>
    character === "*" ? ".*" : character === "?" ? "." : `\\${character}`,
  );
}
