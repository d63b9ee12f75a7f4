/** What mdBook and GitBook write beyond Markdown becomes Markdown, line by line. */
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../../../src/diagnostics/diagnostic.js";
import { openFolder } from "../../../../src/input/folder.js";
import { projectFiles } from "../../../../src/input/project-files.js";
import { openReader } from "../../../../src/input/reader.js";
import type { Dialect } from "../../../../src/model/dialect.js";
import type { TextSettings } from "../../../../src/model/text-settings.js";
import { DIRECTIVES } from "../../../../src/read/directives/dialects.js";
import { expandDirectives } from "../../../../src/read/directives/expand.js";
import { folderWith, shown } from "../../load/publication-folder.js";

const CODE = `// ANCHOR: all
fn one() {}
// ANCHOR: two
fn two() {}
// ANCHOR_END: two
fn three() {}
// ANCHOR_END: all
`;

/** Expands `src/text.md`, which lies beside a folder `listings`. */
async function expand(
  text: string,
  files: Readonly<Record<string, string>> = {},
  dialect: Dialect = "mdbook",
  settings: TextSettings = {},
) {
  const folder = await folderWith({ "src/text.md": text, "listings/a.rs": CODE, ...files });
  const diagnostics: Diagnostic[] = [];
  const report = (each: Diagnostic) => void diagnostics.push(each);
  const opened = openFolder(folder);
  const context = {
    folder: opened,
    files: projectFiles(opened),
    content: "src",
    settings,
    dialect,
    report,
    reader: openReader(folder),
  };
  const expanded = await expandDirectives("src/text.md", text, DIRECTIVES[dialect]!, context);
  return { ...expanded, shown: shown(diagnostics) };
}

