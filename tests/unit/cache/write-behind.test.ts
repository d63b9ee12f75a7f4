import { describe, expect, it } from "vitest";
import type { Store } from "../../../src/cache/store.js";
import { writeBehind } from "../../../src/cache/write-behind.js";

const bytes = (text: string) => Buffer.from(text);

/** A store in memory whose writing goes on until it is let go. */
function slowStore() {
  const entries = new Map<string, Buffer>();
  const waiting: (() => void)[] = [];
  const store: Store = {
    read: async (kind, key) => entries.get(`${kind}/${key}`),
    async write(kind, key, content) {
      await new Promise<void>((resolve) => waiting.push(resolve));
      entries.set(`${kind}/${key}`, Buffer.from(content));
    },
  };
  const letGo = async () => {
    // The next one may begin when the one before it is done.
    for (let turn = 0; turn < 5; turn += 1) {
      for (const go of waiting.splice(0)) go();
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return { entries, store, letGo };
}

describe("a store that nobody waits for", () => {
  it("does not keep who writes waiting", async () => {
    const { entries, store } = slowStore();
    await writeBehind(store).write("run", "one", bytes("1"));
    expect(entries.size).toBe(0);
  });

  it("gives what is on its way as if it were there", async () => {
    const { store, letGo } = slowStore();
    const behind = writeBehind(store);
    await behind.write("run", "one", bytes("1"));
    const read = behind.read("run", "one");
    await letGo();
    expect(await read).toEqual(bytes("1"));
  });

  it("keeps the last of two that are written under one name", async () => {
    const { entries, store, letGo } = slowStore();
    const behind = writeBehind(store);
    await behind.write("history", "one", bytes("1"));
    await behind.write("history", "one", bytes("2"));
    const settled = behind.settled();
    await letGo();
    await settled;
    expect([...entries.values()]).toEqual([bytes("2")]);
  });

  it("is settled when everything is in its place", async () => {
    const { entries, store, letGo } = slowStore();
    const behind = writeBehind(store);
    for (const key of ["one", "two", "three"]) await behind.write("run", key, bytes(key));
    const settled = behind.settled();
    await letGo();
    await settled;
    expect(entries.size).toBe(3);
  });
});
