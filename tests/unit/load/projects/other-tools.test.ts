/** Projects of other tools are published as they are: order, title, people, language, bibliography. */
import { describe, expect, test } from "vitest";
import { folderWith, load, shown } from "../publication-folder.js";

async function project(files: Readonly<Record<string, string>>) {
  const { publication, diagnostics } = await load(await folderWith(files));
  const [edition] = publication?.editions ?? [];
  const order = (edition?.sections ?? []).flatMap(({ files, part, role, title }) => {
    const place = part === undefined ? "" : `${edition?.parts[part]?.title}: `;
    const named = title === undefined ? "" : ` “${title}”`;
    return files.length === 0 ? [] : [(role === "chapter" ? place : `(${role}) `) + files.join(" ") + named];
  });
  const { title, language, contributors } = edition?.metadata ?? {};
  const people = contributors?.map(({ name }) => name);
  return {
    order,
    title,
    language,
    people,
    edition,
    dialect: publication?.dialect,
    diagnostics: shown(diagnostics),
  };
}

/** A text for each name. */
function texts(...names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, `# ${name}\n\nWords.\n`]));
}

describe("Quarto", () => {
  test("says chapters, parts and appendices in _quarto.yml", async () => {
    const made = await project({
      "_quarto.yml":
        "project: { type: book }\nlang: fr\nbibliography: [works.bib, gone.bib]\nbook:\n  title: Marées\n  author:\n    - name: Ada Roe\n" +
        "  chapters:\n    - index.qmd\n    - intro.qmd\n    - part: low.qmd\n      chapters: [a.qmd]\n    - part: Haute\n      chapters: [b.qmd]\n" +
        "    - references.qmd\n  appendices: [tools.qmd]\n",
      "works.bib": "",
      ...texts("index.qmd", "intro.qmd", "a.qmd", "b.qmd", "references.qmd", "tools.qmd"),
      "low.qmd": "---\ntitle: Basse\n---\n",
    });
    expect(made.order).toEqual([
      ...["(introduction) index.qmd", "intro.qmd", "Basse: low.qmd", "Basse: a.qmd", "Haute: b.qmd"],
      ...["(bibliography) references.qmd", "(appendix) tools.qmd"],
    ]);
    expect(made).toMatchObject({ title: "Marées", language: "fr", people: ["Ada Roe"], dialect: "quarto" });
    expect(made.edition?.bibliography).toEqual(["works.bib"]);
    expect(made.diagnostics).toEqual([expect.stringMatching(/^3:15 setting-left-out: .*`gone.bib`/)]);
  });

  test("has a side menu for a web site, and else all texts of the folder", async () => {
    const menu =
      "website: { title: Tides, sidebar: { contents: [{ section: Low, contents: [a.qmd] }, { href: 'https://x.org' }, 'more/*.qmd'] } }\n";
    const listed = await project({ "_quarto.yml": menu, ...texts("a.qmd", "more/10.qmd", "more/9.qmd") });
    expect(listed.order).toEqual(["Low: a.qmd", "more/9.qmd", "more/10.qmd"]);
    const all = await project({
      "_quarto.yml": "website: { title: Tides }\n",
      ...texts("index.qmd", "README.md", "b.qmd", "_part.qmd"),
    });
    expect(all.order).toEqual(["(introduction) index.qmd", "b.qmd"]);
  });
});

