/** Results kept in memory for the life of the process: only the newest few, so that a catalogue does not fill it. */

export interface RecentResults<Value> {
  /** The value that is kept under the key, else a new one, which is kept. */
  takeOrMake(key: string, make: () => Value): Value;
}

/** @param most how many values are kept; the one that was not used for longest goes first. */
export function recentResults<Value>(most: number): RecentResults<Value> {
  const kept = new Map<string, { readonly value: Value }>();
  return {
    takeOrMake(key, make) {
      const entry = kept.get(key) ?? { value: make() };
      // Put in again, it is the newest.
      kept.delete(key);
      kept.set(key, entry);
      const oldest = kept.size > most ? kept.keys().next().value : undefined;
      if (oldest !== undefined) kept.delete(oldest);
      return entry.value;
    },
  };
}
