/**
 * What a user does about each diagnostic: for the manual and for `colophon explain`.
 *
 * Beside `codes.ts`, so that the list of codes stays short. Texts are Markdown with code in
 * backticks only, so that they read well on a terminal too.
 */
import type { Code } from "./codes.js";

export interface Explanation {
  /** How it comes about. */
  readonly cause: string;
  /** What to do about it. */
  readonly cure: string;
}

export const EXPLANATIONS: Readonly<Record<Code, Explanation>> = {
  "publication-not-found": {
    cause:
      "The path on the command line is not there, or the folder has no `publication.yaml`, no project of another tool and no text. Without a path, the current folder and the folders in `content/` were looked at; texts that nothing describes are only published when they are named.",
    cure: "Name the folder that holds the publication, or change into it first; `colophon build .` publishes the texts of the current folder.",
  },
  "issue-altered": {
    cause:
      "What `colophon revise` has written into `issues/` says what has gone out; marks, stars and locked pages are found by it. A file there was edited, or is none of these, so it does not say that any more.",
    cure: "Restore the file from your version control. To take an issue back, remove its file and those with higher numbers.",
  },
  "yaml-syntax": {
    cause:
      "Mostly a colon or a quotation mark inside a value that is not quoted, or a line that is indented by a tab or by one space too many.",
    cure: 'Look at the line that is named and the one before it. Put a value with a colon into quotes: `title: "Time: a History"`.',
  },
  "duplicate-key": {
    cause:
      "The same key stands twice, often after a copy and paste. YAML would take the last one in silence.",
    cure: "Keep one of the two.",
  },
  "unknown-key": {
    cause: "A key is misspelt, or stands where it does not belong: a part, for example, has no `file`.",
    cure: "Take the name that the message suggests. The reference chapter on the publication file lists all keys.",
  },
  "missing-key": {
    cause:
      "A publication needs `title`, `language` and `bodymatter`; an edition needs `format`; a part needs `sections`.",
    cure: "Add the line that the message shows.",
  },
  "wrong-type": {
    cause:
      "Text stands where a list is wanted, or a number where text is wanted. A title like `1984` is a number to YAML, and `no` is not the language Norwegian.",
    cure: 'Put text that looks like something else into quotes: `title: "1984"`. Begin each entry of a list with `- `.',
  },
  "bad-value": {
    cause: "A number is smaller or larger than it may be, or an address is not a whole web address.",
    cure: "Take a value in the range that the message names.",
  },
  "bad-name": {
    cause:
      "The name of an edition becomes the name of a file, and the name of a variable that of a CSS property. Capital letters, spaces and signs are not safe in both.",
    cure: "Use lower-case letters, digits and hyphens, and begin with a letter: `large-print`.",
  },
  "empty-list": {
    cause: "A key that takes a list, or `editions`, has nothing under it.",
    cure: "Add an entry, or remove the key.",
  },
  "conflicting-keys": {
    cause: "Two keys say the same thing in two ways, like `file` and `files` in one section.",
    cure: "Remove one of them.",
  },
  "unused-key": {
    cause: "A key has no effect where it stands, like `trim` in an ebook, which has no pages.",
    cure: "Remove the line, or move it to the edition it was meant for.",
  },
  "unknown-role": {
    cause: "The role of a section is misspelt, or is not a role of sections.",
    cure: "Take the name that the message suggests; the reference chapter on roles lists all of them.",
  },
  "unknown-relator": {
    cause:
      "The role of a contributor is written out (`translator`) or misspelt. Catalogues know three-letter codes.",
    cure: "Write the code: `aut` author, `edt` editor, `trl` translator, `ill` illustrator.",
  },
  "unknown-format": {
    cause: "An edition has a format that is not made.",
    cure: "Write `pdf` or `epub`.",
  },
  "unknown-theme": {
    cause: "The theme is misspelt, or the folder of a theme of your own is not where it is looked for.",
    cure: "Write one of those that `colophon themes` lists, or put your theme into `styles/<name>/` or `templates/<name>/` in the publication's folder.",
  },
  "unknown-edition": {
    cause: "`--edition` names an edition that none of the publications has.",
    cure: "Take a name from `editions:` in the publication file. Without `editions` they are `print` and `ebook`.",
  },
  "publication-clash": {
    cause: "Two folders with the same name are built together and would write over each other's editions.",
    cure: "Rename one of the folders, or build them apart, with different `--out`.",
  },
  "bad-language": {
    cause: "A language is written as a word (`english`), with an underscore (`en_GB`), or does not exist.",
    cure: "Write a language tag: `en`, `en-GB`, `fr`, `pt-BR`.",
  },
  "language-found": {
    cause:
      "No file of the project says in which language the book is. Hyphens, quotation marks, the book's own words, the direction of its lines and screen readers depend on it.",
    cure: "Write the language as the hint shows it; correct it if another is meant.",
  },
  "unlisted-language": {
    cause: "The tag could be a language, but none that is widely known. It may be a slip (`eng` for `en`).",
    cure: "Compare the tag with the list of languages. If it is meant, leave it.",
  },
  "words-missing": {
    cause:
      "The words that a book needs and its author does not write (“Contents”, “Chapter”, “Figure”) are known in some forty languages. This one is not among them, so they are English.",
    cure: "Give them under `words` in publication.yaml, by the names in the table of words (`toc`, `chapter`, `figure`). What is not given stays English.",
  },
  "bad-date": {
    cause: "The date has another form, or is a day that does not exist.",
    cure: "Write `2026`, `2026-11` or `2026-11-22`.",
  },
  "bad-identifier": {
    cause: "An identifier has to be a URN or a URL, so that it is unique in the world. A bare number is not.",
    cure: "Write `urn:isbn:` before an ISBN. Leave the key out to have an identifier derived.",
  },
  "bad-isbn": {
    cause:
      "The ISBN has a digit too many or too few, or two digits were swapped: the check digit does not fit.",
    cure: "Compare it, digit by digit, with the list of your ISBN agency.",
  },
  "unknown-provenance": {
    cause:
      "How something was made is one of three words: `human` (people alone), `assisted` (people with the help of generative AI) and `generated` (generative AI, even if people edited it much). Extents and editing have their words, too.",
    cure: "Take the word that the message suggests. Where nothing is known, say nothing: then nothing is claimed.",
  },
  "unknown-trade-code": {
    cause:
      "`trade` has its own words for forms, statuses and audiences, and the codes of ISO for currencies and countries.",
    cure: "Take the word that the message suggests; the reference chapter on the publication file lists all of them.",
  },
  "isbn-used-twice": {
    cause:
      "Every form of a book has an ISBN of its own. Here two products that ONIX tells of have the same, mostly because the publication has it and its editions have none.",
    cure: "Give each edition that is sold its own `identifier: urn:isbn:…`.",
  },
  "role-without-onix": {
    cause:
      "The roles of MARC are many, those of ONIX are for books in shops. The contributor is sent with the role “other”.",
    cure: "Choose a role that both have, such as `aut`, `edt`, `trl` or `ill`, or leave it as it is.",
  },
  "bad-subject-code": {
    cause:
      "Thema codes begin with a capital letter (subjects) or a digit (qualifiers), BISAC codes have three letters and six digits. The subject is not sent to shops.",
    cure: "Correct the code, or leave out `scheme` and `code` and keep the words.",
  },
  "unknown-section": {
    cause: "`provenance` → `sections` names a file that no edition has as a section.",
    cure: "Write the name as `bodymatter` lists it, or remove the entry.",
  },
  "provenance-contradiction": {
    cause:
      "The publication says that people made its text or its images, and a section, a passage, a contributor or the metadata within an image says that generative AI did; or it says that all of it was generated, and one of them says that people made it.",
    cure: "Correct whichever is wrong. For a book of people with a few generated passages say `made: assisted` of the text, or say nothing of the whole and declare the passages alone.",
  },
  "credentials-lost": {
    cause:
      "Content credentials (C2PA) are signed for the bytes of a picture. The ebook has it smaller, or in another format, so they cannot be kept; a PDF keeps JPEG files as they are, and of others the pixels alone. How the picture was made is said in the edition all the same.",
    cure: "Nothing need be done. Where the credentials matter, save the picture as JPEG (for ebooks also PNG), no wider than `image-width`, and sign it then.",
  },
  "unknown-licence": {
    cause:
      "`licence` takes identifiers of the SPDX list and the names of Creative Commons, since other programs have to understand it.",
    cure: "Take the identifier that the message suggests. Any other wording goes into `statement`.",
  },
  "bad-shares": {
    cause: "`share` is in per cent, and all shares together are more than 100.",
    cure: "Correct the shares; leave them out where nobody agreed on any.",
  },
  "bad-trim": {
    cause: "The page size is neither a name that is known nor two lengths with units.",
    cure: "Write a name like `a5` or `us-trade`, or width and height: `6in 9in`, `148mm 210mm`.",
  },
  "bad-bleed": {
    cause: "The bleed is not a length with a unit, or larger than 25 mm.",
    cure: "Write what your printer asks for: `3mm` in most of the world, `0.125in` in the United States.",
  },
  "bad-page-source": {
    cause: "`page-source` names an edition that is not there or is not a PDF edition.",
    cure: "Name a PDF edition of this publication, or write `none`.",
  },
  "bad-settings": {
    cause:
      "The settings of another tool's project (`book.toml`, `_quarto.yml`, `mkdocs.yml`, …), or the lines between `---` at the top of a text, are no TOML or YAML. Or they are a program (`docusaurus.config.js`, `.vitepress/config.ts`) that puts together the list of pages: what is data in it is read, but programs are not run.",
    cure: "Correct the line; the tool itself names it too. The book is published without what they say. If the list is computed, write a `publication.yaml` with the order: `colophon init --from .` begins one.",
  },
  "entry-left-out": {
    cause:
      "A line of `SUMMARY.md`, or of another tool's list of pages, has a title and no file (a draft chapter, or a separator with text), or names one that is not there.",
    cure: "Give it a file, or leave it: the book is published without the entry.",
  },
  "bad-notebook": {
    cause:
      "A file that ends in `.ipynb` is not JSON, or has no cells. A conflict that was saved with its marks is a usual reason.",
    cure: "Open it in Jupyter, which says more, and save it again. The rest of the book is published.",
  },
  "setting-left-out": {
    cause:
      "A project of another tool names a cover, a bibliography or a citation style that is not in its folder.",
    cure: "Write the file, or correct the path. The book is published without it.",
  },
  "texts-left-out": {
    cause:
      "A folder without a list of its chapters takes their order from the links of its `README.md` or index. Some texts in it are not linked there. A symbolic link that leads out of the folder is no text of it, either.",
    cure: "Link to them from the index, put the texts themselves in the place of links, or write a `publication.yaml` (`colophon init --from .` begins one).",
  },
  "translations-left-out": {
    cause:
      "Folders that are called like languages (`de/`, `pt-br/`), or that the settings of a site name as such, hold its translations. The book has the language that the settings say, else English, else the first.",
    cure: "Nothing, if it is the right one. For another one, write a `publication.yaml` with its folder as `content` (`colophon init --from .` begins one), or publish that folder: `colophon build docs/de`.",
  },
  "section-without-file": {
    cause:
      "Only some roles are made by Colophon: title pages, tables of contents, indexes. The others need a text.",
    cure: "Add `file:` to the section, or correct its role.",
  },
  "empty-publication": {
    cause: "The publication file is empty, or `bodymatter` lists nothing.",
    cure: "List at least one file in `bodymatter`.",
  },
  "missing-file": {
    cause:
      "A file or folder is misspelt, or lies elsewhere. Section files are looked for in the folder that `content` names. Capital letters count, on every system.",
    cure: "Correct the name; the message suggests the nearest one.",
  },
  "path-outside": {
    cause:
      "A path of the publication file goes up with `../`, is absolute, or follows a symbolic link out of the publication's folder. Publications may not read the rest of the machine.",
    cure: "Copy the file into the publication's folder and name it there; or allow it with the key `allow: [../examples]`, in book.toml `allow` under `[output.colophon]`, or the option `--allow`.",
  },
  "file-outside": {
    cause:
      "An image or an include of a text, or what a style sheet names, goes up with `../`, or follows a symbolic link out of the publication's folder. Texts may not read the rest of the machine, so a frame or a mark stands in its place.",
    cure: "Copy the file into the publication's folder; or allow it with the key `allow: [../examples]`, in book.toml `allow` under `[output.colophon]`, or the option `--allow`.",
  },
  "file-used-twice": {
    cause:
      "Two sections show the same file. Links and page references to it would not know which one is meant, so it is published once, where it stands first.",
    cure: "List each file once. To show a text twice, copy it or include it.",
  },
  "not-utf8": {
    cause:
      "The file was saved in an older encoding. It is read as what its byte order mark or its letters speak for; if that was not its encoding, letters are wrong.",
    cure: "Look at its letters with accents, and at words in other scripts. Open it in an editor and save it as UTF-8.",
  },
  "unreadable-text": {
    cause:
      "A file that should be text holds bytes that no text has: it is a picture, an archive or a document.",
    cure: "Name a text file, or save it as plain text in UTF-8.",
  },
  "unsupported-directive": {
    cause: "A directive of mdBook or GitBook stands for something that only a web page can do.",
    cure: "Take it out, or write what it stands for.",
  },
  "unexplained-annotation": {
    cause:
      "Marks at the ends of lines of code, `# <1>` or `# (1)!`, are annotations: the numbered list right below the code says what each is about. This code has none, or the list lacks a number.",
    cure: "Write the list right below the code, an item for each number. For code that means itself, `code-annotations: false` in the front matter, or `{.r code-annotations=false}` on the fence.",
  },
  "bad-include": {
    cause:
      "An include names a file, a line or an anchor that is not there, or a file includes itself. Its name stands in its place, in bold; in code the directive as it is written.",
    cure: "Correct the name. Anchors are written `ANCHOR: name` and `ANCHOR_END: name` in the included file.",
  },
  "epub-image-missing": {
    cause: "An image of the ebook is not a file of the publication.",
    cure: "Put the image into the publication's folder and link to it there.",
  },
  "epub-image-format": {
    cause:
      "The image is animated, or no image that can be read. Reading systems need not show it, so a frame with its description stands in its place.",
    cure: "Convert it to JPEG, PNG, GIF or SVG.",
  },
  "epub-media-omitted": {
    cause: "Sound and film are not taken into ebooks.",
    cure: "Put a still image, or a link, in its place.",
  },
  "epub-link-lost": {
    cause: "A link has an address that leads nowhere from inside an ebook.",
    cure: "Link to a section of the publication, or give the whole address: `https://…`.",
  },
  "epub-formula-wide": {
    cause:
      "Long formulas are broken before relations and signs, or set down to half their size on narrow screens. This one is too wide even so: it is a table, a fraction or one long term.",
    cure: "Write it on several lines, with `aligned` or `multline`.",
  },
  "epub-section-empty": {
    cause: "The file of a section has no text, or none for this edition.",
    cure: "Write it, or take the section out of the edition.",
  },
  "epub-cover-missing": {
    cause: "`cover` names an image that is not there. A cover is drawn in its place.",
    cure: "Correct the path; it is relative to the publication's folder. Without the key a cover is drawn.",
  },
  "epub-cover-size": {
    cause:
      "Amazon takes covers from 625 × 1000 pixels on and shows none of fewer than 500; all shops lay them out standing. The ebook is made with the cover that there is. One that is too large or too heavy, in the colours of print, transparent or drawn as SVG is made into a JPEG image that they take.",
    cure: "Give a JPEG or PNG image of 1600 × 2560 pixels.",
  },
  "epub-cover-format": {
    cause: "The cover is not an image that reading systems show. A cover is drawn in its place.",
    cure: "Give a JPEG or PNG image, at least 1600 pixels wide.",
  },
  "page-list-missing": {
    cause:
      "The ebook should carry the page numbers of a PDF edition that has errors, or there is no browser to lay it out.",
    cure: "Correct the PDF edition, or write `page-source: none`.",
  },
  "epub-accessibility": {
    cause: "The finished ebook lacks something that readers with a disability need; the message says what.",
    cure: "Mostly a description of an image, a language or a heading. See the chapter on accessibility.",
  },
  "epub-invalid": {
    cause:
      "EPUBCheck found an error. In an ebook of another program it is that program's; in one of Colophon's it comes from HTML or SVG in the text.",
    cure: "Correct the place in the text that the message names. If there is none, tell us: it is a fault of Colophon.",
  },
  "epub-questionable": {
    cause: "EPUBCheck has a doubt about the finished ebook.",
    cure: "Read the message; the ebook is published, and most shops take it.",
  },
  "image-without-alt": {
    cause: "An image has neither a caption nor a description, and is not marked as decoration.",
    cure: 'Write `alt="…"` in its attributes, or `{.decorative}` when it says nothing.',
  },
  "control-character": {
    cause: "The text has an invisible character, mostly from a copy out of a PDF or a word processor.",
    cure: "Delete it; an editor shows it when it shows invisible characters.",
  },
  "bad-table": {
    cause:
      "A grid table, drawn with `+`, `-` and `|`, has a line that does not meet the others, so nobody can tell its cells. It is printed as code.",
    cure: "Draw each `|` and `+` of a column right below the one above, and close the table with a line like its first.",
  },
  "bad-diagram": {
    cause:
      "The text of a diagram, ```` ```mermaid ```` or ```` ```dot ````, is not what Mermaid or Graphviz can read. It is printed as code.",
    cure: "Correct it at the place that the message names.",
  },
  "diagram-not-drawn": {
    cause:
      "A text has diagrams of Mermaid or Graphviz. They are drawn when the package for it, `mermaid` or `@hpcc-js/wasm-graphviz`, is installed beside Colophon, within thirty seconds each, and Mermaid's only where there is a browser. Else they are printed as code.",
    cure: "Install the package that the message names, or leave them code.",
  },
  "code-not-run": {
    cause:
      "A text has cells of Quarto or Jupyter, or chunks of R Markdown, ```` ```{r} ````. Colophon runs no code: it shows the code where its tool would show it, with its caption and label, and leaves out what is not to be shown (`echo: false`, `include: false`). It is told once for a text.",
    cure: "Nothing, if the code is what readers should see. Else write what it prints into the text.",
  },
  "raw-not-read": {
    cause:
      "A text has an environment of LaTeX, `\\begin{…}` to `\\end{…}`, that Colophon does not know. Lists, tables, figures, formulas, quotations, what is centred and a few more become what they are; any other is printed as code.",
    cure: "Write what it says as Markdown or HTML. In a block ```` ```{=latex} ```` it is left out.",
  },
  "raw-left-out": {
    cause:
      "A text has a part for one format, such as ```` ```{=openxml} ````, or commands of LaTeX that say nothing to a book made of HTML. Pandoc leaves them out of an EPUB, and so does Colophon. It is told once for a kind.",
    cure: "Nothing, if the part is for another format. Else write what it says as Markdown or HTML.",
  },
  "unclosed-boneyard": {
    cause:
      "A script in Fountain has `/*` without `*/` behind it. Nobody can know where the text that is taken out ends, so all of it is set.",
    cure: "Write `*/` where it ends.",
  },
  "unclosed-note": {
    cause:
      "A note in a script begins with `[[` and has no `]]`, or an empty line before it: there it would end for every other program.",
    cure: "Write `]]` at its end. For an empty line within a note write a line of two spaces.",
  },
  "duplicate-scene-number": {
    cause:
      "Mostly a scene was copied with its number. Call sheets, sides and reports name scenes by their numbers, and cannot tell the two apart.",
    cure: "Give the second one a number of its own, as `#12A#`.",
  },
  "lone-dual-dialogue": {
    cause:
      "A cue ends in `^`, but no speech stands directly before it: two speeches that are spoken at once follow each other without anything in between.",
    cure: "Take the `^` away, or move the speech.",
  },
  "unclosed-div": {
    cause:
      "A div that begins with `::: name` has no line `:::` at its end, or the line is indented otherwise than its beginning. It ends where its list item or the file ends.",
    cure: "Add the line. Inside a list it is indented like the opening one.",
  },
  "block-too-long": {
    cause:
      "A block is laid out as a whole before it is divided among pages, and a block of hundreds of thousands of words would take hours. Its text is set without its markup, a paragraph as several.",
    cure: "Divide it with blank lines.",
  },
  "nesting-too-deep": {
    cause:
      "Lists, quotations or elements stand inside one another a hundred times and more, mostly by a slip of a program. What lies deeper is kept as plain text.",
    cure: "Write the text flatter.",
  },
  "table-cells-lost": {
    cause:
      "A row has more cells than the head of its table: Markdown would drop them in silence, here the table gets more columns. Often a `|` inside code or a formula is meant as text.",
    cure: "Write `\\|` for a bar that is text, or add a column to the head.",
  },
  "note-without-text": {
    cause: "`[^x]` stands in the text, and no line `[^x]: …` in the same file. It stays as it is typed.",
    cure: "Write the note, or correct the label.",
  },
  "note-not-used": {
    cause:
      "A note is written and nothing refers to it, so no reader sees it. In a block of HTML `[^x]` is text, and no mark.",
    cure: "Refer to it, or delete it. In HTML, leave an empty line before and after the text with the mark.",
  },
  "note-at-foot": {
    cause:
      "With `notes: side-notes` each note stands in the outer margin, beside the line that calls it or a little below. One that is taller than the page, that holds a table or code, or that comes when the margin of its page is full stands at the foot of the page; so do all in a section that only Paged.js can lay out. It is told once for an edition.",
    cure: "Make the notes shorter or the margin wider: `side-note-width: 45mm` under `variables`.",
  },
  "duplicate-note": {
    cause:
      "Two notes of one file have the same label, often after an include. A reference means the text that follows it.",
    cure: "Give one of them another label. Labels are not printed.",
  },
  "empty-heading": {
    cause:
      "A heading has signs of a heading and nothing else. The contents would have an entry without a name, and who listens to the book would hear of a heading that says nothing, so it is left out. Links to it still work.",
    cure: "Write its words, or take the line out.",
  },
  "html-not-well-formed": {
    cause:
      "A tag of HTML is opened and not closed, or closed and not opened. It is mended as browsers do, which may not be what was meant.",
    cure: "Close the tag, or write it as Markdown.",
  },
  "unknown-element": {
    cause:
      "Something in angle brackets looks like a tag, like `Vec<String>` outside code. It is shown as text.",
    cure: "Put it into backticks, or write `\\<` for the bracket.",
  },
  "unsafe-html": {
    cause:
      "Scripts, event handlers, forms, frames, and addresses like `javascript:` or `file:` are removed from manuscripts.",
    cure: "Take it out of the text. What belongs to the design goes into `styles/` and `templates/`.",
  },
  "unknown-language": {
    cause: "`lang` names a language that does not exist, and is left out.",
    cure: "Write a language tag: `{lang=fr}`.",
  },
  "missing-glyph": {
    cause:
      "No font of the theme and no fallback font has the character: its number stands on the page, `[U+1D11E]`.",
    cure: "Use another character, or import a font that has it in `styles/print.css`. For the words of another script install the package that the hint names.",
  },
  "script-without-font": {
    cause:
      "The book is in a script, or in a good part in one, that no font of the theme and no fallback font has: nobody could read it.",
    cure: "Install the package that the hint names in the folder of the publication, or where Colophon is: it is used as soon as it is there. Or import a font of your own in `styles/print.css`.",
  },
  "broken-link": {
    cause:
      "A link leads to a file that is not part of this edition, or to a heading that is not in that file. Names of headings are compared without regard to case, accents, hyphens and signs. The words of the link stay, as plain text.",
    cure: "Correct the name, or add the file to the edition.",
  },
  "code-documentation": {
    cause:
      "A site of MkDocs takes descriptions of functions and classes from the code of a program, by `::: package.module`, and refers to them by `[words][package.module]`. A book is made of texts: it has the words, and neither the descriptions nor links to them.",
    cure: "Nothing, if readers have the program's own reference. Else link to its address on the web.",
  },
  "link-outside": {
    cause:
      "A link leads to a file that is not in the publication, like a source file of a program. Readers of the book would not find it.",
    cure: "Link to its address on the web. Until then only the words of the link are kept.",
  },
  "unknown-reference": {
    cause:
      "`@fig-x`, or another reference, names an id that nothing in this edition has. It stays as it is typed, in bold.",
    cure: "Correct it, or give the thing that is meant the id: `{#fig-x}`.",
  },
  "bad-math": {
    cause:
      "A formula has a brace that is not closed, or a command that TeX or Temml does not know. It is printed as it is typed, in the style of code.",
    cure: "Correct the formula at the place that the message names. For a dollar sign in the text write `\\$`.",
  },
  "unknown-citation": {
    cause:
      "`[@key]` names a work that is in none of the files under `bibliography`. It stays as it is typed, in bold.",
    cure: "Correct the key, or add the work to the bibliography.",
  },
  "empty-entry": {
    cause: "A style shows what it asks for, and the work has nothing of that: no title, no author, no date.",
    cure: "Add what is missing to the work in the bibliography, or take another style.",
  },
  "bad-bibliography": {
    cause:
      "A bibliography has a brace, a comma or an end too few. The entry is left out, and the others are read.",
    cure: "Correct the line. Reference managers like Zotero write all of these forms.",
  },
  "bad-citation-style": {
    cause:
      "The file under `csl` is not a CSL style, or only points to another style. The style `author-date` is used in its place.",
    cure: "Take an independent style, in version 1.0, from the CSL project's list.",
  },
  "index-range-open": {
    cause: "A `range=start` has no `range=end` with the same entry, or the other way round.",
    cure: "Write the missing one. The entries of both have to be the same, letter by letter.",
  },
  "index-see-unknown": {
    cause: "`see` or `see-also` sends the reader to an entry that the index does not have.",
    cure: "Correct the name, or index something under it.",
  },
  "nothing-to-list": {
    cause:
      "The publication asks for an index, a list or a bibliography, and this edition has nothing to put into it.",
    cure: "Remove the section from this edition, or give the text what it should list.",
  },
  "duplicate-id": {
    cause: "Two places of one file have the same `{#id}`.",
    cure: "Give each place an id of its own.",
  },
  "style-syntax": {
    cause:
      "A brace, a colon or a semicolon is missing, or something stands where CSS allows none. Browsers pass over the rest of the declaration or of the rule without a word.",
    cure: "Correct the line that is named, or the one before it.",
  },
  "style-unknown": {
    cause:
      "A property or a unit is misspelt, or belongs to another language. It does nothing. Names that begin with a hyphen are their maker's, and are not looked at; those of CSS for pages and for ebooks are known.",
    cure: "Correct the name, or take the line out.",
  },
  "style-missing": {
    cause:
      "A style sheet, a font or a picture that `@import`, `@font-face`, `url()` or an `<img>` of a template names is not there, is damaged, is a collection of fonts, or is on the web. Addresses are relative to the file that they stand in; `@import` of a name without `./` looks there first, then in installed packages. The edition is published without it.",
    cure: 'Put the file there or correct the address. Fonts on the web are there as packages, too: `npm install @fontsource/lora`, then `@import "@fontsource/lora/400.css";`.',
  },
  "font-unknown": {
    cause:
      "A list of families begins with one that no `@font-face` rule declares and no imported package has. What is installed on the machine does not count, for it would be missing on another one. The next family of the list is taken.",
    cure: "Correct the name, add an `@font-face` rule with the font's file, or import a package that has it.",
  },
  "font-lacks": {
    cause:
      "Fonts that are cut for the web have no small capitals and no old-style figures. Where styles ask for them, as the themes `novel` and `scholarly` do, letters and figures stay as they are: small capitals are not made up of large ones. It is told once for an edition.",
    cure: "Take a package with the whole font, such as `@expo-google-fonts/alegreya`, or ask for none: `figures: normal` under `variables`, `font-variant-caps: normal` in your styles.",
  },
  "font-licence": {
    cause:
      "The field `fsType` of the font file forbids that it is embedded in a document. An ebook goes without the font; a PDF gets the shapes of its letters.",
    cure: "Take another font, or ask its maker for a file with a licence for books.",
  },
  "missing-image": {
    cause:
      "The file of an image is not there, or is not an image that a book can show. It was looked for beside the Markdown file, in the folders of the texts and of the publication, in `static`, `public` and `assets`, and by its name in the whole folder. A frame with its description stands in its place.",
    cure: "Correct the path; it is relative to the Markdown file. Formats: SVG, PNG, JPEG, GIF, WebP, AVIF.",
  },
  "remote-image": {
    cause:
      "The address of an image begins with `https:`. Its description stands in its place, with a link to it; or the file of the same path or name, if the publication has one. Badges are left out without a word. A book is made from its folder alone, unless whoever builds it allows more: what is fetched today may be gone tomorrow.",
    cure: "Save the image in the publication's folder and name the file. Where you trust a host, `--allow-fetch images.example.org` fetches images from it.",
  },
  "image-not-fetched": {
    cause:
      "The image is on a host that `--allow-fetch` names, but it did not come: it is not there, too large, too slow, redirected to a place that is not on the list, or its host is in a private network.",
    cure: "Look at the address in a browser. The limits `fetch` (seconds) and `image` (MiB) can be raised; a private address like 10.0.0.5 has to be on the list itself.",
  },
  "text-lost": {
    cause:
      "Letters of the text can be read on no page: they are cut off, hidden or lie outside the paper. Mostly a box of fixed height in a style of your own, or text that is taller than a page and cannot be broken.",
    cure: "Look at the place that the message names. Take `height` or `overflow` out of your styles, or break the text up. If there are no styles of your own, tell us: it is a fault of Colophon.",
  },
  "text-hidden": {
    cause:
      "The text went into the edition, but nobody can read it: it has the attribute `hidden`, or a style sheet says `display: none`, `visibility: hidden`, `opacity: 0`, `color: transparent`, `font-size: 0` or a `text-indent` that leads far off the page of it, or gives it the colour of what it stands on.",
    cure: "Take that away if the text is to be read. If it is not for this edition, leave it out: `::: {only=ebook}` … `:::`.",
  },
  "text-cut": {
    cause:
      "A part of some letters is cut off: the paper ends there, or a box with `overflow: hidden` or a `clip-path`. Words of which nothing can be seen are `text-lost`.",
    cure: "Make the block narrower, or take negative margins, `height` and `overflow` out of your styles.",
  },
  "text-overprinted": {
    cause:
      "Letters of two blocks stand in the same place, so that neither can be read: mostly because a style gives a block a `height` that is less than its text needs, or moves one over another.",
    cure: "Take `height`, `position`, `transform` and negative margins out of your styles.",
  },
  "running-head-cut": {
    cause:
      "What a margin box says is longer than there is room for it: mostly a long title that is repeated at the head of each page.",
    cure: "Shorten the title, or give the margin box more room or smaller type in `styles/print.css`.",
  },
  overfull: {
    cause:
      "A line, a table or an image is wider than the type area, and sticks out by as much as the message says.",
    cure: "Shorten the line, give the image a `width`, or make the table narrower.",
  },
  "references-unsettled": {
    cause:
      "A page reference changes where its own target falls, again and again: with `p. 99` the target is on page 100, with `p. 100` on page 99.",
    cure: "Reword the paragraph with the reference, so that one digit more or less does not move it.",
  },
  "no-browser": {
    cause:
      "PDF editions are laid out by a browser, and so are the page numbers that an ebook carries. None was found, or the one that was does not start, which was tried three times.",
    cure: "Install Chrome or Chromium, or set `COLOPHON_BROWSER` to a program. Ebooks with `page-source: none` need no browser.",
  },
  "no-temporary-files": {
    cause:
      "Browsers and the official EPUBCheck need a folder for temporary files. There is none, it cannot be written to, or it is full.",
    cure: "Make room there, or set `TMPDIR` (on Windows `TEMP`) to another folder.",
  },
  "cannot-publish": {
    cause: "The output folder cannot be written to, or the disk is full.",
    cure: "Correct its permissions, or name another folder with `--out`.",
  },
  "bad-theme": {
    cause: "The folder or npm package of a theme has neither `styles` nor `templates`, or is not installed.",
    cure: "Install the package in your project, or correct the name.",
  },
  "bad-config": {
    cause:
      "The configuration file is not there, has an error in its JavaScript, or exports something else than extensions.",
    cure: "Correct it; `--debug` shows where it fails. `--no-config` builds without it.",
  },
  "bad-extension": {
    cause:
      "An extension is not what its place asks for: a plugin that is not a function, a helper with a name that cannot be one.",
    cure: "Compare it with the examples in the chapter on the library.",
  },
  "bad-allow-list": {
    cause:
      "`--allow-fetch`, `allowFetch` of the configuration or of the library has an entry that is neither a host nor the beginning of an address.",
    cure: "Write `images.example.org`, `*.example.org` or `https://example.org/covers/`. Without a scheme, https is meant.",
  },
  "bad-template": {
    cause:
      "A Handlebars template in `templates/` has a mistake: a block that is not closed, a name or helper that does not exist, or a partial without a file.",
    cure: "Correct the line that the message names. The manual lists the templates and what they get; a name that may be missing is asked for with `{{#if}}`.",
  },
  "extension-failed": {
    cause: "A plugin, a helper or a handler of your own has thrown an error.",
    cure: "Mend it; `--debug` shows where it fails. `--no-config` builds without it.",
  },
  "file-exists": {
    cause: "`colophon init` would write over a file that is there. It never does.",
    cure: "Name an empty folder, or move the file away.",
  },
  "file-kept": {
    cause: "The folder has a `.gitignore` of its own, which stays as it is.",
    cure: "Add `dist/` to it, if finished editions are not to be kept in Git.",
  },
  "missing-answer": {
    cause: "`colophon init` runs without a terminal, in a script, and knows no title.",
    cure: 'Write `--title "…"`, or `--yes` to take the name of the folder.',
  },
  "cannot-write": {
    cause: "The folder for the new publication cannot be written to, or the disk is full.",
    cure: "Correct its permissions, or name another folder.",
  },
  "bad-cache-size": {
    cause: "`COLOPHON_CACHE_SIZE` is set to something that is not a size.",
    cure: "Set it to a size like `500MB` or `2GB`, or to `0` for no limit.",
  },
  "unknown-code": {
    cause: "A level is set for a diagnostic, or a kind of diagnostics, that does not exist.",
    cure: "Take a code from the list of diagnostics, or a kind from the same chapter.",
  },
  "fixed-level": {
    cause:
      "An error is to be made a warning, or to be turned off, after which there is nothing to publish: no publication, no browser, a layout that was stopped.",
    cure: "Correct what the error says.",
  },
  "bad-source-date": {
    cause: "`SOURCE_DATE_EPOCH` is set to something that is not a number of seconds.",
    cure: "Set it to whole seconds since 1970, like `$(git log -1 --format=%ct)`, or unset it.",
  },
  "bad-timings": {
    cause: "A file of timings or a manifest is damaged, or comes from something else.",
    cure: "Leave the option out, or make the file again with a build.",
  },
  "manifest-clash": {
    cause: "The manifests come from different builds, from shards of another count, or one is missing.",
    cure: "Collect the manifests of all shards of one build, and of that alone.",
  },
  "edition-changed": {
    cause:
      "`build --check` has made the edition, and the published file is another one: its sources, the program or the browser have changed since.",
    cure: "Build without `--check`, and keep the result.",
  },
  "edition-missing": {
    cause: "`build --check` looked for a published edition, and it is not in the output folder.",
    cure: "Build without `--check` first, or name the folder with `--out`.",
  },
  "check-unreadable": {
    cause:
      "What is to be checked is not there, cannot be read, or is neither a publication nor a PDF nor an EPUB.",
    cure: "Correct the path. Make the file again when it is damaged.",
  },
  "epub-image-damaged": {
    cause: "An image in the ebook was cut off, or is not what its name says.",
    cure: "Save the image again and make the ebook anew.",
  },
  "epub-image-large": {
    cause: "An image has more pixels than shops and small devices take.",
    cure: "Make it smaller; in a publication, `image-width: 1600` does so for all images of an ebook.",
  },
  "external-link-broken": {
    cause: "The server says that the address is not there any more.",
    cure: "Find where it has gone, or link to a copy in an archive of the web.",
  },
  "external-link-unanswered": {
    cause: "The server was too slow, refused the question, or could not be reached from here.",
    cure: "Open the address in a browser. Check again later.",
  },
  "pdf-damaged": {
    cause: "The PDF is cut off, or a program has written it wrongly.",
    cure: "Make it again from its source.",
  },
  "pdf-encrypted": {
    cause: "The PDF is protected by a password. Printers refuse such files.",
    cure: "Save it without protection.",
  },
  "pdf-metadata": {
    cause: "Title, authors or language are missing, or the two places where a PDF has them do not agree.",
    cure: "Set them in the program that made the PDF. In a publication they are `title`, `contributors` and `language`.",
  },
  "pdf-page-box": {
    cause:
      "The trimmed page does not lie inside its bleed, or the bleed inside the sheet: a printer would cut in the wrong place.",
    cure: "Correct the page boxes in the program that made the PDF.",
  },
  "pdf-font-not-embedded": {
    cause: "A font is only named in the PDF. Every machine would show another one in its place.",
    cure: "Make the PDF again with all fonts embedded.",
  },
  "pdf-image-resolution": {
    cause: "An image has too few pixels for the size at which the page shows it.",
    cure: "Take a larger image, or show it smaller.",
  },
  "pdf-not-tagged": {
    cause: "The PDF has no structure, so that it cannot be read aloud in order.",
    cure: "Export it as a tagged PDF; many programs call it accessible, or PDF/UA.",
  },
  "pdf-accessibility": {
    cause: "The PDF has tags, and lacks headings, descriptions of figures, page labels or bookmarks.",
    cure: "Add what the message names in the program that made the PDF.",
  },
  "pdf-link-broken": {
    cause: "A link or a bookmark names a place that is not in the file, mostly after pages were taken out.",
    cure: "Correct the link, or make the PDF again from its source.",
  },
  "bad-extends": {
    cause: "`extends` names an edition that is not there, or two editions extend each other.",
    cure: "Name another edition of this publication. To share keys without publishing them, give it `abstract: true`.",
  },
  "bad-data": {
    cause:
      "The file of `for-each`, or one of its rows, cannot be read: a quote that is not closed, a row with too many fields, or a column whose name cannot be a variable.",
    cure: "Correct the place that the message names. Columns are named in lower-case letters, digits and hyphens.",
  },
  "sheet-column": {
    cause:
      "Columns that a call sheet does not know are variables of the publication's own, and are not shown. This one differs from a known one by a letter or two.",
    cure: "Correct the name in the head of the data file, or in the row.",
  },
  "sheet-time": {
    cause:
      "A place for a time holds something else, such as 25:10 or a name, or the date of the sheet is no day of the calendar. It is printed as it stands.",
    cure: "Write times as `06:30`, `6:30 AM` or `730A`, or a word for none (`O/C`, `W/N`, `per HMU`), and days as `2026-12-03`.",
  },
  "sheet-length": {
    cause:
      "`pages` of a scene holds something else than pages and eighths of one. It is printed as it stands, and is not added up.",
    cure: "Write `3/8`, `2` or `1 3/8`; without `pages` the length is that of the scene in the script that the sheet names.",
  },
  "sheet-reference": {
    cause:
      "A scene names a number that nobody in the cast has, or a location that the sheet does not list; its own number is none of the script; or two parts have one number.",
    cure: "Correct the number or the name, or add the row that is missing.",
  },
  "sheet-hospital": {
    cause: "Crews look for the hospital when there is no time to look for it elsewhere.",
    cure: "Add `hospital:` with `name`, `address` and `phone` to the call sheet.",
  },
  "duplicate-edition": {
    cause:
      "Two rows of `for-each` make editions with the same name, so that one file would take the place of the other.",
    cure: 'Give the edition an `id` with a variable that is different in every row: `id: "{{key}}-print"`.',
  },
  "too-many-editions": {
    cause:
      "Lists under `for-each` are multiplied with each other, and make more editions than anybody wants.",
    cure: "Write the rows one by one, or split the publication.",
  },
  "unknown-variable": {
    cause:
      "`{{ name }}` stands in a text or in the publication file, and the edition has no variable of that name. It stays as it is typed.",
    cure: "Add it under `variables`, or write a backslash before the braces when they are meant as text.",
  },
  "unknown-condition": {
    cause:
      "`only` or `not` has a word that is neither the name of an edition, nor a format, nor an audience. It is most likely misspelt.",
    cure: "Take one of the words that the message lists, or give an edition the `audience`.",
  },
  "reference-left-out": {
    cause:
      "A reference leads to something that is marked for other editions, and so is not in this one. Its words stay.",
    cure: "Mark the reference for the same editions: `[See @fig-x.]{only=print}`.",
  },
  "file-too-large": {
    cause:
      "A manuscript with everything that it includes, a bibliography or a style is larger than the limit.",
    cure: "Split it. If it is meant, raise the limit: `--limit text=32`.",
  },
  "image-too-large": {
    cause:
      "An image has so many bytes or pixels that it would take the memory of the machine. A frame with its description stands in its place.",
    cure: "Make it smaller. If it is meant, raise the limit: `--limit image=200` or `--limit pixels=400`.",
  },
  "image-broken": {
    cause:
      "An image file was cut off, for instance by a download that broke, or has the ending of another format. A frame with its description stands in its place.",
    cure: "Save the image again, with the ending of its format.",
  },
  "unsafe-image": {
    cause: "An SVG image has scripts, event handlers or addresses that lead out of it. They are taken out.",
    cure: "Look whether the image still shows what it should. Save it from a drawing program as plain SVG.",
  },
  "image-text-unseen": {
    cause:
      "Older versions of Inkscape wrote text that flows in a region (`flowRoot`) as a draft of SVG had it. No browser and no reading system shows it.",
    cure: "In Inkscape, select the text, choose “Convert to Text” in the menu “Text”, and save the drawing.",
  },
  "reserved-name": {
    cause:
      "HTML in the text has an attribute or a class that Colophon, or Paged.js, uses for itself. It is taken out.",
    cure: "Use another name.",
  },
  "bidi-control": {
    cause:
      "A text has invisible characters that change the order in which it is read, and does not end them. A reader would see something else than what is written.",
    cure: "Delete them. For words that run the other way, mark the language: `[שלום]{lang=he}`.",
  },
  "source-changed": {
    cause: "Somebody saved a file while the edition was made, so that it may mix old and new.",
    cure: "Build again.",
  },
  "layout-stopped": {
    cause:
      "A section took longer, or made more pages, or needed more memory than the limit allows. Mostly a style of your own makes pages without end, like a margin that is taller than the page.",
    cure: "Look at the element that the message names. If the section is just large, raise the limit: `--limit time=3600`.",
  },
  "browser-failed": {
    cause: "The browser crashed at the same section again and again.",
    cure: "Look at the section for something very large. Try another browser with `COLOPHON_BROWSER`, or fewer `--jobs`.",
  },
  "bad-column-widths": {
    cause:
      "`tbl-colwidths` of a table has more or fewer numbers than the table has columns, or something that is not a number.",
    cure: 'Write one number for each column: `{tbl-colwidths="[30,70]"}`. Without it the widths follow the content.',
  },
  "bad-line-number": {
    cause: "`startFrom` of a block of code is not a whole number. Lines are counted from 1.",
    cure: 'Write a whole number: `startFrom="10"`.',
  },
  "low-resolution": {
    cause:
      "An image has too few pixels for the size at which it is printed, and will look soft or jagged on paper.",
    cure: "Take a larger image, or print it smaller with `width`. For a drawing take an SVG.",
  },
  "several-publications": {
    cause: "A preview shows one publication, and there are several in this folder.",
    cure: "Name one: `colophon preview my-book`.",
  },
  "epubcheck-unusable": {
    cause:
      "`EPUBCHECK_JAR` names a file that is not EPUBCheck, there is no Java to run it, or it gave no answer in five minutes.",
    cure: "Install Java, and give the path of `epubcheck.jar`. Without `EPUBCHECK_JAR` the check that is built in does.",
  },
  "too-complex": {
    cause:
      "Quotes, lists, braces or elements that are inside one another by the hundreds, or a text of a size that no program works with. Books have no such thing; texts that a program wrote may, and those that are meant to do harm.",
    cure: "Look at the place that the message names. Divide the text, or take the nesting out.",
  },
  "machine-failed": {
    cause: "The disk is full, the memory is used up, or too many files are open.",
    cure: "Make room and build again; `ulimit -n` says how many files may be open. The other editions are not concerned.",
  },
  "program-fault": {
    cause:
      "A mistake in Colophon, which this text or file brings out. The other editions and files are not concerned.",
    cure: "Run again with `--debug`, and report what it says. Until it is mended, change the text at that place.",
  },
  "port-taken": {
    cause: "Another program, or another preview, answers on the port that `--port` names.",
    cure: "End the other one, or leave `--port` out: a free one is taken.",
  },
};

/** @returns undefined when there is no such code. */
export function explanationOf(code: string): Explanation | undefined {
  return Object.hasOwn(EXPLANATIONS, code) ? EXPLANATIONS[code as Code] : undefined;
}
