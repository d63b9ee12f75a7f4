/** The roles that an author may give to an element (ARIA in HTML; DPUB-ARIA 1.0, which every EPUBCheck knows). */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

const ANY = words(`
  article button cell columnheader complementary contentinfo definition directory document feed figure
  group heading img link list listitem log main marquee math menu navigation none note presentation
  region row rowgroup rowheader search separator status table term tooltip
  doc-abstract doc-acknowledgments doc-afterword doc-appendix doc-backlink doc-biblioentry
  doc-bibliography doc-biblioref doc-chapter doc-colophon doc-conclusion doc-cover doc-credit
  doc-credits doc-dedication doc-endnote doc-endnotes doc-epigraph doc-epilogue doc-errata doc-example
  doc-footnote doc-foreword doc-glossary doc-glossref doc-index doc-introduction doc-noteref doc-notice
  doc-pagebreak doc-pagelist doc-part doc-preface doc-prologue doc-pullquote doc-qna doc-subtitle
  doc-tip doc-toc`);

const SECTION = words(`
  complementary contentinfo document feed log main marquee navigation none note presentation region
  search status doc-abstract doc-acknowledgments doc-afterword doc-appendix doc-bibliography doc-chapter
  doc-colophon doc-conclusion doc-credit doc-credits doc-dedication doc-endnotes doc-epigraph
  doc-epilogue doc-errata doc-example doc-foreword doc-glossary doc-index doc-introduction doc-notice
  doc-pagelist doc-part doc-preface doc-prologue doc-pullquote doc-qna doc-toc`);

const HEADING = words("doc-subtitle heading none presentation");
const LIST = words("directory group list menu none presentation");
const SILENT = words("none presentation");

const BY_ELEMENT: Readonly<Record<string, ReadonlySet<string>>> = {
  a: words("button link doc-backlink doc-biblioref doc-glossref doc-noteref"),
  aside: words("note none presentation region doc-dedication doc-example doc-footnote doc-pullquote doc-tip"),
  blockquote: ANY,
  div: ANY,
  h1: HEADING,
  h2: HEADING,
  h3: HEADING,
  h4: HEADING,
  h5: HEADING,
  h6: HEADING,
  img: words("none presentation"),
  ol: LIST,
  p: ANY,
  section: SECTION,
  span: ANY,
  ul: LIST,
};

export function isRoleOf(role: string, tagName: string): boolean {
  return (BY_ELEMENT[tagName] ?? SILENT).has(role);
}