describe("an include", () => {
  test.each([
    ["a.rs:two", "fn two() {}"],
    ["a.rs:all", "fn one() {}\nfn two() {}\nfn three() {}"],
    ["a.rs:2", "fn one() {}"],
    ["a.rs:4:6", "fn two() {}\n// ANCHOR_END: two\nfn three() {}"],
    ["a.rs:6:", "fn three() {}\n// ANCHOR_END: all"],
    ["a.rs::2", "// ANCHOR: all\nfn one() {}"],
  ])("of %s is that part of the file", async (name, part) => {
    const { text, shown } = await expand(`{{#include ../listings/${name}}}`);
    expect(shown).toEqual([]);
    expect(text).toBe(part);
  });

  test("stands for the line that it is written in, and the file counts as a part of the text", async () => {
    const { origins, inputs } = await expand("one\n{{#rustdoc_include ../listings/a.rs:all}}\nthree");
    expect(origins).toEqual([0, 1, 1, 1, 2]);
    expect(inputs).toEqual(["listings/a.rs"]);
  });

  test("keeps the indentation of its line, so that it stays in its list item", async () => {
    const { text } = await expand("- a\n  ```rust\n  {{#include ../listings/a.rs:2:4}}\n  ```");
    expect(text.split("\n").slice(2, 5)).toEqual(["  fn one() {}", "  // ANCHOR: two", "  fn two() {}"]);
  });

  test("in a file that is included is relative to that file", async () => {
    const { text, inputs } = await expand("{{#include parts/b.md}}", {
      "src/parts/b.md": "b {{#include c.md}}\n",
      "src/parts/c.md": "c\n",
    });
    expect(text).toBe("b c");
    expect(inputs).toEqual(["src/parts/b.md", "src/parts/c.md"]);
  });

  test("with a backslash is text", async () => {
    expect((await expand("\\{{#include x}}")).text).toBe("{{#include x}}");
  });

  test("of a playground is a listing", async () => {
    const { text } = await expand("{{#playground ../listings/a.rs:two editable}}");
    expect(text).toBe("```rust\nfn two() {}\n```");
  });

  test.each([
    ["{{#include nothing.rs}}", "bad-include: There is no file `src/nothing.rs` to include"],
    ["{{#include ../listings/a.rs:three}}", "bad-include: `listings/a.rs` has no lines `three`"],
    ["{{#include ../listings/a.rs:90:}}", "bad-include: `listings/a.rs` has no lines `90:`"],
    [
      "{{#include ../../a.rs}}",
      "file-outside: The include `../../a.rs` leads out of the publication's folder",
    ],
    ["{{#include text.md}}", "bad-include: `src/text.md` includes itself"],
  ])("that cannot be followed, %s, is told with its place and leaves a mark", async (directive, message) => {
    const { text, shown } = await expand(`one\ntwo ${directive}`);
    expect(shown).toEqual([expect.stringContaining(`2:5 ${message}`)]);
    const path = /include ([^:}]*)/.exec(directive)?.[1];
    expect(text).toBe(`one\ntwo [${path}]{.missing}`);
  });

  test("that cannot be followed in a listing stays in it as it is written", async () => {
    const { text } = await expand("```rust\n{{#include nothing.rs}}\n```\n{{#include a_b.rs}}");
    expect(text).toBe("```rust\n{{#include nothing.rs}}\n```\n[a\\_b.rs]{.missing}");
  });

  test("of a playground by its old name is a listing", async () => {
    const { text } = await expand("{{#playpen ../listings/a.rs:two}}");
    expect(text).toBe("```rust\nfn two() {}\n```");
  });

  test.each([
    ['{% include "/parts/tea.md" %}', "Tea."],
    ["{% include './parts/tea.md' %}", "Tea."],
    ['{%- include "listings/tea.md" -%}', "More tea."],
    ['```\n{% include "parts/tea.md" %}\n```', "```\nTea.\n```"],
  ])("of GitBook is found from the text, and from the folder of texts: %s", async (directive, wanted) => {
    const { text, shown } = await expand(directive, {
      "src/parts/tea.md": "Tea.\n",
      "listings/tea.md": "More tea.\n",
    });
    expect(shown).toEqual([]);
    expect(text).toBe(wanted);
  });

  test.each([
    "Write `{{#include ../listings/a.rs}}` on a line of its own.",
    "Write `{{#include nothing.rs}}`.",
    'Write `{% include "nothing.html" %}`.',
    '```\n{% include "nothing.html" %}\n```',
  ])("in code may be an example: %s", async (text) => {
    expect(await expand(text)).toMatchObject({ text, shown: [] });
  });

  test("of one line is followed in code in a line", async () => {
    const { text } = await expand("`tea {{#include version}}`", { "src/version": "1.2\n" });
    expect(text).toBe("`tea 1.2`");
  });

  test("of something else that is unknown stays as it is typed", async () => {
    const { text, shown } = await expand("two {{#template x}}");
    expect(shown).toEqual([expect.stringContaining("1:5 unsupported-directive")]);
    expect(text).toBe("two {{#template x}}");
  });
});

test("the title of a web page is no part of the text", async () => {
  expect((await expand("{{#title A page}}\n# One")).text).toBe("\n# One");
});

test("lines of Rust that mdBook hides are hidden; attributes and other languages are not", async () => {
  const rust = "```rust,ignore\n# use a;\n#\n#[derive]\n## x\nlet b;\n```";
  const other = "```python\n# a comment\n```\n# A heading";
  const { text, origins = [] } = await expand(`${rust}\n${other}`);
  expect(text).toBe(`\`\`\`rust,ignore\n#[derive]\n# x\nlet b;\n\`\`\`\n${other}`);
  expect(origins.slice(0, 3)).toEqual([0, 3, 4]);
});

