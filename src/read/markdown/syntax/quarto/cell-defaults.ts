/**
 * What is said of all cells of a text or of a project, by the names of Quarto: `echo` and `include` (`execute:` in front
 * matter and `_quarto.yml`, `opts_chunk$set(echo = FALSE)` of knitr), and `code-annotations`.
 */
import { parse } from "yaml";
import { frontMatterOf } from "../../../../model/front-matter.js";
import type { CellDefaults } from "../../../../model/text-settings.js";

const SAID = /(?:^|[\s{,])(?:execute|opts_chunk|code-annotations)\s*:/;

/** What a text says of itself; nothing when its front matter is no YAML. */
export function defaultsSaid(text: string): CellDefaults {
  if (!SAID.test(text)) return {};
  const { lines, language } = frontMatterOf(text) ?? {};
  if (lines === undefined || language !== "yaml") return {};
  try {
    const matter = text.split(/\r\n?|\n/, lines - 1).slice(1);
    return defaultsIn(parse(matter.join("\n"), { maxAliasCount: 10, logLevel: "silent" }));
  } catch {
    return {};
  }
}

const FORMATS = ["pdf", "html", "epub"];

/** @param values of front matter or settings; what they say for all formats, else for one. */
export function defaultsIn(values: unknown): CellDefaults {
  const { execute, knitr, format, ...own } = mapping(values);
  const formats = FORMATS.map((name) => mapping(mapping(format)[name]));
  const cells = [
    mapping(execute),
    mapping(mapping(knitr).opts_chunk),
    ...formats.map((each) => mapping(each.execute)),
  ];
  return Object.fromEntries([
    ...said("echo", cells),
    ...said("include", cells),
    ...said("code-annotations", [own, ...formats]),
  ]);
}

function said(name: string, places: readonly Readonly<Record<string, unknown>>[]): [string, string][] {
  const value = places.map((place) => place[name]).find((each) => each !== undefined && each !== null);
  return value === undefined ? [] : [[name, String(value)]];
}

function mapping(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

const SETUP = /\bopts_chunk\s*\$\s*set\s*\(([^()]{0,2000})/;
const OFF = /\b(echo|include)\s*=\s*(TRUE|FALSE|T|F)\b/g;

/** What code of R says for the cells behind it. */
export function defaultsOfSetup(code: string): CellDefaults {
  const given = SETUP.exec(code)?.[1] ?? "";
  return Object.fromEntries(
    [...given.matchAll(OFF)].map(([, name, value]) => [name!, String(value!.startsWith("T"))]),
  );
}
