/** Writes balanced name trees and number trees: ISO 32000-1, 7.9.6 and 7.9.7. */
import type { PDFContext, PDFObject, PDFRef } from "@cantoo/pdf-lib";

/** `Names` is the key of name trees, `Nums` of number trees. */
type Leaves = "Names" | "Nums";

const FAN_OUT = 64;

/**
 * Writes a tree.
 *
 * @param entries Sorted by key.
 * @returns The root of the tree.
 */
export function writeTree(
  context: PDFContext,
  leaves: Leaves,
  entries: readonly (readonly [PDFObject, PDFObject])[],
): PDFRef {
  if (entries.length <= FAN_OUT) return context.register(context.obj({ [leaves]: entries.flat() }));
  let level: Node[] = chunks(entries).map((chunk) => ({
    ref: context.register(context.obj({ Limits: limits(chunk), [leaves]: chunk.flat() })),
    first: chunk[0]![0],
    last: chunk.at(-1)![0],
  }));
  while (level.length > FAN_OUT) {
    level = chunks(level).map((kids) => {
      const first = kids[0]!.first;
      const last = kids.at(-1)!.last;
      const dict = context.obj({ Limits: [first, last], Kids: kids.map((kid) => kid.ref) });
      return { ref: context.register(dict), first, last };
    });
  }
  return context.register(context.obj({ Kids: level.map((kid) => kid.ref) }));
}

interface Node {
  readonly ref: PDFRef;
  readonly first: PDFObject;
  readonly last: PDFObject;
}

function limits(entries: readonly (readonly [PDFObject, PDFObject])[]): PDFObject[] {
  return [entries[0]![0], entries.at(-1)![0]];
}

function chunks<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / FAN_OUT) }, (_, index) =>
    items.slice(index * FAN_OUT, (index + 1) * FAN_OUT),
  );
}