describe("a block of GitBook", () => {
  test("is a note of its kind", async () => {
    const { text } = await expand('{% hint style="danger" %}\nHot.\n{% endhint %}');
    expect(text.split("\n").filter(Boolean)).toEqual(["::: caution", "Hot.", ":::"]);
  });

  test("about tabs and code keeps its text", async () => {
    const { text } = await expand('{% tabs %}\n{% tab title="C" %}\nint\n{% endtab %}\n{% endtabs %}');
    expect(text.split("\n").filter(Boolean)).toEqual(["::: tab C", "int", ":::"]);
  });

  test("in a listing is text, and one that nobody knows is left out and told", async () => {
    const { text, shown } = await expand("```\n{% raw %}\n```\n{% swagger x %}");
    expect(text.trim()).toBe("```\n{% raw %}\n```");
    expect(shown).toEqual([expect.stringContaining("4:1 unsupported-directive: `{% swagger x %}`")]);
  });

  test.each([
    ["{% pull %}\nA cup.\n{% endpull %}\n\n{% pull x %}Tea.{% endpull %}", ["A cup.", "Tea."]],
    ["> {% chapter name=1 %}\n> A cup.\n> {% endchapter %}", ["> A cup."]],
    ["- one {% blank %}gap{% endblank %} two", ["- one ", "gap", "two"]],
  ])("that nobody knows keeps what it stands around, told once: %s", async (text, wanted) => {
    const { text: written, shown } = await expand(text);
    expect(written.split("\n").filter((line) => !/^>?$/.test(line))).toEqual(wanted);
    expect(shown).toHaveLength(1);
    expect(shown[0]).toContain("what it contains is kept");
  });

  test("in a line of words that has no other half is spoken of", async () => {
    const text = "Write {% now %} where the date is to be.";
    expect(await expand(text)).toMatchObject({ text, shown: [] });
  });

  test("that embeds something without an address is told, and its caption stays", async () => {
    const { text, shown } = await expand('{% embed video id="7" %}\nA film.\n{% endembed %}');
    expect(text.trim()).toBe("A film.");
    expect(shown).toEqual([expect.stringContaining("1:1 unsupported-directive")]);
  });

  test.each(['{% embed youtube id="a-1" file="x" %}', "{% youtube id='a-1' %}"])(
    "of a film is its link: %s",
    async (tag) => {
      const { text, shown } = await expand(tag);
      expect(text.trim()).toBe("<https://www.youtube.com/watch?v=a-1>");
      expect(shown).toEqual([]);
    },
  );

  test("of exercises and of Jekyll holds listings", async () => {
    const exercise =
      "{% exercise %}\nDouble it.\n{% initial %}\nlet a;\n{% solution %}\nlet b;\n{% endexercise %}";
    const first = await expand(exercise);
    expect(first.shown).toEqual([]);
    expect(first.text.split("\n").filter(Boolean)).toEqual([
      ...["Double it.", "````", "let a;", "````", "````", "let b;", "````"],
    ]);
    const { text } = await expand("{% highlight ruby %}\nputs 1\n{% endhighlight %}\nAfter.");
    expect(text.split("\n").filter(Boolean)).toEqual(["````ruby", "puts 1", "````", "After."]);
  });
});

