/** Diagrams in print and ebook, drawn by the packages themselves, which not every machine has. */
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { type Drawer, NotDrawnNow } from "../../src/diagrams/drawing.js";
import { openMermaid } from "../../src/diagrams/mermaid/mermaid.js";
import type { Epub } from "../support/epub.js";
import type { Pdf } from "../support/pdf.js";
import { browserIn, browsersIn } from "../support/program.js";
import { pageText, plain, publishSmall, type SmallEditions } from "../support/small-book.js";
import { temporaryFolders } from "../support/temporary-folders.js";

const MERMAID = `# Rivers

\`\`\`mermaid
flowchart LR
  accTitle: The way of water
  accDescr: Rain becomes a river.
  Rain -->|falls| River
  River --> 大海
  click Rain "https://example.org" "Look"
\`\`\`

\`\`\`mermaid {#fig-talk caption="A talk"}
sequenceDiagram
  Alice->>Bob: Is it raining?
  Bob-->>Alice: It is <script>alert(1)</script>
\`\`\`

\`\`\`mermaid
%%{init: {"htmlLabels": true, "flowchart": {"htmlLabels": true}, "securityLevel": "loose"}}%%
flowchart TD
  accTitle: Two lines
  A["First<br>Second"] --> B
\`\`\`

\`\`\`mermaid
gitGraph
  accTitle: Two commits
  commit
  commit
\`\`\`

\`\`\`mermaid
gantt
  accTitle: A plan
  dateFormat HH:mm
  Sleep :08:00, 2h
\`\`\`

\`\`\`mermaid
flowchart
  A -->
  [
\`\`\`
`;

const DOT = `# Roads

\`\`\`dot {#fig-roads caption="Roads"}
digraph { North -> South [label="by the sea"]; North [URL="https://example.org"] }
\`\`\`

\`\`\`graphviz
digraph {
  a ->
}
\`\`\`

\`\`\`dot {#fig-more caption="After a mistake"}
graph { East -- West }
\`\`\`
`;

const folders = temporaryFolders();

function book(text: string): Promise<SmallEditions> {
  return publishSmall(folders, {
    description: "bodymatter: [{ file: a.md }]",
    files: { "content/a.md": text },
  });
}

/** The drawings in an ebook. */
function drawingsOf(epub: Epub): string[] {
  return epub.names.filter((name) => name.endsWith(".svg")).map((name) => epub.read(name));
}

describe("Mermaid", { tags: "mermaid" }, () => {
  let made: SmallEditions;
  let pdf: Pdf;
  let epub: Epub;

  beforeAll(async () => {
    made = await book(MERMAID);
    pdf = await made.pdf();
    epub = await made.epub();
  });

  test("its words are text in print", () => {
    const words = plain(pdf.pages.map(pageText).join(" "));
    for (const each of ["Rain", "falls", "大海", "Is it raining?", "First", "Second", "Sleep"])
      expect(words).toContain(each);
  });

  test("drawings of the ebook are text and shapes, and nothing that leads or runs", () => {
    const drawings = drawingsOf(epub);
    expect(drawings).toHaveLength(5);
    for (const each of drawings) {
      expect(each).not.toMatch(/<(?:foreignObject|style|script|a|animate)\b|href|https:\/\/example/);
      expect(each).toMatch(/^(?=<svg [^>]*\bwidth="[\d.]+")<svg [^>]*\bheight="[\d.]+"/);
    }
  });

  test("what cannot be read is told in its place, and nothing else is", () => {
    expect(new Set(made.diagnostics.map(({ code }) => code))).toEqual(new Set(["bad-diagram"]));
    expect(made.diagnostics[0]!.location?.line).toBeGreaterThan(MERMAID.split("\n").indexOf("flowchart"));
  });

  test("another build draws the same", async () => {
    const again = await book(MERMAID);
    for (const edition of ["print", "ebook"])
      expect(Buffer.from(await again.bytesOf(edition)).equals(Buffer.from(await made.bytesOf(edition)))).toBe(
        true,
      );
  });
});

describe("Graphviz", { tags: "graphviz" }, () => {
  test("draws in print and ebook, also after a mistake, which is told in its line", async () => {
    const made = await book(DOT);
    const words = plain((await made.pdf()).pages.map(pageText).join(" "));
    for (const each of ["North", "by the sea", "East", "West"]) expect(words).toContain(each);
    const drawings = drawingsOf(await made.epub());
    expect(drawings).toHaveLength(2);
    expect(drawings.join("")).not.toMatch(/<a\b|href|example/);
    const places = made.diagnostics.map(({ code, location }) => `${code} ${location?.line}`);
    expect(new Set(places)).toEqual(new Set(["bad-diagram 10"]));
  });
});

/** In the place of Mermaid: it draws any text but one, with which it is never done. */
const SCRIPT = `globalThis.mermaid = {
  initialize() {},
  async render(id, text) {
    if (text === "for ever") await new Promise(() => undefined);
    return { svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text>' + text + "</text></svg>" };
  },
};
undefined`;

describe("the browser that draws", () => {
  let temporary: string;
  let drawer: Drawer;
  let ending: AbortController;

  const open = async (files: Record<string, string>) => {
    temporary = await folders.make(files);
    vi.stubEnv("TMPDIR", temporary);
    ending = new AbortController();
    drawer = openMermaid({ folder: temporary, version: "1" }, ending.signal);
  };

  afterEach(async () => {
    await drawer.close();
    vi.unstubAllEnvs();
    await expect.poll(() => browsersIn(temporary)).toEqual([]);
  });

  test("is replaced when it is killed, and ends with the build", async () => {
    await open({ "dist/mermaid.min.js": SCRIPT });
    expect(await drawer.draw("one")).toMatchObject({ svg: expect.stringContaining("one") });
    const drawn = expect(drawer.draw("for ever")).rejects.toThrow(NotDrawnNow);
    process.kill((await browserIn(temporary))!, "SIGKILL");
    await drawn;
    expect(await drawer.draw("two")).toMatchObject({ svg: expect.stringContaining("two") });
    const ended = expect(drawer.draw("for ever")).rejects.toThrow();
    ending.abort();
    await ended;
    await expect.poll(() => browsersIn(temporary)).toEqual([]);
  });

  test("does without a package that is not as it should be", async () => {
    await open({ "package.json": "{}" });
    await expect(drawer.draw("one")).rejects.toThrow(NotDrawnNow);
  });
});
