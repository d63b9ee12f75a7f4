/** What each tool adds to the syntax that all texts are read with, where it would mean something else elsewhere. */
import type { MarkdownIt } from "markdown-it";
import type { Dialect } from "../../../model/dialect.js";
import { markedTip } from "./docsify/marked-tip.js";
import { settingsInTitle } from "./docsify/settings-in-title.js";
import { kramdown } from "./kramdown.js";
import { aside } from "./leanpub/aside.js";
import { attributeLines } from "./leanpub/attribute-lines.js";
import { bracedBlock } from "./leanpub/braced-block.js";
import { bracedMath } from "./leanpub/braced-math.js";
import { commentLine } from "./leanpub/comment-line.js";
import { partHeading } from "./leanpub/part-heading.js";
import { components } from "./mdx/components.js";
import { moduleLines } from "./mdx/module-lines.js";
import { codeDocumentation } from "./mkdocs/code-documentation.js";
import { crossReference } from "./mkdocs/cross-reference.js";
import { keys } from "./mkdocs/keys.js";
import { addresses } from "./myst/addresses.js";
import { directive } from "./myst/directive.js";
import { gates } from "./myst/gates.js";
import { lineMarks } from "./myst/line-marks.js";
import { role } from "./myst/role.js";
import { blockId } from "./obsidian/block-id.js";
import { comment } from "./obsidian/comment.js";
import { wikilink } from "./obsidian/wikilink.js";
import { type PairedMark, pairedMark } from "./paired-mark.js";
import { diagramCode } from "./quarto/diagram-code.js";

type Plugin = (md: MarkdownIt) => void;

const paired =
  (mark: PairedMark): Plugin =>
  (md) =>
    pairedMark(md, mark);

const marked = paired({ sign: "=", tag: "mark" });
const inserted = paired({ sign: "+", tag: "ins" });

/** In MDX what stands between tags is indented like them, and is no code. */
const withoutIndentedCode: Plugin = (md) => void md.disable("code");

/** A dialect that is not here adds nothing. */
export const DIALECT_SYNTAX: Readonly<Partial<Record<Dialect, readonly Plugin[]>>> = {
  obsidian: [blockId, comment, wikilink, marked],
  docsify: [markedTip, settingsInTitle],
  docusaurus: [moduleLines, components, withoutIndentedCode],
  jekyll: [kramdown],
  leanpub: [kramdown, attributeLines, aside, commentLine, partHeading, bracedBlock, bracedMath],
  mkdocs: [codeDocumentation, crossReference, keys, marked, paired({ sign: "^", tag: "ins" })],
  myst: [directive, gates, role, lineMarks, addresses],
  quarto: [diagramCode],
  vitepress: [marked, inserted],
};
