/** Notebooks of Jupyter are chapters: their words, their code and what is kept of its outputs. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { composeFolder } from "../../../support/compose-folder.js";
import { temporaryFolders } from "../../../support/temporary-folders.js";

const folders = temporaryFolders();
const PIXEL =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

type Cell = Readonly<Record<string, unknown>>;

const md = (...source: readonly string[]): Cell => ({ cell_type: "markdown", metadata: {}, source });
const code = (source: string, outputs: readonly unknown[] = [], metadata: object = {}): Cell => ({
  cell_type: "code",
  metadata,
  outputs,
  source: source.split(/(?<=\n)/),
});
const gives = (data: Readonly<Record<string, unknown>>) => ({ output_type: "display_data", data });

async function book(cells: readonly Cell[] | string, name = "tides.ipynb") {
  const metadata = { language_info: { name: "python" } };
  const text = typeof cells === "string" ? cells : JSON.stringify({ cells, metadata, nbformat: 4 }, null, 1);
  return composeFolder(join(await folders.make({ [name]: text }), name));
}

describe("a notebook", () => {
  it("shows its words, its code and what the code has given", async () => {
    const {
      html,
      book: made,
      diagnostics,
    } = await book([
      md("# Tides\n", "\n", "It was the sea that had been with us, and the wind that was not."),
      code("level = 2\nprint(level)", [
        { output_type: "stream", name: "stdout", text: ["2\n", "\u001B[31m```\u001B[0m\n"] },
      ]),
      code("plot(level)", [gives({ "image/png": PIXEL, "text/plain": "<Figure with 1 axis>" })]),
      code("table", [
        gives({
          "text/html": "<style>td {}</style>\n<table><tr><td>low</td></tr></table>",
          "text/plain": "x",
        }),
      ]),
      code("1/0", [
        { output_type: "error", ename: "E", evalue: "v", traceback: ["Trace", "division by zero"] },
      ]),
    ]);
    expect(made.metadata.title).toBe("Tides");
    expect(html).toMatch(/language-python.*level = .*2/s);
    expect(html).toMatch(/2\n?.*```/s);
    expect(html).toContain('alt="Figure with 1 axis"');
    expect(html).toContain("<td>low</td>");
    expect(html).toContain("division by zero");
    expect(html).not.toContain("\u001B");
    expect(diagnostics).toEqual([]);
  });

  it("leaves out what its tags and options hide", async () => {
    const { html } = await book([
      md("# Tides"),
      code("secret_one", [], { tags: ["remove-cell"] }),
      code("secret_two", [gives({ "text/plain": "shown one" })], { tags: ["remove-input"] }),
      code("shown two", [gives({ "text/plain": "secret_three" })], { tags: ["remove-output"] }),
      code("#| echo: false\n#| fig-cap: Low water\n#| label: fig-low\nsecret_four", [
        gives({ "image/png": PIXEL }),
      ]),
      code("#| include: false\nsecret_five", [gives({ "text/plain": "secret_six" })]),
    ]);
    expect(html).toContain("shown one");
    expect(html).toContain("shown two");
    expect(html).toMatch(/<figure id="fig-low".*Low water/s);
    expect(html).not.toMatch(/secret_|echo:|#\|/);
  });

  it("shows the pictures that are kept with a text", async () => {
    const cell = {
      ...md("![Moon](attachment:moon%201.png)"),
      attachments: { "moon 1.png": { "image/png": PIXEL } },
    };
    const { html, diagnostics } = await book([md("# Tides"), cell]);
    expect(html).toMatch(/<img [^>]*alt="Moon"/);
    expect(diagnostics).toEqual([]);
  });

  it("has the lines of its file as places", async () => {
    const { diagnostics } = await book([md("# Tides\n", "\n", "Water."), md("See [this](gone.md).")]);
    expect(diagnostics).toMatchObject([{ code: "broken-link", location: { file: "tides.ipynb", line: 16 } }]);
  });

  it("is told once when it is not JSON, and the rest is published", async () => {
    const root = await folders.make({
      "a.ipynb": '{\n "cells": [\n<<<<<<< mine\n',
      "b.md": "# Ebb\n\nThe water went out.\n",
    });
    const { html, diagnostics } = await composeFolder(root);
    expect(html).toContain("The water went out.");
    expect(html).toMatch(/class="missing">a.ipynb/);
    expect(diagnostics.map(({ code, location }) => [code, location?.file, location?.line])).toEqual([
      ["bad-notebook", "a.ipynb", 3],
    ]);
  });
});
