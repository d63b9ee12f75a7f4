/**
 * Lets lines end inside of long addresses and paths, where a reader expects it and without a hyphen.
 *
 * A place is an element without a letter (`<wbr>`): what is copied or searched is the address. Where a browser
 * would end a line by itself, behind a hyphen or a question mark, the sign is held to the letter behind it.
 */
import type { Element, ElementContent, Parents, RootContent, Text } from "hast";
import { breakableInCode, breakableInText, partsOfAddress } from "../language/typography/address-breaks.js";
import type { Span } from "../language/typography/addresses.js";

/** Their lines are the author's, or no text. */
const SEALED = new Set(["pre", "svg", "math", "style", "script", "textarea"]);
const CODE = new Set(["code", "kbd", "samp", "tt", "var"]);

type FindSpans = (text: string) => Span[];

/** Marks the places in all texts of a tree, in place. */
export function breakAddresses(tree: Parents): void {
  breakIn(tree, breakableInText);
}

function breakIn(parent: Parents, find: FindSpans): void {
  let isChanged = false;
  const children = (parent.children as (ElementContent | RootContent)[]).flatMap((child) => {
    if (child.type === "element" && !SEALED.has(child.tagName)) {
      breakIn(child, CODE.has(child.tagName) ? breakableInCode : find);
    }
    const spans = child.type === "text" ? find(child.value) : [];
    if (spans.length === 0) return [child];
    isChanged = true;
    return withPlaces(child as Text, spans);
  });
  if (isChanged) parent.children = children as ElementContent[];
}

function withPlaces({ value }: Text, spans: readonly Span[]): ElementContent[] {
  const nodes: ElementContent[] = [];
  let done = 0;
  for (const { from, to } of spans) {
    nodes.push(
      ...textOf(value.slice(done, from)),
      ...partsOfAddress(value.slice(from, to)).flatMap(partAfterPlace),
    );
    done = to;
  }
  return [...nodes, ...textOf(value.slice(done))];
}

function partAfterPlace(part: string, index: number): ElementContent[] {
  const place: Element = { type: "element", tagName: "wbr", properties: {}, children: [] };
  return [...(index === 0 ? [] : [place]), ...held(part)];
}

/** Signs behind which browsers end lines, with the letter that has to stay with them. */
const NO_END = /([-?]+[^-?])/;

function held(part: string): ElementContent[] {
  return part.split(NO_END).flatMap((text, index) => {
    if (index % 2 === 0) return textOf(text);
    return [
      { type: "element", tagName: "span", properties: { className: ["unbroken"] }, children: textOf(text) },
    ];
  });
}

function textOf(value: string): ElementContent[] {
  return value === "" ? [] : [{ type: "text", value }];
}
