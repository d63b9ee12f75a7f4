/** Makes elements of the lines of a script, with the place of each in the file. */
import type { Element, ElementContent, Properties } from "hast";
import { type Place, placeOf, type Source } from "../source.js";
import { inlineOf, toNodes } from "./emphasis.js";
import type { ScriptLine } from "./script.js";

export interface Build {
  readonly source: Source;
  /** A block whose lines stay lines. */
  block(
    tagName: string,
    classes: readonly string[],
    lines: readonly ScriptLine[],
    more?: Properties,
  ): Element;
  /** What holds blocks, with their places. */
  group(classes: readonly string[], children: readonly Element[], more?: Properties): Element;
}

export function builder(source: Source, offset: (at: number) => number): Build {
  const place = (at: number) => placeOf(source, offset(at));
  return {
    source,
    block(tagName, classes, lines, more = {}) {
      const children = lines.flatMap((line, index) => [
        ...(index > 0 ? [lineBreak()] : []),
        ...inline(line, place),
      ]);
      const last = lines.at(-1)!;
      const position = {
        start: place(lines[0]!.at),
        end: place(last.at + last.text.length),
      };
      return {
        type: "element",
        tagName,
        properties: { className: [...classes], ...more },
        children,
        position,
      };
    },
    group(classes, children, more = {}) {
      const { start } = children[0]!.position!;
      const { end } = children.at(-1)!.position!;
      const properties = { className: [...classes], ...more };
      return {
        type: "element",
        tagName: "div",
        properties,
        children: [...children],
        position: { start, end },
      };
    },
  };
}

function lineBreak(): Element {
  return { type: "element", tagName: "br", properties: {}, children: [] };
}

function inline({ text, at }: ScriptLine, place: (at: number) => Place): ElementContent[] {
  return toNodes(inlineOf(text), (offset) => {
    const start = place(at + offset);
    return { position: { start, end: start } };
  });
}
