import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { beginDocuments } from "../../../../../../src/formats/pdf/paginate/engine/documents.js";

class Previewer {
  readonly on = vi.fn();
}

/** What Paged.js registers itself. */
const OWN = ["breaks", "footnotes"];

beforeEach(() => {
  const Paged = { registeredHandlers: [...OWN], Previewer };
  vi.stubGlobal("window", { Paged, PagedPolyfill: new Previewer() });
  beginDocuments();
});

afterEach(() => void vi.unstubAllGlobals());

describe("the next document of a page", () => {
  it("finds the engine begun anew, with the handlers of one document", () => {
    window.colophonBegin(() => void window.Paged.registeredHandlers.push("notes"));
    window.colophonBegin(() => void window.Paged.registeredHandlers.push("survey"));
    expect(window.Paged.registeredHandlers).toEqual([...OWN, "notes", "survey"]);
    window.Paged.registeredHandlers.push("made while pages were laid out");
    window.colophonRenew();
    expect(window.Paged.registeredHandlers).toEqual([...OWN, "notes", "survey"]);
  });

  it("has a previewer of its own, which the engine sees", () => {
    const previewers = new Set<unknown>();
    window.colophonBegin(() => void previewers.add(window.PagedPolyfill));
    window.colophonRenew();
    expect(previewers.size).toBe(2);
  });

  it("finds classes as they were, however often they were changed", () => {
    class Layout {
      find(): string {
        return "found";
      }
    }
    window.colophonBegin(() => {
      window.colophonRestoreLater(Layout.prototype);
      const { find } = Layout.prototype;
      Layout.prototype.find = () => `${find()} once more`;
    });
    expect(new Layout().find()).toBe("found once more");
    window.colophonRenew();
    window.colophonRenew();
    expect(new Layout().find()).toBe("found once more");
  });
});
