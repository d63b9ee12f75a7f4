/** Reads the XML of a style as a tree of elements: CSL has no mixed content. */
import { SaxesParser } from "saxes";

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
  /** Where it begins; counts from 1. */
  readonly line: number;
}

interface OpenElement extends XmlElement {
  readonly children: XmlElement[];
  text: string;
}

export class XmlFault extends Error {
  readonly line: number;
  readonly column: number;
  constructor(message: string, line: number, column: number) {
    super(message);
    this.line = line;
    this.column = column;
  }
}

/** The processor goes down into elements; no style is a tenth as deep. */
const DEEPEST = 200;

/** @throws XmlFault when the text is not well-formed. */
export function parseXml(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const open: OpenElement[] = [];
  let root: XmlElement | undefined;
  parser.on("opentag", ({ name, attributes }) => {
    const element: OpenElement = {
      name: name.replace(/^cs:/, ""),
      attributes: attributes as Record<string, string>,
      children: [],
      text: "",
      line: parser.line,
    };
    if (open.length > DEEPEST)
      throw new XmlFault("its elements are nested too deeply", parser.line, parser.column);
    open.at(-1)?.children.push(element);
    open.push(element);
    root ??= element;
  });
  parser.on("closetag", () => void open.pop());
  parser.on("text", (value) => {
    const element = open.at(-1);
    if (element) element.text += value;
  });
  parser.on("error", (error) => {
    const message = error.message.replace(/^[\d:\s]+/, "");
    throw new XmlFault(message, parser.line, parser.column);
  });
  parser.write(text).close();
  if (!root) throw new XmlFault("it has no element", 1, 1);
  return root;
}

export function childrenNamed(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

export function childNamed(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}
