import { describe, expect, it } from "vitest";
import { texts } from "../../../support/xml.js";
import { publish } from "./book.js";

const chapter = (html: string) => publish({ sections: [{ id: "c", title: "C", html }] });

describe("awkward content", () => {
  it("with ids that have spaces or stand twice gives a valid ebook", async () => {
    const { diagnostics, read } = await chapter(
      '<h1>C</h1><p id="a b">One</p><p id="twice">Two</p><p id="twice">Three</p><p id="">Four</p><p id="1é">Five</p>',
    );
    expect(diagnostics).toEqual([]);
    const ids = texts(await read("c.xhtml"), "//h:p/@id");
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => /^\S+$/.test(id))).toBe(true);
  });

  it("with an image on the web or in its own address names the place and leaves a frame", async () => {
    for (const src of ["https://example.org/a.png", "data:image/png;base64,AAAA"]) {
      const { diagnostics } = await chapter(`<h1>C</h1>\n<p><img src="${src}" alt="x"></p>`);
      expect(diagnostics).toMatchObject([
        { code: "epub-image-missing", severity: "warning", location: { file: "content/c.md", line: 2 } },
      ]);
      expect(diagnostics[0]!.message.length).toBeLessThan(200);
    }
  });

  it("with HTML that is nested against the rules gives a valid ebook", async () => {
    const { diagnostics } = await chapter(
      "<h1>C</h1><em><div>block in phrase</div></em><ul><p>no item</p><li>item</li></ul><table><p>x</p></table>",
    );
    expect(diagnostics).toEqual([]);
  });

  it("with nothing in any section gives a valid ebook that says so", async () => {
    const { diagnostics } = await publish({
      sections: [
        { id: "a", title: "", html: "" },
        { id: "b", title: "", html: "" },
      ],
    });
    expect(new Set(diagnostics.map(({ code, severity }) => `${severity} ${code}`))).toEqual(
      new Set(["warning epub-section-empty"]),
    );
  });
});