describe("bookdown", () => {
  const index =
    "---\ntitle: Tides\nauthor: 'Ada Roe and Bo Li'\ndate: '`r Sys.Date()`'\nlang: en\n---\n\n# Preface\n\nWords.\n";

  test.each(["index.Rmd", "index.rmd"])("has %s and the other files by name", async (first) => {
    const made = await project({
      "_bookdown.yml": "book_filename: tides\n",
      [first]: index,
      "tides.Rmd": "merged",
      ...texts("02-ebb.Rmd", "01-flood.Rmd", "_scrap.Rmd", "README.md", "99-references.Rmd"),
    });
    expect(made.order).toEqual([
      `(introduction) ${first}`,
      "01-flood.Rmd",
      "02-ebb.Rmd",
      "(bibliography) 99-references.Rmd",
    ]);
    expect(made).toMatchObject({
      title: "Tides",
      people: ["Ada Roe", "Bo Li"],
      dialect: "bookdown",
      diagnostics: [],
    });
    expect(made.edition?.metadata).not.toHaveProperty("date");
  });

  test("has the parts and the appendices that headings of its texts begin", async () => {
    const made = await project({
      "index.Rmd": index,
      "1-a.Rmd": "# (PART) The Sea {-}\n\n# Ebb\n\nWords.\n",
      "2-b.Rmd": "# Flood\n\n```\n# (PART) no heading\n```\n\n# (PART\\*) The Land\n",
      "3-c.Rmd": "# Mud\n\nWords.\n",
      "4-d.Rmd": "# (APPENDIX) More {-}\n",
      "5-e.Rmd": "# Tables\n\nWords.\n",
    });
    expect(made.order).toEqual([
      "(introduction) index.Rmd",
      "The Sea: 1-a.Rmd",
      "The Sea: 2-b.Rmd",
      "The Land: 3-c.Rmd",
      "(appendix) 5-e.Rmd",
    ]);
    expect(made.diagnostics).toEqual([]);
  });

  test("has the files that _bookdown.yml lists", async () => {
    const made = await project({
      "_bookdown.yml": "rmd_files: { html: [index.Rmd, b.Rmd, a.Rmd, gone.Rmd] }\n",
      "index.Rmd": index,
      ...texts("a.Rmd", "b.Rmd"),
    });
    expect(made.order).toEqual(["(introduction) index.Rmd", "b.Rmd", "a.Rmd"]);
    expect(made.diagnostics).toEqual([expect.stringMatching(/^1:46 entry-left-out: “gone.Rmd”/)]);
  });
});

test("Leanpub has Book.txt with front, main and back matter, and parts", async () => {
  const made = await project({
    "manuscript/Book.txt":
      "frontmatter:\npreface.md\nmainmatter:\npart1.txt\none.md\n\ntwo.txt\nback.txt\nend.md\n",
    "manuscript/part1.txt": "-# The Sea\n",
    "manuscript/back.txt": "{backmatter}\n",
    "README.md": "# Tides\n",
    ...texts("manuscript/preface.md", "manuscript/one.md", "manuscript/two.txt", "manuscript/end.md"),
  });
  expect(made.order).toEqual([
    ...["(preface) manuscript/preface.md", "The Sea: manuscript/one.md", "The Sea: manuscript/two.txt"],
    "(appendix) manuscript/end.md",
  ]);
  expect(made).toMatchObject({ title: "Tides", dialect: "leanpub" });
});

describe("MkDocs", () => {
  const settings =
    "site_name: Tides\nsite_author: Ada Roe\ntheme: { name: material, language: de }\nplugins: !!python/name:x []\n";

  test("has the order of nav, without links to other sites", async () => {
    const nav =
      "nav:\n  - Home: index.md\n  - Low:\n    - a.md\n    - Deep: { Deeper: b.md }\n    - https://x.org\n  - More: more/\n";
    const made = await project({
      "mkdocs.yml": settings + nav.replace("{ Deeper: b.md }", "[Deeper: b.md]"),
      ...texts("docs/index.md", "docs/a.md", "docs/b.md", "docs/more/2.md", "docs/more/1.md"),
    });
    expect(made.order).toEqual([
      ...["(introduction) docs/index.md “Home”", "Low: docs/a.md", "Low: Deep: docs/b.md “Deeper”"],
      ...["More: docs/more/1.md", "More: docs/more/2.md"],
    ]);
    expect(made).toMatchObject({ title: "Tides", language: "de", people: ["Ada Roe"], dialect: "mkdocs" });
  });

  test("tells settings that are no YAML once, and has all texts", async () => {
    const made = await project({
      "mkdocs.yml": "site_name: [Tides\nnav:\n",
      ...texts("docs/index.md", "docs/a.md"),
    });
    expect(made.order).toEqual(["(introduction) docs/index.md", "docs/a.md"]);
    expect(made.diagnostics).toHaveLength(1);
    expect(made.diagnostics[0]).toMatch(/bad-settings: `mkdocs.yml` cannot be read/);
  });
});

