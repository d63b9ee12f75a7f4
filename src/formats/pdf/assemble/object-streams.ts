/** Objects pressed together: ISO 32000-1, 7.5.7. */
import { createHash } from "node:crypto";
import type { PDFContext } from "@cantoo/pdf-lib";
import type { SegmentStore } from "./assembly.js";

/** More objects in one stream press better; a viewer reads a whole stream for one object. */
export const OBJECTS_PER_STREAM = 200;

export interface ObjectStream {
  /** Numbers of the objects in it, in order. */
  readonly members: readonly number[];
  /** Offset of the first object in the content before it was pressed. */
  readonly first: number;
  /** FlateDecode data. */
  readonly content: Uint8Array;
}

/** Number and text of each object. */
type Numbered = readonly (readonly [number, string])[];

/**
 * The table of numbers and offsets, then the objects one after another. Pressed in JavaScript, by
 * pdf-lib: what the machine's own library makes depends on its version and on the processor.
 */
export function pressObjects(context: PDFContext, objects: Numbered): Omit<ObjectStream, "members"> {
  const { first, bytes } = unpressed(objects);
  return { first, content: context.flateStream(bytes).contents };
}

/** As `pressObjects`, but taken from an earlier assembly when the objects are the same. */
export async function pressOnce(
  context: PDFContext,
  objects: Numbered,
  segments: SegmentStore,
): Promise<ObjectStream> {
  const members = objects.map(([number]) => number);
  const { first, bytes } = unpressed(objects);
  const name = createHash("sha256").update("objects:").update(bytes).digest("hex");
  const kept = await segments.read(name);
  const content = kept ?? context.flateStream(bytes).contents;
  if (!kept) await segments.write(name, content);
  return { members, first, content };
}

function unpressed(objects: Numbered): { readonly first: number; readonly bytes: Buffer } {
  const table: string[] = [];
  let offset = 0;
  for (const [number, text] of objects) {
    table.push(`${number} ${offset}`);
    offset += text.length + 1;
  }
  const head = `${table.join(" ")}\n`;
  const body = objects.map(([, text]) => `${text}\n`).join("");
  return { first: head.length, bytes: Buffer.from(head + body, "latin1") };
}
