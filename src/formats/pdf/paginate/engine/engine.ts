/**
 * The script that goes into the browser beside Paged.js.
 *
 * Each part is a self-contained function: it is sent as source text, so it may use nothing
 * from outside of its own body but the browser's globals. Order matters (`parts.ts`), and the survey wants
 * finished pages.
 */
import { type HandlerScript, handlerScript } from "../handler-scripts.js";
import { LINE_PARTS } from "../lines/parts.js";
import { PLANNED_PARTS } from "../planned/parts.js";
import { beginDocuments } from "./documents.js";
import { surveyPages } from "./page-survey.js";
import { readTexts } from "./page-texts.js";
import { PARTS } from "./parts.js";
import { replaceTimers } from "./timers.js";

/** What has to be in a document before Paged.js, which takes hold of the timers when it starts. */
export const PRELUDE_SCRIPT = scriptOf([replaceTimers]);

/**
 * The engine as classic scripts, to come after Paged.js, in the order in which they have to run.
 * Users' handlers stand before the survey, so that it sees what they have made of a page.
 */
export function engineScripts(handlers: readonly HandlerScript[]): string[] {
  return [
    `${scriptOf([beginDocuments])}\n${forEachDocument(PARTS.map(({ install }) => install))}`,
    ...handlers.map(handlerScript),
    forEachDocument([readTexts, surveyPages, ...LINE_PARTS, ...PLANNED_PARTS]),
  ];
}

function forEachDocument(parts: readonly (() => void)[]): string {
  return `window.colophonBegin(() => {${scriptOf(parts)}});`;
}

function scriptOf(parts: readonly (() => void)[]): string {
  return parts.map((part) => `(${part.toString()})();`).join("\n");
}