describe("what stands between `{% raw %}` and `{% endraw %}`", () => {
  const lines = async (text: string) => (await expand(text)).text.split("\n").filter(Boolean);

  test.each([
    ["on one line", "{% raw %}A copper kettle.{% endraw %}", ["A copper kettle."]],
    [
      "around several lines",
      "{% raw %}\nA {{ lid }}.\n\nA spout.\n{% endraw %}",
      ["A {{ lid }}.", "A spout."],
    ],
    ["twice on one line", "a {% raw %}b{% endraw %} c {%raw%}d{%endraw%} e", ["a b c d e"]],
    ["from the end of a line to the start of another", "a {% raw %}b\nc{% endraw %} d", ["a b", "c d"]],
    ["in a heading", "# One {% raw %}{{ two }}{% endraw %}", ["# One {{ two }}"]],
    ["in a cell", "| a | {% raw %}{% x %}{% endraw %} |", ["| a | {% x %} |"]],
    ["in a quote", "> {% raw %}held{% endraw %}", ["> held"]],
    ["in a list", "- {% raw %}held{% endraw %}\n- b", ["- held", "- b"]],
    ["in code in a line", "so `{% raw %}{{ x }}{% endraw %}`", ["so `{{ x }}`"]],
    ["around a listing", "{% raw %}\n```js\n{{ x }}\n```\n{% endraw %}", ["```js", "{{ x }}", "```"]],
    [
      "with other tags in it",
      "{% raw %}{% hint %} {{#include no.rs}}{% endraw %}",
      ["{% hint %} {{#include no.rs}}"],
    ],
  ])("is printed as it is: %s", async (_, text, wanted) => {
    expect(await lines(text)).toEqual(wanted);
  });

  test.each([
    ["not closed", "{% raw %}\nA copper kettle."],
    ["not opened", "A copper kettle.\n{% endraw %}"],
    ["named in two pieces of code", "`{% raw %}` and `{% endraw %}`"],
    ["one in code, one not", "`{% raw %}` then {% endraw %} now"],
  ])("loses nothing when a tag is %s", async (_, text) => {
    expect((await expand(text)).text).toBe(text);
  });
});

describe("tags of a block beside text on their line", () => {
  test.each([
    ['{% hint style="info" %}Mind the step.{% endhint %}', ["::: note", "Mind the step.", ":::"]],
    [
      'Before {% hint style="danger" %} hot {% endhint %} after',
      ["Before ", "::: caution", "hot", ":::", "after"],
    ],
    ['> {% hint style="info" %}\n> Said.\n> {% endhint %}', ["> ::: note", "> Said.", "> :::"]],
    ['{% code title="app.js" %}\nx\n{% endcode %}', ["app.js {.filename}", "x"]],
    ["{% tab %}\nint\n{% endtab %}", ["::: tab", "int", ":::"]],
    ['| a | {% hint style="info" %} |', ['| a | {% hint style="info" %} |']],
  ])("keep it: %s", async (text, wanted) => {
    const written = (await expand(text)).text.split("\n").filter((line) => !/^>?$/.test(line));
    expect(written).toEqual(wanted);
  });
});

test.each([
  ["in backticks on one line", "```rust x``` is code\n# A heading"],
  ["that nothing closes", "```rust\nlet a;\n# A heading"],
  ["that ends with its quote", "> ```rust\n> let a;\n\n# A heading\n\n```rust\nlet b;\n```"],
  ["in an item of a list", "- ```js\n  # a\n  ```\n\n# A heading\n\n```rust\nlet b;\n```"],
])("a listing of Rust %s does not hide what follows", async (_, text) => {
  expect((await expand(text)).text).toContain("# A heading");
});

test("includes that make a text larger than the limit of texts are told once and stay", async () => {
  const text = Array(12).fill("{{#include big.md}}").join("\n");
  const { shown, text: written } = await expand(text, { "src/big.md": "x".repeat(1_000_000) });
  expect(shown.length).toBeLessThanOrEqual(5);
  expect(shown[0]).toContain("larger than 8 MiB");
  expect(written.length).toBeLessThan(9_000_000);
});

