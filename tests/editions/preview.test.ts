import { copyFile, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { findBrowser } from "../../src/formats/pdf/paginate/browser/find.js";
import type { Preview, PreviewRequest } from "../../src/model/preview.js";
import { preview } from "../../src/preview/preview.js";
import { PACKAGE_ROOT } from "../../src/runtime/package-root.js";
import { openBrowser } from "../support/browser.js";
import { temporaryFolders } from "../support/temporary-folders.js";

const folders = temporaryFolders();
const YAML = `title: Two chapters
language: en
date: 2026-01-01
theme: technical
frontmatter: [{ role: titlepage }]
bodymatter: [{ file: one.md }, { file: two.md }]
editions:
  print: { format: pdf, trim: a6 }
  ebook: { format: epub, page-source: none }
`;
const FILLER = "Some words to fill the lines of a page with, so that there is something to lay out. ";
const ONE = `# One\n\nThe first paragraph of all.\n\n${`${FILLER.repeat(4)}\n\n`.repeat(8)}`;
const TWO = "# Two\n\nThe second chapter has a paragraph.\n\n- An item to click\n";

let folder: string;
let browser: Browser;
let page: Page;
let opened: Preview;
/** Commands of the editor, as it was started with. */
let editorLog: string;

const file = (name: string) => join(folder, name);
const open = (request: Partial<PreviewRequest> = {}) => preview({ publication: folder, jobs: 1, ...request });

beforeAll(async () => {
  // The page's scripts are those of the program as it is now.
  const lib = join(PACKAGE_ROOT, "dist/lib");
  await mkdir(lib, { recursive: true });
  for (const name of ["preview-client.js", "pdf-worker.js"])
    await copyFile(join(inject("program"), name), join(lib, name));
  vi.stubEnv("COLOPHON_BROWSER", (await findBrowser()).executablePath);
  vi.stubEnv("COLOPHON_CACHE", await folders.make());
  folder = await folders.make({ "publication.yaml": YAML, "content/one.md": ONE, "content/two.md": TWO });
  const bin = await folders.make();
  editorLog = join(bin, "log");
  await writeFile(join(bin, "subl"), `#!/bin/sh\necho "$@" >> '${editorLog}'\n`, { mode: 0o755 });
  [opened, browser] = await Promise.all([open({ editor: join(bin, "subl") }), openBrowser()]);
  page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  await page.goto(opened.url);
  await words("Two chapters");
});

afterAll(async () => {
  await browser?.close();
  await opened?.close();
  vi.unstubAllEnvs();
});

/** Waits until words can be read on the pages that are shown. */
async function words(text: string): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll(".textLayer")].some((layer) => layer.textContent?.includes(wanted)),
    { timeout: 30_000 },
    text,
  );
}

const textOf = (selector: string) => page.$eval(selector, (element) => element.textContent ?? "");
const until = (selector: string, text: string) =>
  page.waitForFunction(
    (at, wanted) => document.querySelector(at)?.textContent?.includes(wanted),
    { timeout: 30_000 },
    selector,
    text,
  );
const goTo = async (label: string) => {
  await page.keyboard.press("Escape");
  await page.keyboard.press("g");
  await page.keyboard.type(label);
  await page.keyboard.press("Enter");
};

/** Clicks on words of the page that is shown. */
async function clickOn(text: string, clicks = 1): Promise<void> {
  const box = await page.evaluate((wanted) => {
    const span = [...document.querySelectorAll(".textLayer span:not(.markedContent)")].find((each) =>
      each.textContent?.includes(wanted),
    );
    return span?.getBoundingClientRect().toJSON() as DOMRect | undefined;
  }, text);
  if (!box) throw new Error(`“${text}” is not on the page`);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2, { count: clicks });
}

async function violations(): Promise<string[]> {
  const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { axe: checker } = window as unknown as { axe: typeof import("axe-core") };
    // The frame of the ebook runs no scripts, so axe cannot look into it either.
    const { violations: all } = await checker.run(document, { iframes: false });
    return all.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
  return found;
}

