/** What package, documents and styles say of an ebook whose pages are as they are (EPUB 3.3, 8.2). */
import type { Section } from "../../../model/book.js";
import type { Edition } from "../../../model/publication.js";
import { type FixedPage, fixedPageOf } from "../content/fixed-pages.js";

/** Pages that the program writes and that are short: others flow, however long they are. */
const SHORT = new Set(["titlepage", "halftitlepage"]);

export function isFixed({ bodies, role }: Section): boolean {
  return bodies.length > 0 || SHORT.has(role);
}

/** For the head of a document. */
export function viewportOf({ width, height }: FixedPage): string {
  return `width=${width}, height=${height}`;
}

/** For the package document: resolution and kind are what Kindle asks for (KDP, “Fixed-layout books”). */
export function fixedLayoutOf(edition: Edition): { viewport: string; resolution: string } | undefined {
  const page = fixedPageOf(edition);
  return page && { viewport: viewportOf(page), resolution: `${page.width}x${page.height}` };
}

export function withFixedPages(styles: string, edition: Edition): string {
  const page = fixedPageOf(edition);
  if (page === undefined) return styles;
  return `${styles}
.fixed-page {
  position: relative;
  width: ${page.width}px;
  height: ${page.height}px;
  margin: 0;
  padding: 0;
  overflow: hidden;
  background-color: #fff;
  color: #000;
  font-size: ${page.letters}px;
  line-height: 1.4;
}
${PAGES}`;
}

/** Text on a picture has a ground that lets it be read, whatever is behind. */
const PAGES = `
.fixed-page section {
  position: static;
  margin: 0;
}

.fixed-page .titlepage,
.fixed-page .halftitlepage {
  padding: 25% 6% 0;
}

.page-picture img {
  position: absolute;
  max-width: none;
  max-height: none;
}

.page-text {
  position: absolute;
  left: 6%;
  right: 6%;
  padding: 0.4em 3%;
}

.page-text-bottom {
  bottom: 4%;
}

.page-text-top {
  top: 4%;
}

.page-text-bottom,
.page-text-top {
  border-radius: 0.5em;
  background-color: #fff;
  background-color: rgba(255, 255, 255, 0.88);
}

.page-text-alone {
  top: 8%;
}

.fixed-page h1,
.fixed-page h2,
.fixed-page h3 {
  margin: 0 0 0.4em;
  padding: 0;
  font-size: 1.6em;
  line-height: 1.2;
}

.page-text p {
  margin: 0 0 0.3em;
  text-indent: 0;
}

.fixed-page .footnotes {
  position: absolute;
  right: 6%;
  bottom: 0;
  left: 6%;
  background-color: #fff;
  font-size: 0.6em;
}
`;
