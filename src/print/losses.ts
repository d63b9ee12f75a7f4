/** Reports what the survey of the pages found: text that is gone, lines that stick out. */
import { diagnostic, type Report } from "../diagnostics/diagnostic.js";
import type { Survey } from "../paginate/engine/survey.js";
import { sourcePlace } from "./source-place.js";

const LONGEST_QUOTE = 60;

/** Text that cannot be read is an error: an edition with a lost word is never published. */
export function reportSurvey(survey: Survey, report: Report): void {
  for (const { source, text } of survey.losses) {
    const message = `“${quote(text)}” cannot be read on any page`;
    const hint = "Break the block that holds it into smaller ones, or move it to another place";
    report(diagnostic("text-lost", message, sourcePlace(source), hint));
  }
  for (const { source, text, by } of survey.overfull) {
    const message = `“${quote(text)}” sticks out of the type area by ${by.toFixed(1)} pt`;
    const hint = "Shorten or break the line, or make the table or image narrower";
    report(diagnostic("overfull", message, sourcePlace(source), hint));
  }
}

function quote(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE)}…` : line;
}
