/**
 * A short document that can stand in the place of a long one while others are checked.
 *
 * Nearly all that EPUBCheck looks at is inside one document. What it looks at between documents is
 * which ids there are, in which order (links and the contents lead to them), and which documents
 * are linked to at all (those outside of the reading order have to be). Our own rules want to know
 * which ids are pages. A stand-in has just that, so a document that is sound beside the stand-ins
 * of others is sound beside the others.
 */
import { escapedAttribute } from "../../../hast/escape.js";
import type { Document } from "./document.js";

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en">
<head><title>-</title></head>
<body>
`;

/** Undefined for a document that nothing can stand in for: links may lead to ids, but not to symbols. */
export function standInFor({ tags }: Document): string | undefined {
  if (tags.some(({ name }) => /^(.*:)?symbol$/.test(name))) return undefined;
  const ids = tags.flatMap(({ name, attributes: { id, "epub:type": type } }) =>
    id === undefined || name === "html" ? [] : [anchor(id, type)],
  );
  const files = new Set(tags.flatMap(({ name, attributes: { href } }) => (name === "a" ? fileOf(href) : [])));
  const links = [...files].map((href) => `<p><a href="${escapedAttribute(href)}">-</a></p>\n`);
  return `${HEAD}${ids.join("")}${links.join("")}</body>\n</html>\n`;
}

/** Where links count one by one, and in their order: such a document is always checked itself. */
export function isNavigation({ tags }: Document): boolean {
  return tags.some(({ name }) => name === "nav");
}

function anchor(id: string, type: string | undefined): string {
  const page = type?.split(" ").includes("pagebreak") ? ' epub:type="pagebreak"' : "";
  return `<p id="${escapedAttribute(id)}"${page}/>\n`;
}

/** The document of the book that a link leads to; none for the web, and for places in the same document. */
function fileOf(href: string | undefined): string[] {
  const file = href?.replace(/#.*$/s, "") ?? "";
  return file === "" || /^[a-z][a-z0-9+.-]*:/i.test(file) ? [] : [file];
}
