import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { PagedLayout } from "../../../../../../src/formats/pdf/paginate/engine/paged-types.js";
import { PARTS } from "../../../../../../src/formats/pdf/paginate/engine/parts.js";

/** What each part has changed, by its name, in the order in which it came about. */
const changed: { readonly part: string; readonly what: string }[] = [];

/** An object that has everything, and writes down what it is given. */
function recorder(part: () => string): object {
  return new Proxy(
    {},
    {
      has: () => true,
      get: () => () => undefined,
      set: (_, what) => changed.push({ part: part(), what: String(what) }) > 0,
    },
  );
}

beforeAll(() => {
  let part = "";
  const anything: unknown = new Proxy(() => undefined, {
    get: (_, key) => (key === Symbol.toPrimitive ? () => "" : anything),
    set: () => true,
    apply: () => anything,
  });
  class Handler {}
  const handlers: { readonly prototype: object }[] = [];
  const own = { prototype: recorder(() => part), toString: () => "stringSetSelectors" };
  const paged = {
    Handler,
    registeredHandlers: [own],
    registerHandlers: (...made: readonly { readonly prototype: object }[]) => {
      for (const handler of made) {
        handlers.push(handler);
        const hooks = Object.getOwnPropertyNames(handler.prototype).filter((name) => name !== "constructor");
        for (const what of hooks) changed.push({ part, what });
      }
    },
  };
  vi.stubGlobal("document", anything);
  vi.stubGlobal("window", {
    Paged: paged,
    PagedConfig: recorder(() => part),
    colophonRestoreLater: () => undefined,
  });
  for (const { install } of PARTS) {
    part = install.name;
    install();
    const { colophonChangeLayout: ask } = window;
    if (part === "collectLayoutChanges") {
      window.colophonChangeLayout = (change) => {
        const by = part;
        ask((prototype) => {
          part = by;
          change(prototype);
        });
      };
    }
  }
  const layouts = handlers.filter(({ prototype }) => "onPageLayout" in prototype);
  const layout = Object.create(recorder(() => part)) as PagedLayout;
  for (const { prototype } of layouts) {
    (prototype as { onPageLayout(...given: unknown[]): void }).onPageLayout(undefined, undefined, layout);
  }
});

afterAll(() => void vi.unstubAllGlobals());

describe("the list of the changes to Paged.js", () => {
  it.each(PARTS.map(({ install, changes }) => [install.name, changes] as const))(
    "says what %s changes",
    (name, changes) => {
      const own = changed.filter(({ part }) => part === name).map(({ what }) => what);
      expect([...own].sort()).toEqual([...changes].sort());
    },
  );

  it.each([
    ["findOverflow", ["breakAtTheRightText", "keepLastLines", "keepFloats", "keepBlockStarts"]],
    ["findBreakToken", ["breakAtTheRightText", "keepLastLines", "breakUntilItFits"]],
  ])("wraps %s from the inside out in its own order", (what, parts) => {
    expect(changed.filter((each) => each.what === what).map(({ part }) => part)).toEqual(parts);
    const listed = PARTS.filter(({ changes }) => changes.includes(what)).map(({ install }) => install.name);
    expect(listed).toEqual(parts);
  });

  it("gives a reason for the place of each part that changes what another one changes", () => {
    const counts = new Map<string, number>();
    const layouts = PARTS.filter(({ changes }) => changes.some((what) => what.startsWith("find")));
    for (const { changes } of layouts)
      for (const what of changes) counts.set(what, (counts.get(what) ?? 0) + 1);
    const shared = layouts.filter(({ changes }) => changes.some((what) => counts.get(what)! > 1));
    expect(shared.filter(({ place }) => place === undefined)).toEqual([]);
  });
});