describe("Jupyter Book and MyST", () => {
  test("have _toc.yml with chapters that have sections", async () => {
    const made = await project({
      "_toc.yml":
        "format: jb-book\nroot: intro\nparts:\n  - caption: Low\n    chapters:\n      - file: a\n        sections: [{ file: deep/b }]\n      - glob: more/*\n",
      "_config.yml": "title: Tides\nauthor: Ada Roe\nsphinx: { config: { language: nl } }\n",
      ...texts("intro.md", "a.md", "deep/b.md", "more/z.md"),
    });
    expect(made.order).toEqual(["intro.md", "Low: a.md deep/b.md", "Low: more/z.md"]);
    expect(made).toMatchObject({ title: "Tides", language: "nl", people: ["Ada Roe"], dialect: "myst" });
  });

  test("have myst.yml", async () => {
    const made = await project({
      "myst.yml":
        "project:\n  title: Tides\n  authors: [{ name: Ada Roe }]\n  toc:\n    - file: index.md\n    - title: Low\n      children: [{ file: a.md }, { url: 'https://x.org', title: x }]\n",
      ...texts("index.md", "a.md"),
    });
    expect(made.order).toEqual(["(introduction) index.md", "Low: a.md"]);
    expect(made).toMatchObject({ title: "Tides", people: ["Ada Roe"] });
  });
});

describe("Docusaurus", () => {
  const config =
    "// @ts-check\nconst config = {\n  title: 'Tides',\n  i18n: { defaultLocale: 'fr' },\n  plugins: [require('x')],\n};\nmodule.exports = config;\n";

  test("has the order of a sidebar that is data", async () => {
    const made = await project({
      "docusaurus.config.js": config,
      "sidebars.ts":
        "import type { X } from 'y';\nconst sidebars: X = {\n  main: ['intro', { type: 'category', label: 'Low', link: { type: 'doc', id: 'low/index' }, items: ['low/ebb', { type: 'link', href: 'https://x.org' }] },\n" +
        "    { High: ['own-id'] }, { type: 'autogenerated', dirName: 'more' }],\n};\nexport default sidebars;\n",
      ...texts("docs/intro.mdx", "docs/low/index.md", "docs/low/01-ebb.md"),
      "docs/flood.md": "---\nid: own-id\n---\n# Flood\n",
      "docs/more/b.md": "---\nsidebar_position: 2\n---\n# B\n",
      "docs/more/c.md": "---\nsidebar_position: 1\n---\n# C\n",
    });
    expect(made.order).toEqual([
      ...["docs/intro.mdx", "Low: docs/low/index.md", "Low: docs/low/01-ebb.md", "High: docs/flood.md"],
      ...["docs/more/c.md", "docs/more/b.md"],
    ]);
    expect(made).toMatchObject({ title: "Tides", language: "fr", dialect: "docusaurus", diagnostics: [] });
  });

  test("tells once that a sidebar has to be computed, and has the places and names of the texts", async () => {
    const made = await project({
      "docusaurus.config.js": config,
      "sidebars.js": "module.exports = { docs: makeItems() }\n",
      ...texts("docs/b.md", "docs/a.md"),
    });
    expect(made.order).toEqual(["docs/a.md", "docs/b.md"]);
    expect(made.diagnostics).toEqual([
      expect.stringMatching(/^1:1 bad-settings: The sidebar in `sidebars.js`/),
    ]);
  });

  test("has folders with _category_.json where there is no sidebar", async () => {
    const made = await project({
      "docusaurus.config.js": config,
      "docs/b/_category_.json": '{ "label": "First", "position": 1 }',
      "docs/a/_category_.json": '{ "label": "Second", "position": 2 }',
      ...texts("docs/a/x.md", "docs/b/y.md"),
    });
    expect(made.order).toEqual(["First: docs/b/y.md", "Second: docs/a/x.md"]);
  });
});

