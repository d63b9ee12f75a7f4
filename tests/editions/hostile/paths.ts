/** Paths that lead, or try to lead, out of the publication's folder. */
import { CANARY, type HostileCase, OUTSIDE, text, yaml } from "./case.js";

const file = (claim: string, name: string, said: readonly string[]): HostileCase => ({
  claim: `a section file ${claim}`,
  files: { "publication.yaml": yaml("", `[{ file: one.md }, { file: ${JSON.stringify(name)} }]`) },
  said,
});
const image = (claim: string, address: string, said: readonly string[]): HostileCase =>
  text(`an image ${claim}`, `![A picture](<${address}>)`, said);
const include = (claim: string, name: string, said: readonly string[]): HostileCase => ({
  claim: `an include ${claim}`,
  files: {
    "book.toml": '[book]\ntitle = "A"\nlanguage = "en"\n',
    "src/SUMMARY.md": "[A](a.md)\n",
    "src/a.md": `# A\n\n{{#include ${name}}}\n`,
  },
  said,
});
const key = (claim: string, more: string, said: readonly string[]): HostileCase => ({
  claim,
  files: { "publication.yaml": yaml(more) },
  said,
});
const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">';

export const PATHS: readonly HostileCase[] = [
  file("one level up", "../../secret.md", ["path-outside"]),
  file("many levels up", "../../../../../../../../etc/passwd", ["path-outside"]),
  file("that goes in and out", "a/../../../secret.md", ["path-outside"]),
  file("with an absolute path", `${OUTSIDE}/secret.md`, ["path-outside"]),
  file("of Windows", "C:\\secret.md", ["path-outside"]),
  file("on another drive", "D:/secret.md", ["path-outside"]),
  file("on a share", "\\\\server\\share\\secret.md", ["path-outside"]),
  file("on a share, with slashes", "//server/share/secret.md", ["path-outside"]),
  file("with backslashes", "..\\..\\secret.md", ["missing-file"]),
  file("with percent signs", "%2e%2e/%2e%2e/secret.md", ["missing-file"]),
  file("with a NUL", "one.md\0.png", ["missing-file"]),
  file("that is an address", "file:///etc/passwd", ["missing-file"]),
  file("that is the folder", ".", ["missing-file"]),
  file("with an endless name", "a".repeat(5000), ["missing-file"]),
  {
    ...file("through a linked file", "link.md", ["path-outside"]),
    links: { "content/link.md": `${OUTSIDE}/secret.md` },
  },
  {
    ...file("through a linked folder", "dir/secret.md", ["path-outside"]),
    links: { "content/dir": OUTSIDE },
  },
  {
    ...file("through a link to a link", "b.md", ["path-outside"]),
    links: { "content/b.md": "a.md", "content/a.md": `${OUTSIDE}/secret.md` },
  },
  {
    ...file("through a loop of links", "a.md", ["missing-file"]),
    links: { "content/a.md": "b.md", "content/b.md": "a.md" },
  },
  {
    ...file("that is a link to a device", "zero.md", ["path-outside"]),
    links: { "content/zero.md": "/dev/zero" },
  },
  {
    ...file("in a folder that is linked as a whole", "one.md", ["path-outside"]),
    files: { "publication.yaml": yaml("content: linked") },
    links: { linked: OUTSIDE },
  },
  key("a content folder above", "content: ..", ["path-outside"]),
  key("a content folder from the root", "content: /etc", ["path-outside"]),
  key("a cover above", "cover: ../secret.png", ["epub-cover-missing"]),
  {
    ...key("a cover through a link", "cover: cover.png", ["epub-cover-missing"]),
    links: { "cover.png": `${OUTSIDE}/secret.png` },
  },
  key("a bibliography above", "bibliography: ../secret.bib", ["path-outside"]),
  key("a citation style from the root", `csl: ${OUTSIDE}/secret.csl`, ["path-outside"]),
  key("a theme above", "theme: ../../secret", ["unknown-theme"]),
  key("an edition that would be written elsewhere", "x-y: 1", ["unknown-key"]),
  {
    claim: "an edition with a path as its name",
    files: { "publication.yaml": yaml().replace("ebook:", "../../ebook:") },
    said: ["bad-name"],
  },
  image("one level up", "../../secret.png", ["file-outside"]),
  image("with percent signs", "%2e%2e/%2e%2e/secret.png", ["file-outside"]),
  image("with twice as many percent signs", "%252e%252e/%252e%252e/secret.png", ["missing-image"]),
  image("from the root", `${OUTSIDE}/secret.png`, ["missing-image"]),
  image("of a file address", `file://${OUTSIDE}/secret.png`, ["unsafe-html"]),
  image("on a share", "\\\\\\\\server\\share\\x.png", ["missing-image"]),
  image("without a scheme", "//127.0.0.1/x.png", ["remote-image"]),
  image("that is a folder", "../content", ["missing-image"]),
  image("that is a text", "one.md", ["missing-image"]),
  {
    ...image("through a link", "pic.png", ["file-outside"]),
    links: { "content/pic.png": `${OUTSIDE}/secret.png` },
  },
  {
    ...image("through a linked folder", "pics/secret.png", ["file-outside"]),
    links: { "content/pics": OUTSIDE },
  },
  text("a link to a file outside", "[there](../../secret.md)", ["broken-link"]),
  text("a link to a file address", `[there](<file://${OUTSIDE}/secret.md>)`, ["unsafe-html"], "there"),
  include("one level up", "../../secret.md", ["file-outside"]),
  include("from the root", `${OUTSIDE}/secret.md`, ["bad-include"]),
  include("of itself", "a.md", ["bad-include"]),
  include("of a folder", "../src", ["bad-include"]),
  {
    ...include("through a link", "link.md", ["file-outside"]),
    links: { "src/link.md": `${OUTSIDE}/secret.md` },
  },
  {
    claim: "a drawing with pictures from the disk",
    files: {
      "content/one.md": "# One\n\n![A drawing](d.svg)\n",
      "content/d.svg": `${SVG}<image href="file://${OUTSIDE}/secret.png"/><use xlink:href="${OUTSIDE}/secret.svg#a"/><rect/></svg>`,
    },
    said: ["unsafe-image"],
  },
  {
    claim: "a drawing with an entity from the disk",
    files: {
      "content/one.md": "# One\n\n![A drawing](d.svg)\n",
      "content/d.svg": `<!DOCTYPE svg [<!ENTITY x SYSTEM "file://${OUTSIDE}/secret.md">]>${SVG}<text>&x;</text></svg>`,
    },
    said: ["image-broken"],
  },
  {
    claim: "a citation style with an entity from the disk",
    files: {
      "publication.yaml": yaml("csl: s.csl"),
      "s.csl": `<!DOCTYPE style [<!ENTITY x SYSTEM "file://${OUTSIDE}/secret.md">]><style xmlns="http://purl.org/net/xbiblio/csl"><info><title>&x;</title></info></style>`,
    },
    said: ["bad-citation-style"],
  },
  {
    claim: `a file with the words ${CANARY.slice(0, 6)} as its name`,
    files: { "publication.yaml": yaml("", '[{ file: "one.md" }, { file: "CANARY.md" }]') },
    said: ["missing-file"],
  },
];