describe("the preview of a PDF edition", () => {
  it("shows the pages as spreads, the first one alone on the right", async () => {
    const boxes = await page.$$eval(".spread:first-child .page", (pages) =>
      pages.map((each) => each.className),
    );
    expect(boxes).toEqual(["page half", "page"]);
    expect(await page.$eval("#place", (input) => (input as HTMLInputElement).value)).toBe("i");
  });

  it("goes to a page by its number, and says when there is none", async () => {
    await goTo("99");
    await until("#activity", "There is no page 99");
    await goTo("1");
    await words("The first paragraph of all.");
  });

  it("shows new words when the file is saved, and stays on its place", async () => {
    await clickOn("paragraph of all");
    const place = () => page.$eval(".pages", (desk) => desk.scrollTop);
    const stood = await place();
    await page.waitForFunction(() =>
      [...document.querySelectorAll("[data-page]")].every((each) => each.querySelector("canvas")),
    );
    await page.evaluate(() => {
      const noteEmpty = () => {
        const desk = document.querySelector<HTMLElement>(".pages")!;
        const isEmpty = [...desk.querySelectorAll("[data-page]")].some(
          (each) => !each.querySelector("canvas"),
        );
        if (isEmpty) desk.dataset.wasEmpty = "";
      };
      new MutationObserver(noteEmpty).observe(document.body, { childList: true, subtree: true });
    });
    await writeFile(file("content/one.md"), ONE.replace("first paragraph", "very first paragraph"));
    await words("The very first paragraph of all.");
    expect(await place()).toBe(stood);
    expect(await page.$eval(".pages", (desk) => "wasEmpty" in (desk as HTMLElement).dataset)).toBe(false);
  });

  it("follows its paragraph when lines are put in before it", async () => {
    const label = () => page.$eval("#place", (input) => Number((input as HTMLInputElement).value));
    const labelled = (low: number, high: number) =>
      page.waitForFunction(
        (from, to) => {
          const shown = Number((document.querySelector("#place") as HTMLInputElement).value);
          return shown >= from && shown <= to;
        },
        { timeout: 30_000 },
        low,
        high,
      );
    await goTo("3");
    await labelled(3, 3);
    await writeFile(file("content/one.md"), ONE.replace("# One\n", `# One\n\n${FILLER.repeat(40)}\n`));
    await labelled(4, 9);
    await writeFile(file("content/one.md"), ONE);
    await labelled(2, 3);
    expect(await label()).toBeLessThan(4);
  });

  it("shows where a paragraph was written, and opens the editor there", async () => {
    await page.keyboard.press("End");
    await words("An item to click");
    await clickOn("An item to click");
    await until("#source", "content/two.md:5");
    expect(await page.$$(".mark")).not.toHaveLength(0);
    await clickOn("An item to click", 2);
    await until("#activity", "Opened content/two.md:5");
    // The editor writes in its own time.
    const log = () => readFile(editorLog, "utf8").catch(() => "");
    await expect.poll(log).toContain(`${join(folder, "content/two.md")}:5:`);
  });

  it("shows nothing to whoever has not opened its address", async () => {
    const { origin } = new URL(opened.url);
    const paths = [
      "/",
      "/?token=guessed",
      "/events?edition=print",
      "/client.js",
      "/editions/print/0/document.pdf",
    ];
    for (const path of paths) {
      const answer = await fetch(origin + path, { headers: { Cookie: "colophon-1=guessed" } });
      expect(answer.status).toBe(403);
      expect(await answer.text()).not.toContain("token");
    }
    expect(page.url()).not.toContain("token");
  });

  it("opens nothing for a page of somebody else, and answers to no other name", async () => {
    const url = new URL(opened.url);
    const body = JSON.stringify({ file: "content/two.md", line: 1, column: 1 });
    const post = (headers: Record<string, string>) =>
      fetch(`${url.origin}/open`, { method: "POST", body, headers });
    expect((await post({})).status).toBe(403);
    expect((await post({ Origin: url.origin, "X-Colophon-Token": "guessed" })).status).toBe(403);
    const { request } = await import("node:http");
    const status = await new Promise((resolve) => {
      request({ port: url.port, headers: { Host: "evil.example" } }, (answer) =>
        resolve(answer.statusCode),
      ).end();
    });
    expect(status).toBe(421);
  });

  it("keeps the last good pages while the YAML is broken, and recovers by itself", async () => {
    await writeFile(file("publication.yaml"), YAML.replace("title: Two chapters", "title: [Two chapters"));
    await until("#banner", "These are the last good pages. publication.yaml:");
    await words("An item to click");
    await page.keyboard.press("d");
    await until("#diagnostics", "yaml-syntax");
    expect(await violations()).toEqual([]);
    await page.keyboard.press("d");
    await writeFile(file("publication.yaml"), YAML);
    await page.waitForFunction(() => (document.querySelector("#banner") as HTMLElement).hidden);
    await until("#diagnostics-button", "No problems");
  });

  it("says when a source is gone, and goes on when it is back", async () => {
    await rename(file("content/two.md"), file("content/2.md"));
    await until("#banner", "These are the last good pages.");
    expect(await textOf("#banner")).toContain("two.md");
    await rename(file("content/2.md"), file("content/two.md"));
    await page.waitForFunction(() => (document.querySelector("#banner") as HTMLElement).hidden);
  });

  it("takes a file that is saved in two halves, or beside itself and renamed", async () => {
    await writeFile(file("content/two.md"), TWO.slice(0, 20));
    await writeFile(file("content/two.md"), `${TWO}- Saved in halves\n`);
    await words("Saved in halves");
    await writeFile(file("content/two.md.tmp"), `${TWO}- Saved and renamed\n`);
    await rename(file("content/two.md.tmp"), file("content/two.md"));
    await words("Saved and renamed");
  });

  it("leads from a diagnostic to the page", async () => {
    await page.keyboard.press("Home");
    await writeFile(file("content/two.md"), `${TWO}\n<script>alert(1)</script>\n`);
    await until("#diagnostics-button", "1 warning");
    await page.keyboard.press("d");
    await page.$eval(".problem button", (button) => (button as HTMLButtonElement).click());
    await words("An item to click");
    await page.keyboard.press("d");
    await writeFile(file("content/two.md"), TWO);
    await until("#diagnostics-button", "No problems");
  });

  it("is accessible in light and in dark, with its contents open", async () => {
    await page.keyboard.press("t");
    await until("#contents", "One");
    expect(await violations()).toEqual([]);
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
    expect(await violations()).toEqual([]);
    await page.keyboard.press("t");
    await page.keyboard.press("?");
    expect(await violations()).toEqual([]);
    await page.keyboard.press("Escape");
  });
});

