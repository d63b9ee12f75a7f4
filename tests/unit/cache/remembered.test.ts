import { describe, expect, it } from "vitest";
import { remembered } from "../../../src/cache/remembered.js";
import { noStore, type Store } from "../../../src/cache/store.js";

/** A store in memory that writes down what is read from it. */
function storeWith(...entries: readonly string[]) {
  const all = new Map(entries.map((name) => [name, Buffer.from(name)]));
  const read: string[] = [];
  const store: Store = {
    async read(kind, key) {
      read.push(`${kind}/${key}`);
      return all.get(`${kind}/${key}`);
    },
    async write(kind, key, content) {
      all.set(`${kind}/${key}`, Buffer.from(content));
    },
  };
  return { store, read };
}

describe("a store that remembers", () => {
  it("reads an entry once", async () => {
    const { store, read } = storeWith("run/one");
    const kept = remembered(store);
    expect(String(await kept.read("run", "one"))).toBe("run/one");
    expect(String(await kept.read("run", "one"))).toBe("run/one");
    expect(read).toEqual(["run/one"]);
  });

  it("looks again for what was not there, and finds what has been written since", async () => {
    const kept = remembered(storeWith().store);
    expect(await kept.read("run", "one")).toBeUndefined();
    await kept.write("run", "one", Buffer.from("new"));
    expect(String(await kept.read("run", "one"))).toBe("new");
  });

  it("forgets what was not used for longest when there is too much", async () => {
    const { store, read } = storeWith("run/one", "run/two", "run/six");
    const kept = remembered(store, "run/one".length * 2);
    for (const key of ["one", "two", "one", "six", "one", "two"]) await kept.read("run", key);
    expect(read).toEqual(["run/one", "run/two", "run/six", "run/two"]);
  });

  it("asks each time for what changes under its name", async () => {
    const { store, read } = storeWith("history/one");
    const kept = remembered(store);
    await kept.read("history", "one");
    await kept.read("history", "one");
    expect(read).toHaveLength(2);
  });

  it("keeps nothing when nothing is to be kept", async () => {
    const kept = remembered(noStore);
    await kept.write("run", "one", Buffer.from("new"));
    expect(await kept.read("run", "one")).toBeUndefined();
  });
});
