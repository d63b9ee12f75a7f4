import type { Element } from "hast";
import { toHtml } from "hast-util-to-html";
import { describe, expect, test } from "vitest";
import { typesetTree } from "../../../src/compose/typography.js";
import { composeText, textsOf, treesOf } from "./typography-book.js";
import { composeSample } from "./typography-sample.js";

const SAMPLE = "content/le-son-et-la-machine";

function html(markdown: string, language = "fr", more = {}): string {
  const { book } = composeText(markdown, language, more);
  const [section] = book.sections;
  return toHtml(section!.bodies[0]!.tree).replaceAll("\u00A0", "~").replaceAll("\u202F", "_");
}

describe("text is typeset across the borders of elements", () => {
  test("a sign after emphasis gets its space outside of the emphasis", () => {
    expect(html("Un *mot*; et **`code`** !")).toContain(
      "<em>mot</em>_; et <strong><code>code</code></strong>_!",
    );
  });

  test("quotes around emphasis and links are those of the language", () => {
    expect(html('Il dit "*oui*" et "[non](https://a.b/?c;d)".')).toContain(
      '«~<em>oui</em>~» et «~<a href="https://a.b/?c;d">non</a>~».',
    );
  });

  test("a note's number stands between a word and its sign", () => {
    expect(html("Un mot[^1] !\n\n[^1]: Note ; fin.")).toMatch(/mot<a [^>]+>1<\/a>_!/);
  });

  test("blocks know nothing of each other", () => {
    expect(html('- "un\n- deux" ?')).toContain("<li>«~un</li>\n<li>deux~»_?</li>");
  });

  test("a line break is a space", () => {
    expect(html("mot\n!")).toContain("mot_!");
  });
});

describe("what is no prose stays as it is", () => {
  test.each([
    "`a ; b`",
    "<kbd>a ; b</kbd>",
    "<samp>a ; b</samp>",
    "<svg><text>a ; b</text></svg>",
    "<math><mi>a ; b</mi></math>",
    '```\na ; b -- "c"\n```',
    "[https://a.b/c;d?e](https://a.b/c;d?e)",
    "<https://a.b/c;d?e=1>",
  ])("%s", (markdown) => {
    const as = (typography: "language" | "as-typed") => html(`x\n\n${markdown}\n\ny`, "fr", { typography });
    expect(as("language")).toBe(as("as-typed"));
  });

  test("ids and addresses", () => {
    const { book } = composeText("# L'été : quoi ?\n\n[x](#létéquoi)\n\n## C'est \"ça\" ?\n\nz", "fr");
    expect([...book.anchors.keys()].join()).toMatch(/^[\w,-]+$/);
    const plain = composeText("# L'été : quoi ?\n\nx\n\n## C'est \"ça\" ?\n\nz", "fr", {
      typography: "as-typed",
    });
    expect([...book.anchors.keys()]).toEqual([...plain.book.anchors.keys()]);
  });
});

describe("languages", () => {
  test("a span in another language has the rules of that language", () => {
    expect(html('le "[so "said" he]{lang=en}" !')).toContain('«~<span lang="en">so “said” he</span>~»_!');
  });

  test("a block in another language has the rules of that language", () => {
    expect(html('::: {lang=de}\n"Ja!"\n:::\n\n"oui !"')).toMatch(/„Ja!“[\s\S]*«~oui_!~»/);
  });

  test("a section may be in another language than its edition", () => {
    const sections = [
      {
        role: "chapter",
        matter: "body",
        files: ["text.md"],
        language: "en",
        location: { file: "p", line: 1, column: 1 },
      },
    ];
    expect(html('"Yes!"', "fr", { sections })).toContain("“Yes!”");
  });

  test("a language that does not exist is told with its place, and left out", () => {
    const { diagnostics } = composeText("Un\n\nle [mot]{lang=xx-foo}", "fr");
    expect(diagnostics).toMatchObject([
      { code: "unknown-language", severity: "warning", location: { file: "text.md", line: 3, column: 4 } },
    ]);
  });
});

