/**
 * A reading system in little: documents of an ebook in columns of the size of a screen, one a page, as foliate-js,
 * epub.js and Readium set them, by day and at night, with letters as large as a reader wants them.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import JSZip from "jszip";
import type { Browser, Page } from "puppeteer-core";

export interface Screen {
  readonly width: number;
  readonly height: number;
  readonly scheme: "light" | "dark";
  /** Percent of the usual size of letters. */
  readonly letters: number;
}

/** What a reader sees of a document, page by page. */
export interface Seen {
  /** The words of its pages, without blanks. */
  readonly words: string;
  /** Texts that are not whole on a page, or can hardly be told from the ground. */
  readonly cut: readonly string[];
  readonly faint: readonly string[];
  /** What axe finds (WCAG 2.2, A and AA). */
  readonly barriers: readonly string[];
}

/** Writes the files of an ebook into a folder. */
export async function unpack(bytes: Uint8Array, folder: string): Promise<void> {
  const zip = await JSZip.loadAsync(bytes);
  for (const [name, file] of Object.entries(zip.files)) {
    if (file.dir) continue;
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), await file.async("nodebuffer"));
  }
}

const MARGIN = 20;

export async function readOn(browser: Browser, file: string, screen: Screen): Promise<Seen> {
  const page = await browser.newPage();
  try {
    await page.setViewport({ width: screen.width, height: screen.height });
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: screen.scheme }]);
    await page.goto(pathToFileURL(file).href);
    await page.addStyleTag({ content: stylesOf(screen) });
    await page.addScriptTag({ path: createRequire(import.meta.url).resolve("axe-core/axe.min.js") });
    return await look(page, screen.width);
  } finally {
    await page.close();
  }
}

function stylesOf({ width, height, scheme, letters }: Screen): string {
  const [ground, ink, links] = scheme === "dark" ? ["#000", "#e6e6e6", "#8ab4f8"] : ["#fff", "#000", "#00c"];
  return `
:root { background: ${ground}; color: ${ink}; font-size: ${letters}%; height: ${height - 2 * MARGIN}px; padding: ${MARGIN}px !important;
  box-sizing: content-box; width: ${width - 2 * MARGIN}px; columns: auto ${width - 2 * MARGIN}px; column-gap: ${2 * MARGIN}px; column-fill: auto; }
body { margin: 0 !important; padding: 0 !important; }
a:any-link { color: ${links}; }`;
}

async function look(page: Page, width: number): Promise<Seen> {
  return await page.evaluate(async (stride) => {
    const shown = (element: Element) => element.checkVisibility({ visibilityProperty: true });
    const name = (element: Element, text: string) => `${element.localName}: ${text.trim().slice(0, 40)}`;
    const parts = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const luminance = (colour: string) => {
      const [r = 0, g = 0, b = 0] = parts(colour).map((part) => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const groundOf = (element: Element): string => {
      for (let each: Element | null = element; each; each = each.parentElement) {
        const colour = getComputedStyle(each).backgroundColor;
        if (parts(colour)[3] !== 0) return colour;
      }
      return getComputedStyle(document.documentElement).backgroundColor;
    };
    const seen = { words: "", cut: [] as string[], faint: [] as string[] };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode as Text;
      const parent = text.parentElement!;
      if (text.data.trim() === "" || !shown(parent)) continue;
      seen.words += text.data.replace(/\s/g, "");
      // Silent text of tables that are lists: it is said again before each cell.
      if (parent.closest("rp, thead[style], .as-list thead, title, desc")) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      for (const { left, right, top, bottom, width: wide } of range.getClientRects()) {
        const column = Math.floor(left / stride) * stride;
        const isWhole =
          left >= column + 1 && right <= column + stride - 1 && top >= 0 && bottom <= innerHeight;
        if (wide > 0 && !isWhole) seen.cut.push(name(parent, text.data));
      }
      const [dark, light] = [luminance(getComputedStyle(parent).color), luminance(groundOf(parent))].sort(
        (a, b) => a - b,
      );
      if ((light! + 0.05) / (dark! + 0.05) < 3 && !parent.closest("svg"))
        seen.faint.push(name(parent, text.data));
    }
    for (const picture of document.querySelectorAll("img, svg, math")) {
      // One for each column that it stands in.
      for (const { left, right, width: wide } of picture.getClientRects()) {
        const column = Math.floor(left / stride) * stride;
        const what = picture.getAttribute("alt") ?? picture.getAttribute("alttext") ?? "";
        if (wide > 0 && right > column + stride) seen.cut.push(name(picture, what));
      }
    }
    const { axe } = window as unknown as { axe: typeof import("axe-core") };
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    const { violations } = await axe.run(document, { runOnly: tags });
    const barriers = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`),
    );
    return { ...seen, barriers };
  }, width);
}