describe("an embed of Obsidian", () => {
  const NOTE =
    "---\ntitle: Moon\n---\n# Moon\n\nA full one. ^full\n\n## Ebb *and* flood\n\nLow.\n\n### Deep\n\nDeeper.\n\n## Other\n\nx\n";
  const embed = (text: string) => expand(text, { "notes/far/Moon.md": NOTE }, "obsidian");

  test.each([
    ["![[moon]]", "# Moon\n\nA full one. ^full\n\n## Ebb *and* flood"],
    ["![[Moon#Ebb and flood|alias]]", "## Ebb *and* flood\n\nLow.\n\n### Deep\n\nDeeper.\n"],
    ["![[Moon#^full]]", "A full one."],
  ])("%s is the note, found by its name, or that part of it", async (written, part) => {
    const { text, shown, inputs } = await embed(written);
    expect(shown).toEqual([]);
    expect(text.trim()).toMatch(new RegExp(`^${part.replace(/[*^]/g, "\\$&").trim()}`));
    expect(inputs).toEqual(["notes/far/Moon.md"]);
  });

  test("of a note that is not there leaves a mark and is told; pictures are not looked for here", async () => {
    const { text, shown } = await embed("a ![[Sun]] b ![[sun.png|100]] | ![[sun.png\\|100]] |");
    expect(text).toBe("a [Sun]{.missing} b ![[sun.png|100]] | ![[sun.png\\|100]] |");
    expect(shown).toEqual([expect.stringContaining("1:3 bad-include")]);
  });

  test("of a note in itself is told, and ends there", async () => {
    const { text, shown } = await expand("![[Loop]]", { "Loop.md": "a\n\n![[Loop]]\n" }, "obsidian");
    expect(text).toBe("a\n\n[Loop]{.missing}");
    expect(shown).toEqual([expect.stringContaining("1:1 bad-include")]);
  });
});

describe("snippets", () => {
  const files = {
    "src/a.js":
      "one\n// #region low\ntwo\n// #endregion low\n// --8<-- [start:high]\nthree\n// --8<-- [end:high]\n",
  };

  test.each([
    ["mkdocs", '--8<-- "a.js:high"', "three"],
    ["mkdocs", '--8<-- "a.js:1:1"', "one"],
    ["vitepress", "<<< @/a.js#low{2 ts} [x.js]", "````ts {2} [x.js]\ntwo\n````"],
    ["vitepress", "<<< @/a.js#low{1,3-4 c#:line-numbers}", "````c# line-numbers {1,3-4}\ntwo\n````"],
    ["vitepress", "```md\n<<< @/gone.js\n<<< @/a.js\n```", "```md\n<<< @/gone.js\n<<< @/a.js\n```"],
    ["leanpub", "```\n<<(gone.rb)\n```", "```\n<<(gone.rb)\n```"],
    ["vitepress", "<!--@include: ./a.js{3,3}-->", "two"],
    ["leanpub", "<<[A](a.js)", '````js title="A"\none'],
    ["docusaurus", "import Part from './a.mdx';\n\n<Part />", "import Part from './a.mdx';\n\nfour"],
  ] as const)("of %s: %s", async (dialect, written, part) => {
    const { text, shown } = await expand(written, { ...files, "src/a.mdx": "four\n" }, dialect);
    expect(shown).toEqual([]);
    expect(text.startsWith(part)).toBe(true);
  });
});

describe("the lines of code that mdBook hides", () => {
  const lines = (text: string, settings: TextSettings = {}) =>
    expand(text, {}, "mdbook", settings).then((each) => each.text.split("\n"));

  test("are those of the language, as `book.toml` says", async () => {
    const text = "```python\n~secret()\nseen()\n```";
    expect(await lines(text, { hiddenLines: { python: "~" } })).toEqual(["```python", "seen()", "```"]);
    expect(await lines(text)).toHaveLength(4);
  });

  test("are those that the fence says", async () => {
    expect(await lines("```js,hidelines=!!\n!!secret()\nseen()\n```")).toHaveLength(3);
  });

  test("are hidden in code that is in a callout", async () => {
    expect(await lines("````admonish\n```rust\n# use a;\nlet b;\n```\n````")).toHaveLength(5);
  });
});

test("names of values become them, in text and code; one that the book does not have is told", async () => {
  const settings = { values: { "book.tide": "low" } };
  const { text, shown } = await expand(
    "{{ book.tide }} {{book.sun}}\n\n```\n{{ book.tide }}\n```\n{% raw %}{{ book.tide }}{% endraw %} {{ x.y }}",
    {},
    "gitbook",
    settings,
  );
  expect(text).toBe("low {{book.sun}}\n\n```\nlow\n```\n{{ book.tide }} {{ x.y }}");
  expect(shown).toEqual([expect.stringContaining("1:17 unsupported-directive")]);
});

