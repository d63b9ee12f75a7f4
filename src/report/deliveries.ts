/** Who is to get what after a build: the editions that are for somebody, and that they do not have yet. */
import type { BuildResult } from "../model/build.js";
import type { EditionResult } from "../model/edition-result.js";
import { count } from "./quantities.js";
import { table } from "./table.js";
import { printable } from "./terminal-text.js";

/** One line for each that is new or has changed, after how many there are; empty when no edition is for anybody. */
export function deliveries({ editions }: BuildResult): string {
  const sent = editions.filter(({ recipient, news }) => recipient !== undefined && news !== undefined);
  if (sent.length === 0) return "";
  const due = sent.filter(({ news }) => news !== "same");
  const rest = sent.length - due.length;
  const unchanged = rest === 0 ? "" : `; ${count(rest, "edition")} unchanged`;
  return `\nTo send: ${due.length}${unchanged}\n${table(due.map(line))}`;
}

function line({ publication, edition, recipient, news }: EditionResult): readonly string[] {
  return [`  ${printable(recipient ?? "")}`, printable(`${publication}/${edition}`), news ?? ""];
}
