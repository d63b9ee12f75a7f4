import { describe, expect, it } from "vitest";
import { composeText, readSection } from "./compose-text.js";

const index = (text: string, language = "en") => {
  const composed = composeText({ sections: { chapter: text, index: null }, language });
  const section = composed.sectionOf("index");
  return {
    ...composed,
    print: section && readSection("print", section),
    screen: section && readSection("screen", section),
  };
};

describe("an index", () => {
  it("lists the marked text, or the entry that is given for it", () => {
    const text = 'Met [Weir]{.index} and [Ada]{.index entry="Marsh, Ada"} here.';
    const { print, html } = index(text);
    expect(print).toBe("MMarsh, Ada, <chapter--ix-marsh-ada>WWeir, <chapter--ix-weir>");
    expect(html()).toContain('<span class="index-term" id="chapter--ix-weir">Weir</span>');
  });

  it("nests sub-entries under their entry, sorted", () => {
    const { html } = index('[]{.index entry="AI!training"} x []{.index entry="AI!data"} y [AI]{.index}');
    expect(
      html("index")
        .replace(/<[^>]+>/g, " ")
        .replace(/\s+/g, " "),
    ).toBe(" A AI , 1 data , 1 training , 1 ");
  });

  it("names the mentions of an entry by number in an ebook, each a link with the section's title", () => {
    const { screen, html } = index("# Water\n\n[weir]{.index} and [weir]{.index}");
    expect(screen).toBe("Wweir, 1, 2");
    expect(html("index")).toContain(
      '<a class="index-locator" href="#chapter--ix-weir-2" title="Water">2</a>',
    );
  });

  it("has ranges, and marks the principal page", () => {
    const text =
      '[]{.index entry="weir" range=start}a\n\nb []{.index .main entry="reed"}\n\n[]{.index entry="weir" range=end}';
    const { print, problems } = index(text);
    expect(print).toContain("weir, <chapter--ix-weir/chapter--ix-weir-2>");
    expect(print).toContain("reed, <chapter--ix-reed!>");
    expect(problems).toEqual([]);
  });

  it("sends to other entries, in the language of the book", () => {
    const text =
      '[]{.index entry="IA" see="intelligence artificielle"}[x]{.index entry="intelligence artificielle" see-also="données"} [données]{.index}';
    const { screen, html, problems } = index(text, "fr");
    expect(screen).toContain("IA, voir intelligence artificielle");
    expect(screen).toContain("intelligence artificielle, 1, voir aussi données");
    expect(html("index")).toContain('href="#index--intelligence-artificielle"');
    expect(problems).toEqual([]);
  });

  it("is sorted and grouped by the rules of its language", () => {
    const text = "[zèbre]{.index} [été]{.index} [eau]{.index} [Eure]{.index} [3D]{.index} [« épi »]{.index}";
    expect(index(text, "fr").screen).toBe("Signes et chiffres3D, 1Eeau, 1« épi », 1été, 1Eure, 1Zzèbre, 1");
    expect(index("[ñu]{.index} [nube]{.index} [oso]{.index}", "es").screen).toBe("Nnube, 1Ññu, 1Ooso, 1");
    expect(index("[ñu]{.index} [nube]{.index} [oso]{.index}", "en").screen).toBe("Nñu, 1nube, 1Ooso, 1");
  });

  it("sorts by the key that is given", () => {
    const { screen } = index('[x]{.index entry="β-carotene" sort="beta-carotene"} [x]{.index entry="alder"}');
    expect(screen).toBe("Aalder, 1Bβ-carotene, 1");
  });

  it("finds terms in notes", () => {
    const { print } = index("Text.[^a]\n\n[^a]: The [sluice]{.index}.\n");
    expect(print).toBe("Ssluice, <chapter--ix-sluice>");
  });

  it("leaves no trace in a book without an index", () => {
    const { html } = composeText({ sections: { chapter: 'a[]{.index entry="AI" see="b"} [b]{.index}' } });
    expect(html()).toBe('<p>a <span class="index-term" id="chapter--ix-b">b</span></p>');
  });
});

describe("faults of an index", () => {
  it("are a range that never closes and one that never began, each with its place", () => {
    const { problems } = index('a []{.index entry="x" range=start}\n\nb []{.index entry="y" range=end}');
    expect(problems).toEqual(["chapter.md:3:3 index-range-open", "chapter.md:1:3 index-range-open"]);
  });

  it("are entries that send to nothing", () => {
    const { problems, diagnostics } = index('[]{.index entry="AI" see="weit"} [weir]{.index}');
    expect(problems).toEqual(["chapter.md:1:1 index-see-unknown"]);
    expect(diagnostics[0]?.hint).toBe("Did you mean “weir”?");
  });
});
