/**
 * JUnit XML, which build servers show as test results: an edition is a test case.
 *
 * There is no standard; this is the form that Jenkins, GitLab and others read.
 */
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { escapedAttribute } from "../hast/escape.js";
import type { BuildResult, PublicationDiagnostics } from "../model/build.js";
import type { EditionResult } from "../model/edition-result.js";
import { distinct } from "./distinct.js";

interface Case {
  readonly suite: string;
  readonly name: string;
  readonly seconds: number;
  readonly found: readonly Diagnostic[];
  readonly isFailed: boolean;
}

/** Test suites are publications; errors are failures, other diagnostics the output of the case. */
export async function junitReport(result: BuildResult): Promise<string> {
  const cases = [...result.editions.map(editionCase), ...result.diagnostics.flatMap(otherCase(result))];
  const names = [...new Set(cases.map(({ suite }) => suite))];
  const body = names
    .map((name) =>
      suiteXml(
        name,
        cases.filter(({ suite }) => suite === name),
      ),
    )
    .join("\n");
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${totals(cases)}>\n${body}\n</testsuites>\n`;
}

function editionCase({ publication, edition, seconds, status, diagnostics = [] }: EditionResult): Case {
  const isFailed = status !== "published" && status !== "current" && status !== "checked";
  const { diagnostics: found } = distinct({ publication, root: "", diagnostics });
  return { suite: publication, name: edition, seconds, found, isFailed };
}

/** What belongs to no edition: a publication that could not be read, a file that was checked. */
function otherCase({ editions }: BuildResult) {
  const built = new Set(editions.map(({ publication }) => publication));
  return (each: PublicationDiagnostics): Case[] => {
    if (built.has(each.publication)) return [];
    const { diagnostics: found } = distinct(each);
    const isFailed = found.some(({ severity }) => severity === "error");
    const suite = each.publication === "" ? "colophon" : each.publication;
    return [{ suite, name: "all", seconds: 0, found, isFailed }];
  };
}

function suiteXml(name: string, cases: readonly Case[]): string {
  const body = cases.map(caseXml).join("\n");
  return `  <testsuite name="${escaped(name)}" ${totals(cases)}>\n${body}\n  </testsuite>`;
}

function totals(cases: readonly Case[]): string {
  const failures = cases.filter(({ isFailed }) => isFailed).length;
  const seconds = cases.reduce((sum, each) => sum + each.seconds, 0);
  return `tests="${cases.length}" failures="${failures}" errors="0" skipped="0" time="${seconds.toFixed(3)}"`;
}

function caseXml({ suite, name, seconds, found, isFailed }: Case): string {
  const errors = found.filter(({ severity }) => severity === "error");
  const others = found.filter(({ severity }) => severity !== "error");
  const first = errors[0];
  const message = first?.message ?? "Not published";
  const failure = `      <failure type="${first?.code ?? "failed"}" message="${escaped(message)}">${escaped(lines(errors))}</failure>`;
  const output = `      <system-out>${escaped(lines(others))}</system-out>`;
  const children = [...(isFailed ? [failure] : []), ...(others.length > 0 ? [output] : [])];
  const start = `    <testcase classname="${escaped(suite)}" name="${escaped(name)}" time="${seconds.toFixed(3)}"`;
  return children.length === 0 ? `${start}/>` : `${start}>\n${children.join("\n")}\n    </testcase>`;
}

function lines(found: readonly Diagnostic[]): string {
  return found.map(line).join("\n");
}

function line({ code, severity, message, hint, location }: Diagnostic): string {
  const place = location === undefined ? "" : `${location.file}:${location.line}:${location.column}: `;
  return `${place}${severity} ${code}: ${message}${hint === undefined ? "" : ` (${hint})`}`;
}

/** Characters that XML 1.0 cannot have (section 2.2) become the sign for what is unknown. */
function escaped(text: string): string {
  return escapedAttribute(
    text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD"),
  );
}
