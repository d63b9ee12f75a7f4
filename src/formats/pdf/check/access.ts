/** Reads objects of files that may hold anything anywhere: what is not of the kind that is asked for is not there. */
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFStream,
  PDFString,
} from "@cantoo/pdf-lib";

export function entryOf(dict: PDFDict | undefined, key: string): PDFObject | undefined {
  return dict?.context.lookup(dict.get(PDFName.of(key)));
}

export function dictOf(dict: PDFDict | undefined, key: string): PDFDict | undefined {
  return asDict(entryOf(dict, key));
}

/** A stream has a dictionary too. */
export function asDict(object: PDFObject | undefined): PDFDict | undefined {
  if (object instanceof PDFStream) return object.dict;
  return object instanceof PDFDict ? object : undefined;
}

export function arrayOf(dict: PDFDict | undefined, key: string): readonly PDFObject[] {
  const found = entryOf(dict, key);
  return found instanceof PDFArray ? found.asArray() : [];
}

export function nameOf(dict: PDFDict | undefined, key: string): string | undefined {
  const found = entryOf(dict, key);
  return found instanceof PDFName ? found.decodeText() : undefined;
}

export function numberOf(dict: PDFDict | undefined, key: string): number | undefined {
  const found = entryOf(dict, key);
  return found instanceof PDFNumber ? found.asNumber() : undefined;
}

export function textOf(dict: PDFDict | undefined, key: string): string | undefined {
  return asText(entryOf(dict, key));
}

export function asText(object: PDFObject | undefined): string | undefined {
  return object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : undefined;
}

/** Numbers of an array, such as a box. */
export function numbersOf(context: PDFContext, array: PDFObject | undefined): readonly number[] {
  const found = context.lookup(array);
  if (!(found instanceof PDFArray)) return [];
  return found.asArray().flatMap((each) => {
    const number = context.lookup(each);
    return number instanceof PDFNumber ? [number.asNumber()] : [];
  });
}

/** Key and value of each leaf of a name tree or a number tree: 7.9.6, 7.9.7. A loop in it is walked once. */
export function treeEntries(root: PDFDict | undefined, leaves: "Names" | "Nums"): [PDFObject, PDFObject][] {
  const entries: [PDFObject, PDFObject][] = [];
  const seen = new Set<PDFDict>();
  const open = root === undefined ? [] : [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    const { context } = node;
    const list = arrayOf(node, leaves);
    for (let index = 0; index + 1 < list.length; index += 2) {
      const [key, value] = [context.lookup(list[index]), list[index + 1]];
      if (key !== undefined && value !== undefined) entries.push([key, value]);
    }
    // One by one: a node may have more kids than a function can have arguments.
    for (const kid of arrayOf(node, "Kids").toReversed()) {
      const next = asDict(context.lookup(kid));
      if (next !== undefined) open.push(next);
    }
  }
  return entries;
}

/** What tells an object from others of the same content: its number, when it has one. */
export function identity(object: PDFObject | undefined): PDFObject | string | undefined {
  return object instanceof PDFRef ? object.tag : object;
}

/** `page 3`, `pages 3 to 5, 9 and 12`, as long as it takes. */
export function pagesText(numbers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else ranges.push([number, number]);
  }
  const words = ranges.map(([from, to]) => (from === to ? `${from}` : `${from} to ${to}`));
  const shown = words.length > 6 ? [...words.slice(0, 5), `${words.length - 5} more places`] : words;
  const list = shown.length > 1 ? `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}` : shown[0];
  return `${words.length === 1 && ranges[0]![0] === ranges[0]![1] ? "page" : "pages"} ${list}`;
}
