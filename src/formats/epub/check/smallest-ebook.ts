/**
 * An ebook with nothing in it, to be checked before the first one comes.
 *
 * The XML parser, its WebAssembly and the schemas are loaded by the first check, and most functions are
 * compiled in it: that takes longer than to check a chapter, and while manuscripts are read nobody waits.
 * `tests/bench/first-check.mjs` measures it: processor time of the first check, medians of five and three rounds in turns,
 * 0.19 s with it and 0.51 s without for a novel of 12 documents, 1.21 s and 1.63 s for a book of 28.
 */
import type { EbookFiles } from "../../../model/ebook.js";

const XML = `<?xml version="1.0" encoding="UTF-8"?>\n`;

const CONTAINER = `${XML}<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>`;

const PACKAGE = `${XML}<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:00000000-0000-0000-0000-000000000000</dc:identifier>
<dc:title>-</dc:title><dc:language>en</dc:language>
<meta property="dcterms:modified">2000-01-01T00:00:00Z</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="book" href="book.css" media-type="text/css"/>
</manifest>
<spine><itemref idref="nav"/></spine>
</package>`;

const NAVIGATION = `${XML}<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en">
<head><title>-</title><link rel="stylesheet" href="book.css"/></head>
<body><nav epub:type="toc"><ol><li><a href="nav.xhtml#one">-</a></li></ol></nav><p id="one">-</p></body>
</html>`;

export const SMALLEST_EBOOK: EbookFiles = new Map(
  Object.entries({
    "META-INF/container.xml": CONTAINER,
    "package.opf": PACKAGE,
    "nav.xhtml": NAVIGATION,
    "book.css": "p { margin: 0 }",
  }).map(([path, text]) => [path, Buffer.from(text)]),
);
