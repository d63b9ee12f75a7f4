/**
 * What is in an ebook, read in its finished files: templates of a theme may write other package documents
 * than ours, and what they do not say is not claimed.
 */
import { posix } from "node:path";
import { SaxesParser } from "saxes";
import { imageFacts } from "../../input/images/image-facts.js";
import { type EbookFiles, PACKAGE_DOCUMENT } from "../../model/ebook.js";
import type { AccessibilityFacts, Facts, ImageFact } from "../../model/facts.js";
import { postScriptName } from "../../theme/fonts/font-file.js";

/** An element of the package document, with the text in it. */
interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

export function factsOf(files: EbookFiles): Facts {
  const elements = readElements(new TextDecoder().decode(files.get(PACKAGE_DOCUMENT)));
  const named = (name: string) => elements.filter((each) => each.name === name);
  const items = named("item").map(({ attributes }) => ({
    type: attributes["media-type"] ?? "",
    bytes: files.get(posix.join(posix.dirname(PACKAGE_DOCUMENT), attributes.href ?? "")),
  }));
  const bytesOf = (isWanted: (type: string) => boolean): Uint8Array[] =>
    items.flatMap(({ type, bytes }) => (bytes && isWanted(type) ? [bytes] : []));
  const fonts = bytesOf((type) => type.startsWith("font/")).flatMap((each) => postScriptName(each) ?? []);
  return {
    extent: named("itemref").length,
    languages: [...new Set(named("language").map(({ text }) => text))],
    fonts: [...new Set(fonts)].sort(),
    images: bytesOf((type) => type.startsWith("image/")).map(imageFact),
    accessibility: accessibilityOf(elements),
  };
}

function imageFact(bytes: Uint8Array): ImageFact {
  const { width, height } = imageFacts(bytes) ?? {};
  return width === undefined || height === undefined
    ? { bytes: bytes.length }
    : { width, height, bytes: bytes.length };
}

function accessibilityOf(elements: readonly Element[]): AccessibilityFacts {
  const all = (property: string): string[] =>
    elements.filter(({ attributes }) => attributes.property === property).map(({ text }) => text);
  const report = elements.find(({ attributes }) => attributes.rel === "a11y:certifierReport");
  const single = {
    summary: all("schema:accessibilitySummary")[0],
    conformsTo: all("dcterms:conformsTo")[0],
    certifier: all("a11y:certifiedBy")[0],
    credential: all("a11y:certifierCredential")[0],
    report: report?.attributes.href,
    exemption: all("a11y:exemption")[0],
  };
  return {
    modes: all("schema:accessMode"),
    sufficient: all("schema:accessModeSufficient"),
    features: all("schema:accessibilityFeature"),
    hazards: all("schema:accessibilityHazard"),
    ...Object.fromEntries(Object.entries(single).filter(([, value]) => value !== undefined)),
  };
}

/** Names are without their prefix. What is not well-formed EPUBCheck has told, and the ebook is not published. */
function readElements(text: string): Element[] {
  const elements: Element[] = [];
  const open: Element[] = [];
  const parser = new SaxesParser({ xmlns: false as const });
  parser.on("error", () => undefined);
  parser.on("opentag", ({ name, attributes }) => {
    const element = { name: name.replace(/^.*:/, ""), attributes, text: "" };
    elements.push(element);
    open.push(element);
  });
  parser.on("text", (content) => {
    const element = open.at(-1);
    if (element) element.text += content;
  });
  parser.on("closetag", () => void open.pop());
  parser.write(text).close();
  return elements;
}