test.each([
  [
    "jekyll",
    "---\ntitle: 'Low: water'\n---\n{{ page.title }} of {{ site.title }} ({{site.sea.name | escape}}), [up]({{ site.baseurl }}/a.html).",
    "Low: water of Tides (North), [up](/a.html).",
  ],
  [
    "quarto",
    '---\nedition: "2"\n---\n{{< meta edition >}} {{< meta title >}} {{< var sea >}}',
    "2 Tides {{< var sea >}}",
  ],
  ["hugo", '+++\nsea = "North"\n+++\n{{< param sea >}} {{% param "moon" %}}', "North full"],
] as const)("what a text and its project say stands where %s names it", async (dialect, written, wanted) => {
  const values = {
    "site.title": "Tides",
    "site.sea.name": "North",
    "site.baseurl": "/blog",
    "meta.title": "Tides",
    "meta.edition": "1",
    "params.moon": "full",
    "params.sea": "South",
  };
  const { text, shown } = await expand(written, {}, dialect, { values });
  expect(text.split("\n").at(-1)).toBe(wanted);
  expect(shown).toEqual([]);
});

test("values of a text may lie in others; one that is no YAML has its plain ones", async () => {
  const say = async (front: string, text: string) =>
    (await expand(`---\n${front}\n---\n\n${text}`, {}, "quarto")).text.split("\n").at(-1);
  expect(await say("sea: { name: North }\nyear: 2020", "{{< meta sea.name >}} {{< meta year >}}")).toBe(
    "North 2020",
  );
  expect(await say("title: Ebb: low\nsea: [", "{{< meta title >}} {{< meta sea >}}")).toBe(
    "Ebb: low {{< meta sea >}}",
  );
});

test("a part of a text has the values of the text that it is in", async () => {
  const part = { "src/_part.qmd": "---\ntitle: Part\n---\n\nOf {{< meta title >}}.\n" };
  const { text } = await expand("---\ntitle: Ebb\n---\n\n{{< include _part.qmd >}}", part, "quarto");
  expect(text).toContain("Of Ebb.");
  expect(text).not.toContain("Part");
});

describe("a directive of MyST", () => {
  const FILES = { "src/a.md": "one\n\n```{include} b.md\n```\n", "src/b.md": "two {{ sea }}\n" };
  const settings = { values: { "sub.sea": "*North*" } };

  test("has the file in its place, in a callout as well, with what it includes and names", async () => {
    const written =
      "> ```{include} a.md\n> ```\n\n````{note}\n  ```{include} a.md\n  ```\n````\n{{ sea }} {{ moon }}";
    const { text, shown, inputs } = await expand(written, FILES, "myst", settings);
    expect(text).toBe(
      "> ```{include} a.md\n> ```\n\n````{note}\n  one\n  \n  two *North*\n````\n*North* {{ moon }}",
    );
    expect(shown).toEqual([]);
    expect(inputs).toEqual(["src/a.md", "src/b.md"]);
  });

  test("is an example in code", async () => {
    const written = "````\n```{include} a.md\n```\n{{ sea }}\n````\n\n`{{ sea }}`";
    expect(await expand(written, FILES, "myst", settings)).toMatchObject({
      text: written,
      shown: [],
      inputs: [],
    });
  });

  test("has nothing followed in its code", async () => {
    const { text } = await expand("```{literalinclude} b.md\n:caption: Far\n```", FILES, "myst", settings);
    expect(text.split("\n").slice(1, -1)).toEqual(["---", "caption: Far", "---", "two {{ sea }}"]);
  });

  test("that cannot be followed is told once, in its place", async () => {
    const written =
      "low\n\n```{include} a.md\n:start-after: moon\n```\n\n:::{include} sea.md\n:::\n\n```{include} text.md\n```";
    const { text, shown } = await expand(written, FILES, "myst");
    expect(text).toBe("low\n\n[a.md]{.missing}\n\n[sea.md]{.missing}\n\n[text.md]{.missing}");
    expect(shown).toEqual([
      expect.stringContaining("3:1 bad-include"),
      expect.stringContaining("7:1 bad-include"),
      expect.stringContaining("10:1 bad-include"),
    ]);
  });
});