describe("VitePress", () => {
  test("has the order of a sidebar that is data", async () => {
    const made = await project({
      "docs/.vitepress/config.mts":
        "import { defineConfig } from 'vitepress'\nconst low = [{ text: 'Ebb', link: 'ebb' }]\nexport default defineConfig<X>({\n  title: `Tides`, lang: 'en-GB', /* ' */\n" +
        "  themeConfig: { sidebar: { '/': [{ text: 'Start', items: [{ text: 'Home', link: '/' }] }], '/low/': { base: '/low/', items: [{ text: 'Low', items: low }] } } },\n})\n",
      ...texts("docs/index.md", "docs/low/ebb.md"),
    });
    expect(made.order).toEqual(["(introduction) docs/index.md", "Low: docs/low/ebb.md"]);
    expect(made).toMatchObject({ title: "Tides", language: "en-GB", dialect: "vitepress", diagnostics: [] });
  });

  const page = (title: string) => `# ${title}\n\nWords.\n`;

  test("has a sidebar that functions give and other files have, and the language at its root", async () => {
    const made = await project({
      "docs/.vitepress/config/index.ts":
        "import { en } from './en'\nexport default defineConfig({ title: 'Tides', locales: { root: { lang: 'en-GB', ...en }, zh: { lang: 'zh-CN' } } })\n",
      "docs/.vitepress/config/en.ts":
        "export const en: Locale = { themeConfig: { sidebar: { '/low/': { base: '/low/', items: low() } } } }\nfunction low(): Item[] {\n  return [{ text: 'Low', items: [{ text: 'Ebb', link: 'ebb' }] }]\n}\n",
      ...texts("docs/index.md", "docs/low/ebb.md", "docs/zh/low/ebb.md"),
    });
    expect(made.order).toEqual(["docs/low/ebb.md"]);
    expect(made).toMatchObject({ title: "Tides", language: "en-GB", dialect: "vitepress" });
    expect(made.diagnostics).toEqual([
      "1:1 translations-left-out: A book is in one language: `docs/zh` is left out, and its texts are what stands beside them | For another one, write `content: docs/zh` in a publication.yaml: `colophon init --from .` begins one",
    ]);
  });

  test("takes the folder that is moved to the root, with settings of its own", async () => {
    const made = await project({
      ".vitepress/config.ts":
        "export default defineConfig({ title: 'Tides', rewrites: { 'en/:rest*': ':rest*' }, locales: { root: { lang: 'en' }, fr: { lang: 'fr' }, de: { lang: 'de' } } })\n",
      "config.ts":
        "export default defineAdditionalConfig({ themeConfig: { sidebar: [{ text: 'Ebb', link: '/ebb' }, { link: '/flood' }] } })\n",
      "fr/config.ts": "export default { themeConfig: { sidebar: [{ link: '/fr/ebb' }] } }\n",
      ...texts("en/flood.md", "en/ebb.md", "fr/ebb.md", "de/ebb.md"),
    });
    expect(made.order).toEqual(["en/ebb.md", "en/flood.md"]);
    expect(made.diagnostics).toEqual([
      expect.stringContaining("`fr` and 1 more folders are left out, and its texts are those of `en`"),
    ]);
  });

  test("takes the language of the settings where each has a folder and the root has none", async () => {
    const made = await project({
      ".vitepress/config.ts":
        "export default { title: 'Tides', lang: 'fr', locales: { en: { lang: 'en' }, fr: { lang: 'fr-CH', themeConfig: { sidebar: [{ link: '/fr/ebb' }] } } } }\n",
      ...texts("index.md", "en/ebb.md", "fr/ebb.md"),
    });
    expect(made.order).toEqual(["fr/ebb.md"]);
    expect(made).toMatchObject({ language: "fr-CH" });
  });

  test.each([
    ["all of a sidebar", "make()", ["b.md", "a.md"], "its pages stand in the order of their folders"],
    ["a part of a sidebar", "[{ link: '/a' }, ...make()]", ["a.md"], "some of its pages are left out"],
  ])("tells once that %s has to be computed", async (_, sidebar, order, instead) => {
    const made = await project({
      ".vitepress/config.ts": `export default {\n  title: 'Tides', lang: 'en',\n  themeConfig: { sidebar: ${sidebar} } }\n`,
      "a.md": page("A"),
      "b.md": `---\norder: 1\n---\n${page("B")}`,
    });
    expect(made.order).toEqual(order);
    expect(made.diagnostics).toEqual([
      `3:18 bad-settings: The sidebar in \`.vitepress/config.ts\` is put together by a program, which is not run: ${instead} | ` +
        "Write a publication.yaml with the order that you want: `colophon init --from .` begins one",
    ]);
  });

  test("tells once that nothing in its settings is data", async () => {
    const made = await project({
      ".vitepress/config.ts": "export default make()\n",
      "a.md": page("A"),
    });
    expect(made.order).toEqual(["a.md"]);
    expect(made.diagnostics).toEqual([
      expect.stringContaining("bad-settings: `.vitepress/config.ts` is a program"),
    ]);
  });
});

