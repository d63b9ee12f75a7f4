/** Cuts the documents of a large ebook into parts of about the same size, to be checked side by side. */
import type { Examined } from "./examine.js";

/** Bytes of documents from which on it pays: a thread needs some time of its own. */
const LARGE = 600_000;

/** None for a book that is not large, or cannot be cut. */
export function inParts(documents: readonly Examined[], most: number): ReadonlySet<Examined>[] {
  const size = documents.reduce((sum, each) => sum + each.size, 0);
  if (most < 2 || size < LARGE) return [];
  const parts = Array.from({ length: most }, () => ({ documents: new Set<Examined>(), size: 0 }));
  // The largest first, each to the smallest part: none is much larger than another in the end.
  const bySize = documents
    .filter(({ isReplaceable }) => isReplaceable)
    .sort((one, other) => other.size - one.size);
  for (const document of bySize) {
    const smallest = parts.reduce((one, other) => (other.size < one.size ? other : one));
    smallest.documents.add(document);
    smallest.size += document.size;
  }
  return parts.map((part) => part.documents);
}