describe("the preview of an ebook", () => {
  const frame = async () => (await (await page.waitForSelector("iframe:not(.coming)"))!.contentFrame())!;

  it("shows its documents as a reading system does, without scripts", async () => {
    await page.select("#edition", "ebook");
    await page.waitForSelector("iframe:not(.coming)", { timeout: 30_000 });
    await page.select("#colours", "sepia");
    await goTo("3");
    await page.waitForFunction(() =>
      document
        .querySelector<HTMLIFrameElement>("iframe:not(.coming)")
        ?.contentDocument?.body.textContent?.includes("first paragraph"),
    );
    const shown = await frame();
    expect(await shown.$eval("html", (html) => getComputedStyle(html).backgroundColor)).toBe(
      "rgb(246, 236, 217)",
    );
    const sandbox = await page.$eval("iframe", (each) => each.getAttribute("sandbox"));
    expect(sandbox).toBe("allow-same-origin");
    expect(await violations()).toEqual([]);
  });

  it("shows where a paragraph was written", async () => {
    const shown = await frame();
    const paragraph = await shown.waitForSelector("p");
    await paragraph!.click();
    await until("#source", "content/one.md:3");
  });

  it("shows new words when the file is saved, in the same document", async () => {
    await writeFile(file("content/one.md"), ONE.replace("of all", "of them all"));
    await page.waitForFunction(
      () =>
        document
          .querySelector<HTMLIFrameElement>("iframe:not(.coming)")
          ?.contentDocument?.body.textContent?.includes("of them all"),
      { timeout: 30_000 },
    );
    expect(await page.$eval("#place", (input) => (input as HTMLInputElement).value)).toBe("3");
  });
});

describe("a tab that is left open over a restart", () => {
  it("says that the connection is lost, and finds the next preview by itself", async () => {
    await page.select("#edition", "print");
    await words("first paragraph");
    await opened.close();
    await until("#banner", "Lost connection.");
    await writeFile(file("content/one.md"), ONE.replace("of all", "after the restart"));
    const address = opened.url;
    opened = await open();
    expect(opened.url).toBe(address);
    await words("after the restart");
    expect(await page.$eval("#banner", (banner) => (banner as HTMLElement).hidden)).toBe(true);
  });

  it("is told what to do when a port is taken", async () => {
    const port = Number(new URL(opened.url).port);
    await expect(open({ port })).rejects.toMatchObject({
      diagnostics: [{ code: "port-taken", message: `Port ${port} is taken by another program` }],
    });
  });

  it("leaves no browser and no server behind when it is closed", async () => {
    await rm(file("content/two.md"));
    await until("#banner", "These are the last good pages.");
    await opened.close();
    await expect(fetch(opened.url)).rejects.toThrow();
  });
});
