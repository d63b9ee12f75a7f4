/** The outline beside the pages: ISO 32000-1, 12.3.3. */
import { type PDFContext, PDFName, PDFNumber, type PDFRef } from "@cantoo/pdf-lib";
import type { OutlineEntry } from "../../../model/print.js";
import type { Destinations } from "./destinations.js";
import { rawObject } from "./raw-object.js";
import { textString } from "./text-string.js";

/**
 * Writes the outline.
 *
 * @param unresolved Called with the id of each entry that leads nowhere; it stays as a label.
 * @returns The outline dictionary; nothing when there are no entries.
 */
export function writeOutline(
  context: PDFContext,
  entries: readonly OutlineEntry[],
  destinations: Destinations,
  unresolved: (id: string) => void,
): PDFRef | undefined {
  if (entries.length === 0) return undefined;
  const root = context.nextRef();
  const children = writeItems(entries, root);
  context.assign(
    root,
    context.obj({ Type: "Outlines", First: children.first, Last: children.last, Count: children.visible }),
  );
  return root;

  function writeItems(siblings: readonly OutlineEntry[], parent: PDFRef): Items {
    const refs = siblings.map(() => context.nextRef());
    let visible = siblings.length;
    siblings.forEach((entry, index) => {
      const ref = refs[index]!;
      const destination = destinations.find(entry.id);
      if (destination === undefined) unresolved(entry.id);
      const item = context.obj({
        Title: textString(entry.title),
        Parent: parent,
        Prev: refs[index - 1],
        Next: refs[index + 1],
        Dest: destination === undefined ? undefined : rawObject(destination),
      });
      context.assign(ref, item);
      if (entry.children.length === 0) return;
      const below = writeItems(entry.children, ref);
      item.set(PDFName.of("First"), below.first);
      item.set(PDFName.of("Last"), below.last);
      // A closed entry counts downwards: what it would show when opened.
      item.set(PDFName.of("Count"), PDFNumber.of(entry.expanded ? below.visible : -below.visible));
      if (entry.expanded) visible += below.visible;
    });
    return { first: refs[0]!, last: refs.at(-1)!, visible };
  }
}

interface Items {
  readonly first: PDFRef;
  readonly last: PDFRef;
  /** Entries that show while all entries above them are open. */
  readonly visible: number;
}
