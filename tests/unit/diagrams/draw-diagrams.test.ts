/** Diagrams become pictures in their places, or stay what they are and are told. */
import { toHtml } from "hast-util-to-html";
import { beforeEach, describe, expect, it } from "vitest";
import { noStore, type Store } from "../../../src/cache/store.js";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.js";
import { drawDiagrams } from "../../../src/diagrams/draw-diagrams.js";
import { type Drawn, NotDrawnNow } from "../../../src/diagrams/drawing.js";
import type { DiagramLanguage } from "../../../src/diagrams/languages.js";
import type { Manuscript } from "../../../src/model/manuscript.js";
import { parseMarkdown } from "../../../src/read/markdown/parse.js";

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>';

let asked: string[];
let told: Diagnostic[];
/** Draws what it is told to, by the text. */
let answer: (text: string) => Drawn | Error;

const rivers: DiagramLanguage = {
  name: "Rivers",
  fences: ["river"],
  package: "draws-rivers",
  identity: async () => "",
  open: async () => ({
    async draw(text) {
      asked.push(text);
      const drawn = answer(text);
      if (drawn instanceof Error) throw drawn;
      return drawn;
    },
    close: async () => undefined,
  }),
};

beforeEach(() => {
  asked = [];
  told = [];
  answer = () => ({ svg: SVG });
});

function read(text: string): Manuscript {
  return parseMarkdown("a.md", text, () => undefined);
}

interface Machine {
  readonly store?: Store;
  readonly isInstalled?: () => boolean;
}

async function draw(text: string, { store = noStore, isInstalled = () => true }: Machine = {}) {
  const manuscript = read(text);
  const before = structuredClone(manuscript);
  const { manuscripts, isUnfinished } = await drawDiagrams(new Map([["a.md", manuscript]]), {
    store,
    report: (each) => void told.push(each),
    languages: [rivers],
    find: async () => (isInstalled() ? { folder: "", version: "1" } : undefined),
  });
  expect(manuscript).toEqual(before);
  const { tree, notes } = manuscripts.get("a.md")!;
  const html = [tree, ...[...notes.values()].flatMap(({ children }) => children)].map((each) => toHtml(each));
  return { html: html.join("\n").replace(/src="data:[^"]*"/g, "src"), isUnfinished };
}

const fence = (text: string, info = "river") => `\`\`\`${info}\n${text}\n\`\`\`\n`;

describe("a diagram", () => {
  it("is a figure in the place of its code, with what describes it", async () => {
    answer = () => ({ svg: SVG, description: "From spring to sea", title: "Elbe" });
    const { html } = await draw(`Before.\n\n${fence("spring > sea")}\nAfter.\n`);
    expect(asked).toEqual(["spring > sea\n"]);
    expect(html).toContain(
      '<p>Before.</p>\n<figure><img src alt="From spring to sea" class="diagram"></figure>\n<p>After.</p>',
    );
    expect(told).toEqual([]);
  });

  it("is described by its caption, which stands below it, or by its own title", async () => {
    answer = () => ({ svg: SVG, title: "Elbe" });
    const list = 'river {#fig-elbe caption="The *Elbe*" width=50%}';
    const { html } = await draw(`${fence("a", list)}\n${fence("b")}`);
    expect(html).toMatch(
      /<figure id="fig-elbe">\s*<img src alt="The Elbe" class="diagram" style="width: 50%">\s*<figcaption>The <em>Elbe<\/em><\/figcaption><\/figure>/,
    );
    expect(html).toContain('<img src alt="Elbe" class="diagram">');
  });

  it.each([
    "- In a list\n\n  ```river\n  a\n  ```\n",
    "> ```river\n> a\n> ```\n",
    "A[^n]\n\n[^n]: Note\n\n    ```river\n    a\n    ```\n",
    '<pre class="rivers">\na\n</pre>\n',
  ])("is drawn wherever it stands: %j", async (text) => {
    const { html } = await draw(text);
    expect(html).toContain('<figure><img src class="diagram"></figure>');
    expect(asked).toEqual(["a\n"]);
  });

  it("is left as code in any other language", async () => {
    const { html, isUnfinished } = await draw(fence("a", "plantuml"));
    expect(html).toContain('<code class="language-plantuml');
    expect([told, isUnfinished]).toEqual([[], false]);
  });
});

describe("what cannot be drawn", () => {
  it("stays code, with its mistake in its line", async () => {
    answer = (text) => (text.startsWith("bad") ? { mistake: "it flows up", line: 2 } : { svg: SVG });
    const { html, isUnfinished } = await draw(`# Title\n\n${fence("bad\nup")}\n${fence("good")}`);
    expect(html).toContain("bad\nup");
    expect(html).toContain('class="diagram"');
    expect(told).toMatchObject([{ code: "bad-diagram", location: { file: "a.md", line: 5 } }]);
    expect(told[0]!.message).toContain("it flows up");
    expect(isUnfinished).toBe(false);
  });

  it("is told once when the package is missing, by its name, and tried again another time", async () => {
    const { html, isUnfinished } = await draw(fence("a") + fence("b"), { isInstalled: () => false });
    expect(html.match(/language-river/g)).toHaveLength(2);
    expect(told).toMatchObject([{ code: "diagram-not-drawn", location: { line: 1 } }]);
    expect(told[0]!.hint).toContain("npm install draws-rivers");
    expect(isUnfinished).toBe(true);
  });

  it("is not tried for ever", async () => {
    answer = () => new NotDrawnNow("it is slow", "Wait");
    const { isUnfinished } = await draw(["a", "b", "c", "d", "e"].map((text) => fence(text)).join("\n"));
    expect(asked).toHaveLength(3);
    expect(told.map(({ code }) => code)).toEqual(Array(3).fill("diagram-not-drawn"));
    expect(told[0]).toMatchObject({ hint: "Wait" });
    expect(isUnfinished).toBe(true);
  });
});

it("draws a text once, whatever it became", async () => {
  const entries = new Map<string, Buffer>();
  const store: Store = {
    read: async (kind, key) => entries.get(kind + key),
    write: async (kind, key, content) => void entries.set(kind + key, Buffer.from(content)),
  };
  answer = (text) => (text === "bad\n" ? { mistake: "it flows up" } : { svg: SVG });
  const text = fence("a") + fence("bad");
  const first = await draw(text, { store });
  expect(await draw(text, { store })).toEqual(first);
  expect(asked).toEqual(["a\n", "bad\n"]);
  expect(told).toHaveLength(2);
});
