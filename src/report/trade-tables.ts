/** What the trade is told, as text for people: answers to a shop's form, and a table of what is sent where. */
import type { Disclosure } from "../trade/disclosure.js";
import type { Row } from "../trade/overview.js";

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

/** A line for each field; what is not said and asked for stands out by its last column. */
export function overviewText(name: string, rows: readonly Row[]): string {
  const mark = (is: boolean) => (is ? "x" : "-").padEnd(6);
  const lines = rows.map(({ field, value, file, onix, askedBy }) => {
    const shown = value.length > WIDEST ? `${value.slice(0, WIDEST - 1)}…` : value;
    const missing = value === "" && askedBy.length > 0 ? `missing for ${askedBy.join(", ")}` : "";
    return `  ${field.padEnd(21)}${shown.padEnd(WIDEST + 2)}${mark(file)}${mark(onix)}${missing}`.trimEnd();
  });
  const head = `  ${"".padEnd(21)}${"".padEnd(WIDEST + 2)}file  ONIX`;
  return `${[name, head, ...lines].join("\n")}\n`;
}
