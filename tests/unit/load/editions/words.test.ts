/** An author's own words in the publication file. */
import { expect, test } from "vitest";
import { HEAD, loadYaml, shown } from "../publication-folder.js";

async function wordsOf(yaml: string, head = HEAD) {
  const { publication, diagnostics } = await loadYaml(head + yaml);
  return {
    words: Object.fromEntries((publication?.editions ?? []).map(({ id, words }) => [id, words])),
    diagnostics: shown(diagnostics),
  };
}

const inLanguage = (tag: string): string => HEAD.replace(/language: \S+/, `language: ${tag}`);

test("an edition has those of the publication, and its own in their place", async () => {
  const { words, diagnostics } = await wordsOf(`words: { chapter: Lecture, toc: In this book }
editions:
  print: { format: pdf, words: { chapter: Talk } }
  ebook: { format: epub }
`);
  expect(words).toEqual({
    print: { chapter: "Talk", toc: "In this book" },
    ebook: { chapter: "Lecture", toc: "In this book" },
  });
  expect(diagnostics).toEqual([]);
});

test("those of the publication are in its language: an edition in another one has its own", async () => {
  const { words } = await wordsOf(`words: { chapter: Lecture }
editions:
  british: { format: pdf, language: en-GB }
  german: { format: pdf, language: de }
  french: { format: pdf, language: fr, words: { toc: Sommaire } }
`);
  expect(words).toEqual({ british: { chapter: "Lecture" }, german: undefined, french: { toc: "Sommaire" } });
});

test("a word that there is not, and a form without its number, are told", async () => {
  const { diagnostics } = await wordsOf('words:\n  chaptre: Lecture\n  figure-number: "Fig."\n');
  expect(diagnostics).toEqual([
    expect.stringContaining("unknown-key: `words` has no key `chaptre` | Did you mean `chapter`?"),
    expect.stringContaining("`figure-number` must have `{n}` once, for the number, and is “Fig.”"),
  ]);
});

test.each(["cy", "th", "sr-Latn"])("a language without words is told once, in %s", async (tag) => {
  const { diagnostics } = await wordsOf("", inLanguage(tag));
  expect(diagnostics.filter((each) => each.includes("words-missing"))).toHaveLength(1);
  expect(diagnostics.join()).toContain("Give them in publication.yaml");
});

test.each(["bg", "zh-HK", "no", "pt-AO", "mt"])("nothing is to be told of %s", async (tag) => {
  expect((await wordsOf("", inLanguage(tag))).diagnostics).toEqual([]);
});

test("an author who gives words is told nothing", async () => {
  expect((await wordsOf("words: { toc: Cynnwys }\n", inLanguage("cy"))).diagnostics).toEqual([]);
});
