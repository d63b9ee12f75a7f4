import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readStyles } from "../../../../src/theme/styles/read-styles.js";
import { loadTheme } from "../../../../src/theme/templates/templates.js";

const root = mkdtempSync(path.join(tmpdir(), "colophon-theme-"));
const data = { language: "fr", id: "c", title: "T" };

function put(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}

afterAll(() => rmSync(root, { recursive: true }));

describe("templates", () => {
  it("are the base's where neither theme nor publication has one", () => {
    expect(loadTheme("novel", "epub", root).has("section.xhtml")).toBe(true);
    expect(loadTheme("no-such-theme", "epub", root).has("section.xhtml")).toBe(true);
  });

  it("of the publication come before the theme's, file by file", () => {
    put("templates/epub/part.xhtml.hbs", "own {{title}} {{t 'chapter'}}");
    const theme = loadTheme("novel", "epub", root);
    expect(theme.render("part.xhtml", data)).toBe("own T Chapitre");
    expect(theme.has("titlepage.xhtml")).toBe(true);
  });

  it("of the publication may be for one theme only", () => {
    put("templates/magazine/epub/colophon.xhtml.hbs", "magazine's own");
    expect(loadTheme("magazine", "epub", root).render("colophon.xhtml", data)).toBe("magazine's own");
    expect(() => loadTheme("novel", "epub", root).render("colophon.xhtml", data)).toThrow();
  });

  it("are compiled again when a file has changed, and only then", () => {
    put("templates/epub/lot.xhtml.hbs", "one");
    const first = loadTheme("novel", "epub", root);
    expect(loadTheme("novel", "epub", root)).toBe(first);
    put("templates/epub/lot.xhtml.hbs", "two");
    expect(loadTheme("novel", "epub", root).render("lot.xhtml", data)).toBe("two");
  });

  it("share partials of the publication", () => {
    put("templates/partials/seal.hbs", "[{{title}}]");
    put("templates/epub/lol.xhtml.hbs", "{{> seal}}");
    expect(loadTheme("novel", "epub", root).render("lol.xhtml", data)).toBe("[T]");
  });

  it("fail loudly on a name or a word that does not exist", () => {
    put("templates/epub/loi.xhtml.hbs", "{{titel}}");
    put("templates/epub/cover.xhtml.hbs", "{{t 'nonsense'}}");
    const theme = loadTheme("novel", "epub", root);
    expect(() => theme.render("loi.xhtml", data)).toThrow(/titel/);
    expect(() => theme.render("cover.xhtml", data)).toThrow(/nonsense/);
    expect(() => theme.render("gone", data)).toThrow(/gone/);
  });

  it("escape what they show", () => {
    put("templates/epub/endnotes.xhtml.hbs", "{{title}}");
    const theme = loadTheme("novel", "epub", root);
    expect(theme.render("endnotes.xhtml", { ...data, title: "<b>&" })).toBe("&lt;b&gt;&amp;");
  });
});

describe("styles", () => {
  it("are the base's, the theme's and the publication's, in this order", async () => {
    put("styles/epub.css", ".fen { color: inherit }");
    const of = { theme: "novel", root };
    const request = { places: of, dress: "epub", addressOf: String, report: () => undefined } as const;
    const { styles: css } = await readStyles(request);
    const places = ["Running text", "Novel:", ".fen {"].map((text) => css.indexOf(text));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });
});
