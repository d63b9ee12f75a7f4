/**
 * Makes an SVG file fit for an ebook: no document type from the network, no scripts (EPUB 3.3, 3.9:
 * external identifiers and entities are not allowed), and nothing that validators do not know. Drawing
 * programs write it, and a still picture looks the same without.
 */
import { SaxesParser, type SaxesTagPlain } from "saxes";
import { ELEMENTS, placeOf } from "../svg-schema.js";

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
  /** How deep the parser is in an element of another language, or in one that goes. */
  let foreign = 0;
  let unknown = 0;
  let start = 0;
  let from = 0;
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentagstart", () => {
    start = source.lastIndexOf("<", parser.position - 1);
  });
  parser.on("opentag", (tag) => {
    if (foreign > 0 || tag.name === "foreignObject") foreign += 1;
    if (foreign > 1 || tag.name.includes(":")) return;
    if (unknown > 0 || !ELEMENTS.has(tag.name)) {
      if (unknown === 0) from = start;
      unknown += 1;
    } else changes.push(...changeOfTag(tag, start, parser.position));
  });
  parser.on("closetag", (tag) => {
    if (foreign > 0) foreign -= 1;
    if (foreign > 0 || tag.name.includes(":") || unknown === 0) return;
    unknown -= 1;
    if (unknown === 0) changes.push({ from, to: parser.position, text: "" });
  });
  parser.write(source).close();
  return changes;
}

function changeOfTag({ name, attributes, isSelfClosing }: SaxesTagPlain, from: number, to: number): Change[] {
  const entries = Object.entries(attributes);
  const moved = entries.filter(([key, value]) => placeOf(name, key, value) !== "attribute");
  if (moved.length === 0) return [];
  const declarations = moved
    .filter(([key, value]) => placeOf(name, key, value) === "style")
    .map(([key, value]) => `${key}:${value}`);
  const kept = new Map(entries.filter((entry) => !moved.some(([key]) => key === entry[0])));
  // What the style says itself comes last, and counts.
  const style = [...declarations, ...(kept.has("style") ? [kept.get("style")!] : [])].join(";");
  if (style !== "") kept.set("style", style);
  const written = [...kept].map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`).join("");
  return [{ from, to, text: `<${name}${written}${isSelfClosing ? "/" : ""}>` }];
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

function escapeAttribute(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll('"', "&quot;")
    .replace(/[\t\n\r]/g, (each) => `&#${each.charCodeAt(0)};`);
}
