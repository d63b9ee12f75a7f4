/** Objects pressed together: ISO 32000-1, 7.5.7. */
import type { PDFContext } from "@cantoo/pdf-lib";

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

/**
 * The table of numbers and offsets, then the objects one after another. Pressed in JavaScript, by
 * pdf-lib: what the machine's own library makes depends on its version and on the processor.
 */
export function pressObjects(
  context: PDFContext,
  objects: readonly (readonly [number, string])[],
): Pick<ObjectStream, "first" | "content"> {
  const table: string[] = [];
  let offset = 0;
  for (const [number, text] of objects) {
    table.push(`${number} ${offset}`);
    offset += text.length + 1;
  }
  const head = `${table.join(" ")}\n`;
  const body = objects.map(([, text]) => `${text}\n`).join("");
  const { contents } = context.flateStream(Buffer.from(head + body, "latin1"));
  return { first: head.length, content: contents };
}