test("a shortcode may have several lines; one that nothing closes stays", async () => {
  const written = '{{< figure\n  src="a.png"\n  caption="low"\n>}}\nebb {{< figure\nflow';
  const { text } = await expand(written, {}, "hugo");
  expect(text).toBe("\n![low](<a.png>)\n\n\nebb {{< figure\nflow");
});

test("a shortcode does not reach into the next one", async () => {
  const { text } = await expand(
    "{{% /notice %}\n\nebb\n{{% notice tip %}}\nflow\n{{% /notice %}}\n",
    {},
    "hugo",
  );
  expect(text.split("\n").filter((line) => line !== "")).toEqual([
    "{{% /notice %}",
    "ebb",
    "::: tip",
    "flow",
    ":::",
  ]);
});

describe("tags of other tools", () => {
  test.each([
    [
      "hugo",
      '{{< figure src="/a b.png" alt="A" caption="The [moon]" >}}',
      '![The \\[moon\\]](</a b.png>){alt="A"}',
    ],
    [
      "hugo",
      '{{% notice warning "High water" %}}\nWait.\n{{% /notice %}}',
      "::: warning High water\nWait.\n:::",
    ],
    ["hugo", '[a]({{< ref "b.md#c" >}})', "[a](b.md#c)"],
    ["hugo", "{{< highlight go >}}\nx\n{{< /highlight >}}", "````go\nx\n````"],
    ["hugo", "{{< youtube abc >}}", "<https://www.youtube.com/watch?v=abc>"],
    ["hugo", '{{< tab "North" >}}Cold.{{< /tab >}}', "::: tab North\nCold.\n:::"],
    ["hugo", "`{{</* figure */>}}`", "`{{< figure >}}`"],
    ["jekyll", "{% highlight ruby %}\nx\n{% endhighlight %}", "````ruby\nx\n````"],
    ["jekyll", "[a]({% link _docs/b.md %})", "[a](/_docs/b.md)"],
    ["jekyll", "[a]({{ site.baseurl }}/b) {{ '/c.png' | relative_url }}", "[a](/b) /c.png"],
    ["jekyll", '{% include figure.html image_path="/a.png" alt="A" %}', '![](</a.png>){alt="A"}'],
    ["jekyll", "a\n{% comment %}\nhidden\n{% endcomment %}\nb {% comment %}x{% endcomment %}c", "a\nb c"],
  ] as const)("of %s: %s", async (dialect, written, wanted) => {
    const { text, shown } = await expand(written, {}, dialect);
    expect(shown).toEqual([]);
    expect(
      text
        .split("\n")
        .filter((line) => line.trim() !== "")
        .join("\n"),
    ).toBe(wanted);
  });

  test.each([
    ["hugo", "{{< sparkle x=1 >}}\nFoam.\n{{< /sparkle >}}\n{{< sparkle >}}"],
    ["jekyll", "{% sparkle x %}\nFoam.\n{% endsparkle %}"],
    ["jekyll", "{% include ad.html %}\nFoam."],
  ] as const)(
    "of %s that nobody knows keep what stands between them, told once: %s",
    async (dialect, written) => {
      const { text, shown } = await expand(written, {}, dialect);
      expect(text.trim()).toBe("Foam.");
      expect(shown).toEqual([expect.stringContaining("1:1 unsupported-directive")]);
    },
  );
});
