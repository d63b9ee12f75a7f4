/**
 * A script as a tree: what each element is stands in its class.
 *
 * `header.script-titles` is its title page, `h1.script-title` its heading. Then come
 * `h2.scene-heading` with `data-number`, `data-place`, `data-location` and `data-time`; `div.speech` of `p.character`
 * (`data-name` without extensions), `p.dialogue`, `p.parenthetical` and `p.lyrics`; `div.dual-dialogue` of two of
 * these; `p.action`, `p.centered`, `p.transition`, `p.lyrics`, `div.page-break`. A planner of pages reads it, and
 * whoever wants to know the scenes of a script.
 */
import type { Element, Root } from "hast";
import type { Build } from "./build.js";
import { plainLine } from "./emphasis.js";
import { settingOf } from "./scene-heading.js";
import type { Script, ScriptElement, Speech } from "./script.js";
import { titlePageTree, titleTree } from "./titles-tree.js";

export function scriptTree({ titlePage, elements }: Script, build: Build): Root {
  const { file } = build.source;
  const blocks: Element[] = [];
  elements.forEach((element, index) => {
    if (element.kind !== "speech") blocks.push(...blockOf(element, build));
    else if (isSecond(elements, index)) {
      const first = blocks.pop()!;
      blocks.push(build.group(["dual-dialogue"], [first, speechTree(element, build)]));
    } else blocks.push(speechTree(element, build));
  });
  const top = [...titlePageTree(titlePage, build), titleTree(titlePage, file, build)];
  return { type: "root", children: [...top, ...blocks] };
}

/** True of a speech that is spoken at once with the one before it, which is in no other pair. */
export function isSecond(elements: readonly ScriptElement[], index: number): boolean {
  const [before, element] = [elements[index - 1], elements[index]];
  return (
    element?.kind === "speech" &&
    element.isDual &&
    before?.kind === "speech" &&
    !isSecond(elements, index - 1)
  );
}

function blockOf(element: Exclude<ScriptElement, Speech>, build: Build): Element[] {
  switch (element.kind) {
    case "page-break":
      return [{ type: "element", tagName: "div", properties: { className: ["page-break"] }, children: [] }];
    case "section":
    case "synopsis":
      return [];
    case "scene-heading":
      return [headingTree(element, build)];
    default:
      return [build.block("p", [element.kind], element.lines)];
  }
}

function headingTree(
  { lines, number }: Extract<ScriptElement, { kind: "scene-heading" }>,
  build: Build,
): Element {
  const { place, location, time } = settingOf(plainLine(lines[0].text));
  const heading = build.block("h2", ["scene-heading"], lines, {
    ...(number === undefined ? {} : { dataNumber: number }),
    dataPlace: place,
    dataLocation: location,
    dataTime: time,
  });
  if (number === undefined) return heading;
  const label: Element = {
    type: "element",
    tagName: "span",
    properties: { className: ["scene-number"] },
    children: [{ type: "text", value: number }],
  };
  return { ...heading, children: [label, { type: "text", value: " " }, ...heading.children] };
}

function speechTree({ cue, parts }: Speech, build: Build): Element {
  const name = nameIn(plainLine(cue.text));
  const character = build.block("p", ["character"], [cue], { dataName: name });
  return build.group(
    ["speech"],
    [character, ...parts.map(({ kind, lines }) => build.block("p", [kind], lines))],
  );
}

/** `MARY` of `MARY (V.O.) (CONT'D)`. */
function nameIn(cue: string): string {
  const name = cue.replace(/\s*\([^()]*\)/g, "").trim();
  return name === "" ? cue : name;
}
