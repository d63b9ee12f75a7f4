/** Writes what sections made of data leave to the language: the words that head their tables, and dates. */
import type { Element } from "hast";
import { visitElements } from "../hast/visit.js";
import { dataWord, writtenDay } from "../language/data/data-words.js";
import type { Draft } from "./draft.js";
import { sectionTrees } from "./tree.js";

export function writeDataWords({ sections }: Draft): void {
  for (const section of sections) {
    for (const { tree } of sectionTrees(section)) {
      visitElements(tree, (element) => {
        const { dataWord: key, dataDate: day, ...properties } = element.properties;
        if (typeof key === "string") write(element, properties, dataWord(section.language, key));
        if (typeof day === "string") write(element, properties, writtenDay(day, section.language));
        return undefined;
      });
    }
  }
}

function write(element: Element, properties: Element["properties"], value: string): void {
  const place = element.position === undefined ? {} : { position: element.position };
  element.properties = properties;
  element.children = [{ type: "text", value, ...place }];
}
