/**
 * Makes an SVG file fit for an ebook: no document type from the network, no scripts (EPUB 3.3, 3.9:
 * external identifiers and entities are not allowed), and nothing that validators do not know. Drawing
 * programs write it, and a still picture looks the same without.
 */
import { SaxesParser, type SaxesTagPlain } from "saxes";
import { ATTRIBUTES } from "./svg-attributes.js";
import { shadowSteps } from "./svg-shadow.js";
import { knownAttributes, ofFont, openingTag, type Tag } from "./svg-tag.js";

const DOCTYPE = /<!DOCTYPE\s+svg\b([^>[]*)(\[[\s\S]*?\])?\s*>/;
const SCRIPT = /<script\b[^>]*?(\/>|>[\s\S]*?<\/script\s*>)/g;

/** The file as it is packaged: the same bytes when there is nothing to take out. */
export function packagedImage(mediaType: string, bytes: Uint8Array): Uint8Array {
  if (mediaType !== "image/svg+xml") return bytes;
  const source = Buffer.from(bytes).toString("utf8");
  const clean = withKnownParts(source.replace(DOCTYPE, internalSubset).replace(SCRIPT, ""));
  return clean === source ? bytes : Buffer.from(clean);
}

/** Entities that the drawing declares itself are kept: its text may use them. */
function internalSubset(_doctype: string, _external: string, subset: string | undefined): string {
  return subset?.includes("<!ENTITY") ? `<!DOCTYPE svg ${subset}>` : "";
}

/** A stretch of a file, and what stands in its place. */
interface Change {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The drawing without elements and attributes that are not of SVG 1.1; as it is when it cannot be read. */
function withKnownParts(source: string): string {
  try {
    return changed(source, changesOf(source));
  } catch {
    return source;
  }
}

function changesOf(source: string): Change[] {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const changes: Change[] = [];
  const given = new Set<string>();
  /** How deep the parser is in an element of another language, in one that goes, or in a text. */
  let foreign = 0;
  let unknown = 0;
  let texts = 0;
  let start = 0;
  let from = 0;
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentagstart", () => {
    start = source.lastIndexOf("<", parser.position - 1);
  });
  parser.on("opentag", (tag) => {
    const { name } = tag;
    if (foreign > 0 || name === "foreignObject") foreign += 1;
    if (name === "text") texts += 1;
    if (foreign > 1 || name.includes(":")) {
      if (unknown === 0 && name === "font") changes.push(toTag(ofFont(tag.attributes), tag));
    } else if (unknown > 0 || !ATTRIBUTES.has(name)) {
      if (unknown === 0) from = start;
      unknown += 1;
    } else {
      const known = nameOf(name, texts);
      const attributes = knownAttributes(known, tag.attributes, given);
      if (known !== name || attributes !== tag.attributes)
        changes.push(toTag({ name: known, attributes }, tag));
    }
  });
  parser.on("closetag", (tag) => {
    const { name } = tag;
    const known = foreign > 1 ? (name === "font" ? "span" : name) : nameOf(name, texts);
    if (foreign > 0) foreign -= 1;
    if (name === "text") texts -= 1;
    const to = parser.position;
    if (unknown === 0 && known !== name && !tag.isSelfClosing)
      changes.push({ from: source.lastIndexOf("</", to - 1), to, text: `</${known}>` });
    if (foreign > 0 || name.includes(":") || unknown === 0) return;
    unknown -= 1;
    if (unknown > 0) return;
    const text = name === "feDropShadow" ? shadowSteps(tag.attributes, `shadow-${changes.length}`) : "";
    changes.push({ from, to, text });
  });
  const toTag = (tag: Tag, { isSelfClosing }: SaxesTagPlain): Change => ({
    from: start,
    to: parser.position,
    text: openingTag(tag, isSelfClosing),
  });
  parser.write(source).close();
  return changes;
}

/** A link in a picture leads nowhere: readers show the picture, not the document. */
function nameOf(name: string, texts: number): string {
  return name === "a" ? (texts > 0 ? "tspan" : "g") : name;
}

function changed(source: string, changes: readonly Change[]): string {
  let text = "";
  let done = 0;
  for (const change of changes) {
    text += source.slice(done, change.from) + change.text;
    done = change.to;
  }
  return text + source.slice(done);
}
