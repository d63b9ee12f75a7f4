/**
 * The cache as a build with extensions sees it: nothing that another set of them has made.
 *
 * A laid-out run is named by its finished HTML, so only scripts in the page can change what
 * comes of it. Everything else depends on functions as well, which only their version can name.
 */
import { type EntryKind, keyOf, type Store } from "../cache/store.js";
import type { OpenExtensions } from "../model/extensions.js";

/** Guesses, lists of files that are compared, what is named by its content or came from servers: right whatever made them. */
const INDEPENDENT: readonly EntryKind[] = [
  "history",
  "segment",
  "archive",
  "fetched",
  "diagram",
  "glyphs",
  "font",
];
/** Named by the HTML that extensions have had their part in already. */
const AFTER_RENDERING: readonly EntryKind[] = ["run"];

export function storeFor(store: Store, { identity, handlers }: OpenExtensions): Store {
  if (identity === "") return store;
  const scripts = handlers.map(({ source }) => source);
  /** The entry's name for these extensions; undefined when it cannot be told. */
  const nameOf = (kind: EntryKind, key: string): string | undefined => {
    if (INDEPENDENT.includes(kind)) return key;
    if (AFTER_RENDERING.includes(kind))
      return scripts.length === 0 ? key : keyOf("handlers", ...scripts, key);
    return identity === undefined ? undefined : keyOf("extensions", identity, key);
  };
  return {
    async read(kind, key) {
      const name = nameOf(kind, key);
      return name === undefined ? undefined : store.read(kind, name);
    },
    async write(kind, key, content) {
      const name = nameOf(kind, key);
      if (name !== undefined) await store.write(kind, name, content);
    },
  };
}
