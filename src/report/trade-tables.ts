/** What the trade is told, as text for people: answers to a shop's form, and a table of what is sent where. */
import type { Disclosure } from "../trade/disclosure.js";
import type { Row } from "../trade/overview.js";
import { table } from "./table.js";
import { printable } from "./terminal-text.js";

const QUESTIONS = {
  text: "Text",
  images: "Images",
  translation: "Translation",
  narration: "Narration",
} as const;

/** @param name of the edition: `my-book/ebook`. */
export function disclosureText(name: string, { answers, assisted, credentials, mining }: Disclosure): string {
  const lines = answers.flatMap(({ question, answer, tools, reviewers }) => [
    `  ${QUESTIONS[question].padEnd(14)}${answer ?? "not declared: say it in `provenance`"}`,
    ...(tools.length === 0 ? [] : [`  ${"".padEnd(14)}tools: ${tools.join(", ")}`]),
    ...(reviewers.length === 0 ? [] : [`  ${"".padEnd(14)}reviewed by: ${reviewers.join(", ")}`]),
  ]);
  const further = [
    ...(assisted.length === 0
      ? []
      : [`  ${"Assisted".padEnd(14)}${assisted.join("; ")} (need not be declared)`]),
    ...(credentials.length === 0 ? [] : [`  ${"Credentials".padEnd(14)}${credentials.join(", ")}`]),
    `  ${"Mining".padEnd(14)}${mining ?? "nothing said"}`,
  ];
  return `${[name, ...lines, ...further].join("\n")}\n`;
}

const WIDEST = 44;

/**
 * A line for each field: what is said, whether the file and ONIX say it, and for each shop that asks for it whether it is there
 * (`x`) or missing (`!`); at the end what is missing for each.
 */
export function overviewText(name: string, rows: readonly Row[]): string {
  const shops = [...new Set(rows.flatMap(({ askedBy }) => askedBy))];
  const mark = (is: boolean) => (is ? "x" : "-");
  const lines = rows.map(({ field, value, file, onix, askedBy }) => {
    const shown = value.length > WIDEST ? `${value.slice(0, WIDEST - 1)}…` : value;
    const asked = shops.map((shop) => (askedBy.includes(shop) ? (value === "" ? "!" : "x") : ""));
    return [`  ${field}`, printable(shown), mark(file), mark(onix), ...asked];
  });
  const missing = shops.flatMap((shop) => {
    const fields = rows.filter(({ value, askedBy }) => value === "" && askedBy.includes(shop));
    return fields.length === 0
      ? []
      : [`  missing for ${shop}: ${fields.map(({ field }) => field).join(", ")}\n`];
  });
  const head = ["  ", "", "file", "ONIX", ...shops];
  return `${name}\n${table([head, ...lines])}${missing.join("")}`;
}