test("Obsidian has the links of an index note", async () => {
  const made = await project({
    ".obsidian/app.json": "{}",
    "Index.md": "# Tides\n\n- [[Flood|the flood]]\n- [[Ebb#Low]]\n",
    ...texts("Flood.md", "notes/Ebb.md", "Templates/daily.md"),
  });
  expect(made.order).toEqual(["(introduction) Index.md", "Flood.md", "notes/Ebb.md"]);
  expect(made).toMatchObject({ title: "Tides", dialect: "obsidian", diagnostics: [] });
});

test("Hugo has sections by weight, without drafts and translations", async () => {
  const made = await project({
    "hugo.toml":
      "title = 'Tides'\nlanguageCode = 'en-us'\n[params]\nauthor = 'Ada Roe'\n[languages.en]\n[languages.fr]\n",
    "content/low/_index.md": "+++\ntitle = 'Low water'\nweight = 2\n+++\n",
    "content/low/a.md": "+++\ntitle = 'A'\nweight = 20\n+++\nWords.\n",
    "content/low/b.md": '{\n  "title": "B",\n  "weight": 10\n}\nWords.\n',
    "content/low/b.fr.md": "Des mots.\n",
    "content/low/c.md": "---\ndraft: true\n---\nWords.\n",
    "content/high/_index.md": "---\ntitle: High\nweight: 1\n---\nMore.\n",
  });
  expect(made.order).toEqual([
    "High: content/high/_index.md",
    "Low water: content/low/b.md",
    "Low water: content/low/a.md",
  ]);
  expect(made).toMatchObject({
    title: "Tides",
    language: "en-US",
    people: ["Ada Roe"],
    dialect: "hugo",
    diagnostics: [expect.stringMatching(/^1:1 translations-left-out: .*`content\/low\/b.fr.md` is left out/)],
  });
});

test("Jekyll has pages by nav_order and collections", async () => {
  const made = await project({
    "_config.yml": "title: Tides\nlang: en\ncollections: { chapters: { output: true } }\nexclude: [old/]\n",
    "index.md": "# Tides\n\nWelcome.\n",
    ...texts("README.md", "_chapters/02.md", "_chapters/01.md", "_includes/x.md", "old/y.md"),
  });
  expect(made.order).toEqual(["(introduction) index.md", "_chapters/01.md", "_chapters/02.md"]);
  expect(made).toMatchObject({ title: "Tides", dialect: "jekyll", diagnostics: [] });
});

