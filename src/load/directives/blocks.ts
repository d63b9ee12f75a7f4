/**
 * What mdBook and GitBook write for a web page and a book shows otherwise: lines of Rust that
 * mdBook hides, and the blocks of GitBook, `{% hint style="info" %}` … `{% endhint %}`.
 */
import { diagnostic, type Report } from "../../diagnostics/diagnostic.js";
import type { Line } from "./lines.js";

const FENCE = /^[\s>]*(`{3,}|~{3,})\s*([\w+-]*)/;
const BLOCK = /^(\s*)\{%\s*([\w-]+)\s*(.*?)\s*%\}\s*$/;

/** Classes of the notes that a book has, by GitBook's styles. */
const HINTS: Readonly<Record<string, string>> = {
  info: "note",
  success: "tip",
  warning: "warning",
  danger: "caution",
};

type Written = (argument: (name: string) => string | undefined) => string;

const BLOCKS: Readonly<Record<string, Written>> = {
  hint: (argument) => `::: ${HINTS[argument("style") ?? ""] ?? "note"}`,
  endhint: () => ":::",
  tab: (argument) => `**${argument("title") ?? ""}**`,
  embed: (argument) => `<${argument("url") ?? ""}>`,
  ...Object.fromEntries(
    ["tabs", "endtab", "endtabs", "code", "endcode", "raw", "endraw", "content-ref", "endcontent-ref"].map(
      (name) => [name, () => ""],
    ),
  ),
};

/** @param file Path of the section's file, relative to the publication's folder. */
export function withBlocks(file: string, lines: readonly Line[], report: Report): Line[] {
  const written: Line[] = [];
  let fence: { readonly mark: string; readonly language: string } | undefined;
  for (const line of lines) {
    const [, mark, language = ""] = FENCE.exec(line.text) ?? [];
    if (fence === undefined) {
      if (mark !== undefined) fence = { mark, language };
      written.push(...withoutBlock(file, line, report));
    } else if (mark?.startsWith(fence.mark) && /^[\s>]*[`~]+\s*$/.test(line.text)) {
      fence = undefined;
      written.push(line);
    } else {
      written.push(...(fence.language === "rust" ? shownRust(line) : [line]));
    }
  }
  return written;
}

/** `# use std::fs;` is compiled and not shown; `## x` shows `# x`. Attributes, `#[…]`, are shown. */
function shownRust(line: Line): Line[] {
  if (/^\s*#(?:\s|$)/.test(line.text)) return [];
  return [{ ...line, text: line.text.replace(/^(\s*)##/, "$1#") }];
}

function withoutBlock(file: string, line: Line, report: Report): Line[] {
  const [whole, indent = "", name = "", words = ""] = BLOCK.exec(line.text) ?? [];
  if (whole === undefined) return [line];
  const write = BLOCKS[name];
  if (write === undefined) {
    const place = { file, line: line.origin + 1, column: indent.length + 1 };
    const hint = "Take it out, or write what it stands for";
    report(diagnostic("unsupported-directive", `\`${whole.trim()}\` is not followed`, place, hint));
    return [line];
  }
  const text = write((argument) => new RegExp(`\\b${argument}="([^"]*)"`).exec(words)?.[1]);
  // Between blank lines it ends the paragraph before it and is no part of the one after it.
  return ["", `${indent}${text}`, ""].map((each) => ({ ...line, text: each }));
}
