/** The table of contents as its template takes it. */
import { toHtml } from "hast-util-to-html";
import { breakAddresses } from "../../../adapt/address-breaks.js";
import { contentsPlace } from "../../../adapt/generated-places.js";
import { hyphenateDisplay } from "../../../adapt/hyphenate.js";
import { cloneTree } from "../../../hast/clone.js";
import type { ContentsEntry } from "../../../model/book.js";
import { withCodePoints } from "../../../theme/glyphs/glyphs-report.js";
import { pageReference } from "../job/page-references.js";
import { addressOf, type PrintContext } from "./print-content.js";

export interface ContentsData {
  readonly place: string;
  readonly href: string;
  readonly label: string | undefined;
  readonly title: string;
  readonly level: number;
  readonly matter: string;
  readonly folio: string;
  readonly children: readonly ContentsData[];
}

export function contentsData(entry: ContentsEntry, context: Omit<PrintContext, "file">): ContentsData {
  const inline = cloneTree({ type: "root", children: [...entry.inline] });
  hyphenateDisplay(inline, context.language, context.hyphenation);
  breakAddresses(inline);
  const title = toHtml(inline);
  return {
    place: contentsPlace(entry.id),
    href: addressOf(entry.id, context.inRun),
    label: entry.label,
    title: title.replace(/(?<=^|>)[^<]+/g, (text) => withCodePoints(text, context.unreadable)),
    level: entry.level,
    matter: entry.matter,
    folio: pageReference(entry.id),
    children: entry.children.map((child) => contentsData(child, context)),
  };
}
