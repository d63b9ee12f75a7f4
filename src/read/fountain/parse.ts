/**
 * Turns one script in Fountain into a tree.
 *
 * Text → without boneyard and notes → lines → title page and elements → tree. Pure: it reads nothing but its
 * arguments.
 */
import { type Diagnostic, diagnostic, type Report } from "../../diagnostics/diagnostic.js";
import type { Location } from "../../diagnostics/location.js";
import type { ManuscriptSource } from "../../model/manuscript.js";
import type { ParsedFile } from "../parsed-file.js";
import { locate, readSource } from "../source.js";
import { builder } from "./build.js";
import { elementsOf } from "./elements.js";
import { linesOf } from "./lines.js";
import type { Script } from "./script.js";
import { titlePageOf } from "./title-page.js";
import { isSecond, scriptTree } from "./tree.js";
import { withoutComments } from "./uncommented.js";

/** Parses a file and keeps what is found in it with it. */
export function parseFile({ file, text }: ManuscriptSource): ParsedFile {
  const diagnostics: Diagnostic[] = [];
  const report = (each: Diagnostic) => void diagnostics.push(each);
  const source = readSource(file, text, report);
  const uncommented = withoutComments(source, report);
  const script = readScript(uncommented.text);
  const place = (at: number) => locate(source, uncommented.offset(at));
  tellNumbersGivenTwice(script, place, report);
  tellLoneDuals(script, place, report);
  return { tree: scriptTree(script, builder(source, uncommented.offset)), notes: [], diagnostics };
}

/** @param text without its comments. */
function readScript(text: string): Script {
  const lines = linesOf(text);
  const { entries, lines: taken } = titlePageOf(lines);
  return { titlePage: entries, elements: elementsOf(lines.slice(taken)) };
}

type PlaceOf = (at: number) => Location;

/** Productions name scenes by their numbers: two of one number cannot be told apart. */
function tellNumbersGivenTwice({ elements }: Script, place: PlaceOf, report: Report): void {
  const lines = new Map<string, number>();
  for (const element of elements) {
    if (element.kind !== "scene-heading" || element.number === undefined) continue;
    const at = place(element.lines[0].at);
    const first = lines.get(element.number);
    if (first === undefined) lines.set(element.number, at.line);
    else {
      const message = `There are two scenes with the number \`${element.number}\`; the first one is in line ${first}`;
      const hint = `Give it a number of its own: \`#${element.number}A#\``;
      report(diagnostic("duplicate-scene-number", message, at, hint));
    }
  }
}

function tellLoneDuals({ elements }: Script, place: PlaceOf, report: Report): void {
  elements.forEach((element, index) => {
    if (element.kind !== "speech" || !element.isDual || isSecond(elements, index)) return;
    const message = `\`${element.cue.text} ^\` speaks at once with the speech before it, and there is none that is not in a pair`;
    const hint = "Remove the `^`, or put the speech directly behind the one that it is spoken with";
    report(diagnostic("lone-dual-dialogue", message, place(element.cue.at), hint));
  });
}
