/** Reads RIS, which databases and reference managers write: a tag and a value a line, from `TY` to `ER`. */
import type { Item } from "./item.js";
import { itemOfRis, type RisField } from "./ris-item.js";

const LINE = /^([A-Z][A-Z0-9])\s{0,2}-(?: (.*)|)$/;

/** A line that only a work can have: databases number what they export, and have links of their own between works. */
const OF_WORK = /^(?:A1|AU|T1|TI)$/;

/** @param tell gets what is wrong, and where: an offset in the text. */
export function parseRis(text: string, tell: (message: string, at: number) => void): Item[] {
  const items: Item[] = [];
  const keys = new Set<string>();
  let fields: RisField[] | undefined;
  let start = 0;
  let at = 0;
  /** Lines that are in no work have one cause, as long as they follow each other. */
  let isAstray = false;
  const add = () => {
    if (!fields) return;
    const item = itemOfRis(fields, keys);
    keys.add(item.id);
    items.push(item);
    fields = undefined;
  };
  const addWithoutEnd = () => {
    if (fields) tell("a work has no end: a line `ER  -` is missing", start);
    add();
  };
  for (const line of text.split("\n")) {
    const match = LINE.exec(line.replace(/^\uFEFF/, "").trimEnd());
    const [, tag = "", value = ""] = match ?? [];
    if (tag === "TY") {
      addWithoutEnd();
      fields = [{ tag, value: value.trim() }];
      start = at;
      isAstray = false;
    } else if (tag === "ER") add();
    else if (match && fields) fields.push({ tag, value: value.trim() });
    // What has no tag goes on with the value before.
    else if (fields && line.trim() !== "") fields.at(-1)!.value += ` ${line.trim()}`;
    else if (OF_WORK.test(tag) && !isAstray) {
      tell("a work begins with a line `TY  -`, and this line is in none", at);
      isAstray = true;
    }
    at += line.length + 1;
  }
  addWithoutEnd();
  if (items.length === 0 && !isAstray && text.trim() !== "")
    tell("it has no line `TY  -`, with which a work begins", 0);
  return items;
}