describe("titles", () => {
  test("a heading, its entry in the contents and the running head are typeset alike", () => {
    const { book } = composeText('# Où ? *Là* !\n\nx\n\n## L\'un : "deux"\n\ny', "fr");
    expect(book.sections[0]!.title).toBe("Où\u202F? Là\u202F!");
    expect(book.contents[0]).toMatchObject({ title: "Où\u202F? Là\u202F!" });
    expect(book.contents[0]!.children[0]!.title).toBe("L’un\u00A0: «\u00A0deux\u00A0»");
    expect(book.metadata.title).toBe("L’essai");
  });

  test("captions and the words for images are typeset", () => {
    expect(html('![Le "chat" ?](https://a.b/c.png){#fig-a alt="Un \\"chat\\" !"}')).toMatch(
      /Figure~1<.*Le «~chat~»_\?/,
    );
  });
});

test("the letters of certain ordinals are raised, once", () => {
  expect(html("Le 1er et la 2e du XIXe siècle, 1^er^, Ier, 3es, Le, Ce, Xe, 1e5")).toContain(
    "Le 1<sup>er</sup> et la 2<sup>e</sup> du XIX<sup>e</sup>~siècle, 1<sup>er</sup>, " +
      "I<sup>er</sup>, 3<sup>es</sup>, Le, Ce, Xe, 1e5",
  );
});

test("an edition may ask for its text as it is typed", () => {
  expect(html('"Quoi ?" -- 1er', "fr", { typography: "as-typed" })).toContain('"Quoi ?" -- 1er');
});

describe("the French sample", async () => {
  const { book } = await composeSample(SAMPLE, "ebook");
  const isApart = (element: Element) => /^(?:code|pre|kbd|samp|svg|math)$/.test(element.tagName);
  const isForeign = ({ properties }: Element) =>
    typeof properties.lang === "string" && properties.lang !== "fr";
  const blocks = treesOf(book).flatMap((tree) => textsOf(tree));
  const prose = blocks.filter(({ around }) => !around.some((each) => isApart(each) || isForeign(each)));
  const whole = treesOf(book)
    .map((tree) =>
      textsOf(tree)
        .map(({ text }) => text)
        .join(""),
    )
    .join("\n");

  test("is long enough to mean something", () => {
    expect(whole.match(/[;:!?]/g)!.length).toBeGreaterThan(100);
    expect(whole.match(/«/g)!.length).toBeGreaterThan(5);
  });

  test("has no straight quote", () => {
    expect(prose.filter(({ text }) => /["']/.test(text))).toEqual([]);
  });

  test("has no plain space and no missing space before a high punctuation mark", () => {
    expect(whole.match(/.{0,20}[ \t\n][;:!?»].{0,5}/gu) ?? []).toEqual([]);
    expect(whole.match(/.{0,20}\p{L}[;:!?»](?:\s|$)/gu) ?? []).toEqual([]);
  });

  test("has no break inside of an opening guillemet", () => {
    expect(whole.match(/«(?![\u00A0\u202F]).{0,20}/gu) ?? []).toEqual([]);
  });

  test("has the median points of its authors", () => {
    expect(whole.match(/\p{L}+·\p{L}+/gu)).toContain("monteur·euses");
  });

  test("has titles, contents and image descriptions of the same kind", () => {
    const titles = book.sections.flatMap(({ title }) => title);
    const entries = book.contents.flatMap((each) => [each.title, ...each.children.map(({ title }) => title)]);
    const alts = treesOf(book).flatMap((tree) => JSON.stringify(tree).match(/"alt":"[^"]+"/g) ?? []);
    const all = [...titles, ...entries, ...alts].join("\n");
    expect(all).not.toMatch(/ [;:!?»]|«[^\u00A0\u202F]|\p{L}'/u);
    expect(alts.length).toBeGreaterThan(2);
  });

  test("does not change when it is typeset again", () => {
    for (const tree of treesOf(book)) {
      const again = structuredClone(tree);
      typesetTree(again, "fr");
      expect(toHtml(again as never)).toBe(toHtml(tree as never));
    }
  });
});
