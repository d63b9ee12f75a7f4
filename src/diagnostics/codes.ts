/**
 * Every diagnostic the program can give.
 *
 * Codes are stable: scripts and `publication.yaml` name them. `severity` is the default.
 * `scope` decides the exit code: a configuration error is wrong usage (2), a
 * publication error is a fault of the manuscript (1), a machine error a lack of the machine (3),
 * a program error a fault of Colophon itself (70).
 */
export type Severity = "error" | "warning" | "info";
export type Scope = "configuration" | "publication" | "machine" | "program";

interface CodeDefinition {
  readonly severity: Severity;
  readonly scope: Scope;
  /** One line for the manual. */
  readonly summary: string;
  /**
   * True for an error that is a judgement on a finished file: it may be lowered. Any other error
   * means that something would be lost or wrong, and stays one.
   */
  readonly settable?: true;
}

export const CODES = {
  "publication-not-found": {
    severity: "error",
    scope: "configuration",
    summary: "There is no publication at the given path.",
  },
  "yaml-syntax": {
    severity: "error",
    scope: "configuration",
    summary: "The publication file is not valid YAML.",
  },
  "duplicate-key": {
    severity: "error",
    scope: "configuration",
    summary: "A key stands twice in one mapping.",
  },
  "unknown-key": {
    severity: "error",
    scope: "configuration",
    summary: "The publication file has a key that nothing knows.",
  },
  "missing-key": {
    severity: "error",
    scope: "configuration",
    summary: "A key that must be there is missing.",
  },
  "wrong-type": {
    severity: "error",
    scope: "configuration",
    summary: "A value is of the wrong kind: text, number, list or mapping.",
  },
  "bad-value": { severity: "error", scope: "configuration", summary: "A number is out of its range." },
  "bad-name": {
    severity: "error",
    scope: "configuration",
    summary: "An edition or a variable has a name that cannot be a file name or a property.",
  },
  "empty-list": { severity: "error", scope: "configuration", summary: "A list has no entry." },
  "conflicting-keys": {
    severity: "error",
    scope: "configuration",
    summary: "Two keys that exclude each other stand together.",
  },
  "unused-key": {
    severity: "warning",
    scope: "configuration",
    summary: "A key does nothing where it stands.",
  },
  "unknown-role": {
    severity: "error",
    scope: "configuration",
    summary: "A section has a role that does not exist.",
  },
  "unknown-relator": {
    severity: "error",
    scope: "configuration",
    summary: "A contributor has a role that is no MARC relator code.",
  },
  "unknown-format": {
    severity: "error",
    scope: "configuration",
    summary: "An edition has a format that does not exist.",
  },
  "unknown-theme": {
    severity: "error",
    scope: "configuration",
    summary: "An edition has a theme that does not exist.",
  },
  "unknown-edition": {
    severity: "error",
    scope: "configuration",
    summary: "No publication of the build has an edition with this name.",
  },
  "bad-extends": {
    severity: "error",
    scope: "configuration",
    summary: "An edition extends one that is not there, or itself in the end.",
  },
  "bad-data": {
    severity: "error",
    scope: "configuration",
    summary: "The data of `for-each` cannot be used: its form, a name or a value is wrong.",
  },
  "duplicate-edition": {
    severity: "error",
    scope: "configuration",
    summary: "`for-each` makes two editions of one name.",
  },
  "too-many-editions": {
    severity: "error",
    scope: "configuration",
    summary: "A publication has more than 10,000 editions.",
  },
  "publication-clash": {
    severity: "error",
    scope: "configuration",
    summary: "Two publications of one build have the same name.",
  },
  "bad-language": {
    severity: "error",
    scope: "configuration",
    summary: "A language is no BCP 47 tag or does not exist.",
  },
  "unlisted-language": {
    severity: "warning",
    scope: "configuration",
    summary: "A language is well-formed but not widely known.",
  },
  "bad-date": {
    severity: "error",
    scope: "configuration",
    summary: "A date is not a year, a month or a day that exists.",
  },
  "bad-identifier": {
    severity: "error",
    scope: "configuration",
    summary: "An identifier is neither a URN nor a URL.",
  },
  "bad-isbn": {
    severity: "error",
    scope: "configuration",
    summary: "An ISBN has the wrong length or check digit.",
  },
  "bad-trim": {
    severity: "error",
    scope: "configuration",
    summary: "A trim size is neither a known name nor two lengths.",
  },
  "bad-page-source": {
    severity: "error",
    scope: "configuration",
    summary: "An ebook is to carry the page numbers of a PDF edition that does not exist.",
  },
  "unknown-code": {
    severity: "error",
    scope: "configuration",
    summary: "A level is set for a code that no diagnostic has.",
  },
  "fixed-level": {
    severity: "error",
    scope: "configuration",
    summary: "An error is to be lowered that means a loss.",
  },
  "bad-source-date": {
    severity: "error",
    scope: "configuration",
    summary: "SOURCE_DATE_EPOCH is no number of seconds since 1970.",
  },
  "bad-timings": {
    severity: "error",
    scope: "configuration",
    summary: "A file of timings or a manifest cannot be read.",
  },
  "manifest-clash": {
    severity: "error",
    scope: "configuration",
    summary: "Manifests do not belong to one build.",
  },
  "bad-settings": {
    severity: "error",
    scope: "configuration",
    summary: "A book.toml is not valid TOML.",
  },
  "entry-left-out": {
    severity: "warning",
    scope: "configuration",
    summary: "An entry of a SUMMARY.md has no text, so it is left out.",
  },
  "section-without-file": {
    severity: "error",
    scope: "configuration",
    summary: "A section has no file and its role is not made from a template.",
  },
  "empty-publication": { severity: "error", scope: "publication", summary: "The publication has no text." },
  "missing-file": {
    severity: "error",
    scope: "publication",
    summary: "A file or folder that the publication names is not there.",
  },
  "path-outside": {
    severity: "error",
    scope: "publication",
    summary: "A path leads out of the publication's folder.",
  },
  "file-too-large": {
    severity: "error",
    scope: "publication",
    summary: "A text is larger than the limit.",
  },
  "image-too-large": {
    severity: "error",
    scope: "publication",
    summary: "An image has more bytes or pixels than the limit.",
  },
  "image-broken": {
    severity: "error",
    scope: "publication",
    summary: "An image file is not what its name says, or not all of it is there.",
  },
  "unsafe-image": {
    severity: "warning",
    scope: "publication",
    summary: "An SVG image had scripts or addresses that are taken out.",
  },
  "reserved-name": {
    severity: "warning",
    scope: "publication",
    summary: "HTML in the text uses a name that the program keeps for itself.",
  },
  "bidi-control": {
    severity: "warning",
    scope: "publication",
    summary: "A text has characters that hide in which order it is read.",
  },
  "source-changed": {
    severity: "warning",
    scope: "publication",
    summary: "A source changed while the edition was made.",
  },
  "file-used-twice": {
    severity: "error",
    scope: "publication",
    summary: "Two sections of an edition have the same file.",
  },
  "not-utf8": { severity: "error", scope: "publication", summary: "A text file is not UTF-8." },
  "unsupported-directive": {
    severity: "warning",
    scope: "publication",
    summary: "A text has a directive of mdBook or GitBook that books do without.",
  },
  "bad-include": {
    severity: "error",
    scope: "publication",
    summary: "A file or a part of it that a text includes is not there.",
  },
  "epub-image-missing": {
    severity: "error",
    scope: "publication",
    summary: "An image that an ebook shows is not a file of the publication.",
  },
  "epub-image-format": {
    severity: "error",
    scope: "publication",
    summary: "An image of an ebook is in a format that reading systems need not show.",
  },
  "epub-media-omitted": {
    severity: "warning",
    scope: "publication",
    summary: "Sound or film is left out of an ebook.",
  },
  "epub-link-lost": {
    severity: "error",
    scope: "publication",
    summary: "A link leads to something that is not in the ebook.",
  },
  "epub-section-empty": {
    severity: "warning",
    scope: "publication",
    summary: "A section of an ebook has no content.",
  },
  "epub-cover-missing": {
    severity: "error",
    scope: "publication",
    summary: "The cover image of an ebook is not a file of the publication.",
  },
  "epub-cover-format": {
    severity: "error",
    scope: "publication",
    summary: "The cover of an ebook is not a JPEG, PNG, GIF or SVG image.",
  },
  "page-list-missing": {
    severity: "warning",
    scope: "publication",
    summary: "An ebook has no page list because its print edition cannot be laid out.",
  },
  "epub-accessibility": {
    severity: "warning",
    scope: "publication",
    summary: "An ebook lacks something that readers with a disability need.",
  },
  "epub-invalid": {
    severity: "error",
    scope: "publication",
    summary: "EPUBCheck found an error in the finished ebook.",
  },
  "epub-questionable": {
    severity: "warning",
    scope: "publication",
    summary: "EPUBCheck warns about the finished ebook.",
  },
  "epub-image-damaged": {
    severity: "error",
    scope: "publication",
    summary: "An image in a finished ebook cannot be read.",
  },
  "epub-image-large": {
    severity: "warning",
    scope: "publication",
    summary: "An image in a finished ebook has more pixels than shops and readers take.",
  },
  "pdf-damaged": { severity: "error", scope: "publication", summary: "A PDF cannot be read." },
  "pdf-encrypted": {
    severity: "error",
    scope: "publication",
    summary: "A PDF is encrypted, so it cannot be checked.",
  },
  "pdf-metadata": {
    severity: "warning",
    scope: "publication",
    summary: "A PDF does not say its title, author or language, or says two things.",
  },
  "pdf-page-box": {
    severity: "error",
    scope: "publication",
    summary: "A page's boxes do not lie inside each other.",
    settable: true,
  },
  "pdf-font-not-embedded": {
    severity: "error",
    scope: "publication",
    summary: "A PDF uses a font that is not in it.",
    settable: true,
  },
  "pdf-image-resolution": {
    severity: "warning",
    scope: "publication",
    summary: "An image in a PDF has too few pixels for its size.",
  },
  "pdf-not-tagged": { severity: "warning", scope: "publication", summary: "A PDF has no tags." },
  "pdf-accessibility": {
    severity: "warning",
    scope: "publication",
    summary: "A PDF lacks headings, descriptions of figures, page labels or bookmarks.",
  },
  "pdf-link-broken": {
    severity: "error",
    scope: "publication",
    summary: "A link or a bookmark of a PDF leads to nothing.",
    settable: true,
  },
  "external-link-broken": {
    severity: "warning",
    scope: "publication",
    summary: "An address on the web does not exist any more.",
  },
  "external-link-unanswered": {
    severity: "warning",
    scope: "publication",
    summary: "A server did not say whether an address exists.",
  },
  "check-unreadable": {
    severity: "error",
    scope: "configuration",
    summary: "A file to be checked is neither a publication nor a PDF nor an EPUB.",
  },
  "image-without-alt": {
    severity: "warning",
    scope: "publication",
    summary: "An image has no text that describes it and is not marked as decoration.",
  },
  "control-character": {
    severity: "warning",
    scope: "publication",
    summary: "A text has characters that no book can show.",
  },
  "unclosed-div": { severity: "error", scope: "publication", summary: "A fenced div is never closed." },
  "bad-column-widths": {
    severity: "warning",
    scope: "publication",
    summary: "The widths given to a table are not one for each of its columns.",
  },
  "bad-line-number": {
    severity: "warning",
    scope: "publication",
    summary: "The number from which the lines of a code block are to be counted is none.",
  },
  "nesting-too-deep": {
    severity: "error",
    scope: "publication",
    summary: "Blocks or elements are nested too deeply.",
  },
  "table-cells-lost": {
    severity: "error",
    scope: "publication",
    summary: "A row of a table has more cells than the table has columns.",
  },
  "note-without-text": {
    severity: "error",
    scope: "publication",
    summary: "A reference leads to a footnote that has no text.",
  },
  "note-not-used": { severity: "warning", scope: "publication", summary: "Nothing refers to a footnote." },
  "duplicate-note": {
    severity: "error",
    scope: "publication",
    summary: "Two footnotes of one file have the same label.",
  },
  "html-not-well-formed": {
    severity: "warning",
    scope: "publication",
    summary: "HTML in the text has a tag that is not closed or closes nothing.",
  },
  "unknown-element": {
    severity: "warning",
    scope: "publication",
    summary: "Something in the text looks like a tag of HTML but is none.",
  },
  "unsafe-html": {
    severity: "warning",
    scope: "publication",
    summary: "HTML in the text is left out because a book cannot have it safely.",
  },
  "unknown-language": {
    severity: "error",
    scope: "publication",
    summary: "A text is marked with a language that does not exist.",
  },
  "missing-glyph": {
    severity: "warning",
    scope: "publication",
    summary: "No font of the edition has a character of the text.",
  },
  "script-without-font": {
    severity: "error",
    scope: "publication",
    summary: "A book is in a script that no font of the edition has.",
  },
  "broken-link": {
    severity: "error",
    scope: "publication",
    summary: "A link leads to a file or place that is not in the edition.",
  },
  "link-outside": {
    severity: "warning",
    scope: "publication",
    summary: "A link leads to a file that is not part of the publication.",
  },
  "unknown-variable": {
    severity: "error",
    scope: "publication",
    summary: "`{{ name }}` names a variable that the edition does not have.",
  },
  "unknown-condition": {
    severity: "warning",
    scope: "publication",
    summary: "`only` or `not` has a word that is no edition, format or audience.",
  },
  "reference-left-out": {
    severity: "error",
    scope: "publication",
    summary: "A reference or link leads to something that this edition leaves out.",
  },
  "unknown-reference": {
    severity: "error",
    scope: "publication",
    summary: "A cross-reference names nothing in the edition.",
  },
  "bad-math": { severity: "error", scope: "publication", summary: "A formula is not TeX that can be read." },
  "unknown-citation": {
    severity: "error",
    scope: "publication",
    summary: "A citation names a work that no bibliography of the edition has.",
  },
  "bad-bibliography": {
    severity: "error",
    scope: "publication",
    summary: "A bibliography is neither valid BibTeX nor valid CSL-JSON.",
  },
  "bad-citation-style": {
    severity: "error",
    scope: "publication",
    summary: "A citation style is not a CSL 1.0 style that can be used.",
  },
  "index-range-open": {
    severity: "error",
    scope: "publication",
    summary: "A range of the index has a beginning without an end, or an end without a beginning.",
  },
  "index-see-unknown": {
    severity: "warning",
    scope: "publication",
    summary: "An entry of the index sends the reader to an entry that is not there.",
  },
  "nothing-to-list": {
    severity: "warning",
    scope: "publication",
    summary: "A generated list or index has no entries, so its section is left out.",
  },
  "duplicate-id": {
    severity: "error",
    scope: "publication",
    summary: "Two places of one file have the same id.",
  },
  "style-syntax": {
    severity: "warning",
    scope: "publication",
    summary: "A style sheet has something that is not CSS.",
  },
  "style-unknown": {
    severity: "warning",
    scope: "publication",
    summary: "A style sheet names a property or a unit that CSS does not have.",
  },
  "style-missing": {
    severity: "warning",
    scope: "publication",
    summary: "A style sheet or a template names a file that is not there or cannot be used.",
  },
  "font-unknown": {
    severity: "warning",
    scope: "publication",
    summary: "A style sheet names a family of fonts that the edition does not have.",
  },
  "font-licence": {
    severity: "warning",
    scope: "publication",
    summary: "A font says of itself that it must not be embedded.",
  },
  "missing-image": {
    severity: "error",
    scope: "publication",
    summary: "An image is not there or cannot be read.",
  },
  "remote-image": {
    severity: "error",
    scope: "publication",
    summary: "An image is on the web, and nothing allows to fetch it.",
  },
  "image-not-fetched": {
    severity: "error",
    scope: "publication",
    summary: "An image that may be fetched from the web cannot be had.",
  },
  "text-lost": {
    severity: "error",
    scope: "publication",
    summary: "Text that went in cannot be read on any page.",
  },
  "text-hidden": {
    severity: "warning",
    scope: "publication",
    summary: "Text is in an edition, but a style sheet or an attribute hides it.",
  },
  "text-cut": {
    severity: "warning",
    scope: "publication",
    summary: "The edge of the paper or of a box cuts through letters.",
  },
  "running-head-cut": {
    severity: "warning",
    scope: "publication",
    summary: "A running head, or another margin box, cannot be read whole.",
  },
  "low-resolution": {
    severity: "warning",
    scope: "publication",
    summary: "An image has fewer than 300 dots per inch at the size at which it is printed.",
  },
  overfull: {
    severity: "warning",
    scope: "publication",
    summary: "A line or an image sticks out of the type area.",
  },
  "layout-stopped": {
    severity: "error",
    scope: "publication",
    summary: "The layout of a section hit a limit on time, pages or memory.",
  },
  "browser-failed": {
    severity: "error",
    scope: "machine",
    summary: "The browser failed at a section each time that it was tried.",
  },
  "references-unsettled": {
    severity: "warning",
    scope: "publication",
    summary: "Page references kept changing the pages they refer to.",
  },
  "edition-changed": {
    severity: "error",
    scope: "publication",
    summary: "A published edition is not what its sources make now.",
  },
  "edition-missing": {
    severity: "error",
    scope: "publication",
    summary: "An edition has not been published.",
  },
  "no-browser": {
    severity: "error",
    scope: "machine",
    summary: "There is no browser to lay out pages with.",
  },
  "no-temporary-files": {
    severity: "error",
    scope: "machine",
    summary: "The system's folder for temporary files cannot be written to, or is full.",
  },
  "epubcheck-unusable": {
    severity: "error",
    scope: "machine",
    summary: "The official EPUBCheck that was asked for does not run, or does not answer.",
  },
  "port-taken": {
    severity: "error",
    scope: "machine",
    summary: "The port that the preview was to answer on cannot be had.",
  },
  "several-publications": {
    severity: "error",
    scope: "configuration",
    summary: "A command that takes one publication finds several.",
  },
  "cannot-publish": {
    severity: "error",
    scope: "machine",
    summary: "The folder for the editions cannot be written to.",
  },
  "bad-theme": {
    severity: "error",
    scope: "configuration",
    summary: "A theme's folder or package cannot be used as one.",
  },
  "bad-config": {
    severity: "error",
    scope: "configuration",
    summary: "The configuration file cannot be read, or fails when it runs.",
  },
  "bad-extension": {
    severity: "error",
    scope: "configuration",
    summary: "An extension is not of the kind that it is given as.",
  },
  "bad-allow-list": {
    severity: "error",
    scope: "configuration",
    summary: "An entry of `allowFetch` is no host and no address.",
  },
  "bad-template": {
    severity: "error",
    scope: "publication",
    summary: "A template of a theme or a publication cannot be read or filled in.",
  },
  "extension-failed": {
    severity: "error",
    scope: "configuration",
    summary: "The code of an extension threw an error.",
  },
  "file-exists": {
    severity: "error",
    scope: "configuration",
    summary: "A new publication would overwrite a file, so nothing is written.",
  },
  "file-kept": {
    severity: "info",
    scope: "configuration",
    summary: "A `.gitignore` that is there already stays as it is.",
  },
  "missing-answer": {
    severity: "error",
    scope: "configuration",
    summary: "A new publication has no title, and there is no terminal to ask for one.",
  },
  "cannot-write": {
    severity: "error",
    scope: "machine",
    summary: "A file of a new publication cannot be written.",
  },
  "too-complex": {
    severity: "error",
    scope: "publication",
    summary: "A text is nested more deeply, or is larger, than can be worked with.",
  },
  "machine-failed": {
    severity: "error",
    scope: "machine",
    summary: "The system refused something that the program needs: room, memory, open files.",
  },
  "program-fault": {
    severity: "error",
    scope: "program",
    summary: "Colophon itself has failed on an edition or a file; all others were made.",
  },
  "bad-cache-size": {
    severity: "warning",
    scope: "machine",
    summary: "COLOPHON_CACHE_SIZE is no size, so the cache has its default limit.",
  },
} as const satisfies Record<string, CodeDefinition>;

export type Code = keyof typeof CODES;