describe("Jekyll with pages that name the one above them", () => {
  const matter = (values: string, words = "Words.") => `---\n${values}\n---\n${words}\n`;

  test("has parts, chapters and their divisions, whatever folder they lie in", async () => {
    const made = await project({
      "_config.yml": "title: Tides\nlang: en\n",
      "index.md": matter("title: Home\nnav_order: 1"),
      "a/low.md": matter("title: Low water\nnav_order: 3"),
      "a/index.md": matter("title: Moon\nnav_order: 2.5\nhas_children: true", ""),
      "b/ebb.md": matter("title: Ebb\nparent: Low water"),
      "b/deep.md": matter("title: Deep\nparent: Ebb\ngrand_parent: Low water"),
      "full.md": matter("title: Full\nparent: Moon\nnav_order: 2"),
      "new.md": matter("title: New\nparent: Moon\nnav_order: 1"),
      "zero.md": matter("title: Zero\nparent: Nobody"),
      "hidden.md": matter("title: Hidden\nnav_exclude: true"),
    });
    expect(made.order).toEqual([
      ...["(introduction) index.md", "Moon: new.md", "Moon: full.md"],
      ...["Low water: a/low.md", "Low water: b/ebb.md b/deep.md", "zero.md"],
    ]);
    expect(made.diagnostics).toEqual([]);
  });

  test("tells pages with one title apart by what is above them", async () => {
    const made = await project({
      "_config.yml": "title: Tides\nlang: en\n",
      "x.md": matter("title: North"),
      "y.md": matter("title: South\nchild_nav_order: desc"),
      "xs.md": matter("title: Sea\nparent: North"),
      "ys.md": matter("title: Sea\nparent: South"),
      "yt.md": matter("title: Tide\nparent: South"),
      "xsa.md": matter("title: A\nparent: Sea\ngrand_parent: North"),
      "ysa.md": matter("title: A\nparent: Sea\nancestor: South"),
    });
    expect(made.order).toEqual([
      ...["North: x.md", "North: xs.md xsa.md", "South: y.md", "South: yt.md", "South: ys.md ysa.md"],
    ]);
  });

  test("has all pages where names go in a circle", async () => {
    const made = await project({
      "_config.yml": "title: Tides\nlang: en\n",
      "a.md": matter("title: A\nparent: B"),
      "b.md": matter("title: B\nparent: A"),
      "c.md": matter("title: C\nparent: C"),
      "d.md": matter("title: D"),
    });
    expect(made.order).toEqual(["d.md", "a.md", "b.md", "c.md"]);
  });
});

describe("a project in several languages", () => {
  const languages = texts("docs/de/a.md", "docs/de/b.md", "docs/en/a.md", "docs/en/b.md", "docs/pt-br/a.md");

  test("is a book in that of its settings", async () => {
    const made = await project({ "mkdocs.yml": "site_name: Tides\ntheme: { language: de }\n", ...languages });
    expect(made.order).toEqual(["docs/de/a.md", "docs/de/b.md"]);
    expect(made.diagnostics).toEqual([
      expect.stringContaining(
        "translations-left-out: A book is in one language: `docs/en` and 1 more folders are",
      ),
    ]);
  });

  test("is one in English where nothing is said, with the page that leads to the languages", async () => {
    const made = await project({ "README.md": "# Tides\n\nIn three languages.\n", ...languages });
    expect(made.order).toEqual(["(introduction) README.md", "Docs: docs/en/a.md", "Docs: docs/en/b.md"]);
  });

  test("is what stands beside the translations", async () => {
    const made = await project({
      "mkdocs.yml": "site_name: Tides\n",
      ...texts("docs/a.md", "docs/b.md", "docs/de/a.md", "docs/fr/a.md", "docs/ja/a.md"),
    });
    expect(made.order).toEqual(["docs/a.md", "docs/b.md"]);
    expect(made.diagnostics).toEqual([expect.stringContaining("its texts are what stands beside them")]);
  });
});
