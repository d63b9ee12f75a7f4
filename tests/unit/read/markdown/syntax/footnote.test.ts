import { describe, expect, test } from "vitest";
import { parseText, show } from "../parse-text.js";

describe("footnotes", () => {
  test("a reference is a mark without content, and its note stands apart with all its blocks", () => {
    const { html, notes } = parseText(
      "a[^n] b[^n]\n\n[^n]: one\n\n    - two\n\n    ```text\n    three\n    ```\n\nc\n",
    );
    expect(html).toBe('<p>a<sup data-note="n"></sup> b<sup data-note="n"></sup></p>\n<p>c</p>');
    expect(show(notes.get("n")!.children)).toBe(
      '<p>one</p>\n<ul>\n<li>two</li>\n</ul>\n<pre><code class="language-text hljs">three\n</code></pre>',
    );
  });

  test("notes stand in the order of their definitions, inline ones at their place", () => {
    const { notes, problems } = parseText("[^b]: B\n\nx[^a]^[inline] y[^b]\n\n[^a]: A\n");
    expect([...notes.keys()]).toEqual(["b", "inline-1", "a"]);
    expect(problems).toEqual([]);
  });

  test("an inline note never takes an author's label", () => {
    const { notes } = parseText("x^[one] y[^inline-1]\n\n[^inline-1]: two\n");
    expect([...notes].map(([label, note]) => `${label} ${show(note.children)}`)).toEqual([
      "inline-2 <p>one</p>",
      "inline-1 <p>two</p>",
    ]);
  });

  test("inline notes may follow each other, hold links, and stand in captions", () => {
    const { notes, html } = parseText("a^[b [c](d.md)]^[e]\n\n![cap^[f]](a.png)\n");
    expect(notes.size).toBe(3);
    expect(html).toContain('<figcaption>cap<sup data-note="inline-3"></sup></figcaption>');
  });

  test("a reference without a text is an error at its place and stays as written", () => {
    const { html, problems } = parseText("one\ntwo [^x] three\n");
    expect(html).toBe("<p>one\ntwo [^x] three</p>");
    expect(problems).toEqual(["2:5 note-without-text"]);
  });

  test("a note that nothing refers to is a warning", () => {
    expect(parseText("a\n\n[^x]: b\n").problems).toEqual(["3:1 note-not-used"]);
  });

  test.each([
    ["a cell", "<table><tr><td>a[^x]</td></tr></table>"],
    ["a block", "<div>\na[^x]\n</div>"],
    ["code", "`a[^x]`"],
  ])("a note whose mark is only in HTML or code, as in %s, is told with the reason", (_, text) => {
    const { diagnostics } = parseText(`${text}\n\n[^x]: b\n`);
    expect(diagnostics.map(({ code }) => code)).toEqual(["note-not-used"]);
    expect(diagnostics[0]!.hint).toMatch(/^Put an empty line before and after/);
  });

  test("a second text for a label is told, and goes on in the note that a reference means", () => {
    const { notes, problems } = parseText("a[^x]\n\n[^x]: one\n\n[^x]: two\n");
    expect(problems).toEqual(["5:1 duplicate-note"]);
    expect(show(notes.get("x")!.children)).toBe("<p>one</p>\n<p>two</p>");
  });

  test("of two texts for a label a reference means the one that follows it", () => {
    const text = "a[^x] b[^x]\n\n[^x]: one\n\nc[^x]\n\n[^x]: two\n\nd[^x]\n";
    const { html, notes } = parseText(text);
    const labels = [...html.matchAll(/data-note="([^"]*)"/g)].map(([, label]) => label!);
    const texts = labels.map((label) => show(notes.get(label)!.children));
    expect(texts).toEqual(["<p>one</p>", "<p>one</p>", "<p>two</p>", "<p>two</p>"]);
  });

  test("a note inside of a note is a note of its own", () => {
    const { notes, problems } = parseText("a[^x]\n\n[^x]: one^[two] [^y]\n\n[^y]: three\n");
    expect([...notes.keys()]).toEqual(["x", "inline-1", "y"]);
    expect(problems).toEqual([]);
  });

  test("a tag left open in a note does not reach the text", () => {
    const { html, notes } = parseText("a[^x]\n\n[^x]: <b>one\n\nb\n");
    expect(html).toBe('<p>a<sup data-note="x"></sup></p>\n<p>b</p>');
    expect(show(notes.get("x")!.children)).toBe("<p><b>one</b></p>");
  });
});
