import { describe, expect, test } from "vitest";
import { madeEditions } from "../../../src/build/made-editions.js";
import type { Produced } from "../../../src/formats/format.js";

describe("what a build has made", () => {
  const produced = (size: number): Produced => ({ bytes: new Uint8Array(size), diagnostics: [] });

  test("is made once for all that ask for it, without its bytes once they are published, then goes", async () => {
    const kept = madeEditions([{ id: "print" }, { id: "print" }]);
    let made = 0;
    const make = async () => {
      made += 1;
      return produced(9);
    };
    expect((await kept.takeOrMake("print", make)).bytes.length).toBe(9);
    kept.keepPages("print");
    kept.release("print");
    expect((await kept.takeOrMake("print", make)).bytes.length).toBe(0);
    expect(made).toBe(1);
    kept.release("print");
    await kept.takeOrMake("print", make);
    expect(made).toBe(2);
  });
});
