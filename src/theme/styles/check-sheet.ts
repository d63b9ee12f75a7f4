/**
 * Tells of properties and units that no browser knows, at their place.
 *
 * What print and ebooks have besides the web (CSS Paged Media 3, Generated Content for Paged Media, EPUB's own
 * properties) is known here; names with a prefix are their maker's business.
 */
import { type CssNode, lexer, walk } from "css-tree/dist/csstree.esm";
import { diagnostic, type Report } from "../../diagnostics/diagnostic.js";
import { nearest } from "../../diagnostics/nearest.js";
import type { StyleSheet } from "./sheet.js";

/** Paged Media 3, GCPM 3, Page Floats 3, Line Grid, Speech, and what Paged.js and browsers have before css-tree. */
const PAGED = new Set(
  `size marks bleed string-set running footnote-display footnote-policy float-reference float-defer float-offset
  bookmark-level bookmark-label bookmark-state counter-set prince-bookmark page-break-before page-break-after
  page-break-inside break-before break-after break-inside initial-letter initial-letter-align initial-letter-wrap
  text-box text-box-trim text-box-edge hyphenate-character hyphenate-limit-chars hyphenate-limit-lines
  hyphenate-limit-zone hyphenate-limit-last text-spacing text-spacing-trim text-autospace text-wrap text-wrap-mode
  text-wrap-style text-decoration-skip speak speak-as page-orientation fill-opacity hyphens orphans widows
  column-span box-decoration-break font-width font-synthesis-position interpolate-size field-sizing
  reading-flow reading-order zoom image-orientation image-resolution baseline-source inset-area position-area
  line-snap line-grid box-snap wrap-flow wrap-through max-lines block-ellipsis continue line-clamp`
    .trim()
    .split(/\s+/),
);

/** At-rules whose declarations are descriptors, with names of their own. */
const DESCRIPTORS =
  /^(?:font-face|counter-style|property|font-palette-values|color-profile|viewport|view-transition|position-try)$/i;
const UNITS = new Set(
  [...Object.values(lexer.units).flat(), "fr", "x", "Q", "q", "cap", "ric", "rcap", "rch", "rex"].map(
    (unit) => unit.toLowerCase(),
  ),
);

export function checkSheet(sheet: StyleSheet, report: Report): void {
  walk(sheet.tree, function (node) {
    if (node.type === "Declaration") {
      if (!DESCRIPTORS.test(this.atrule?.name ?? "")) checkProperty(node, sheet, report);
    } else if (node.type === "Dimension") checkUnit(node, sheet, report);
  });
}

function checkProperty(node: CssNode, sheet: StyleSheet, report: Report): void {
  const property = node.property!.toLowerCase();
  if (property.startsWith("-") || PAGED.has(property) || Object.hasOwn(lexer.properties, property)) return;
  const similar = nearest(
    property,
    [...Object.keys(lexer.properties), ...PAGED].filter((name) => !name.startsWith("-")),
  );
  const hint = similar ? `Did you mean \`${similar}\`?` : "Correct the name, or remove the line";
  report(diagnostic("style-unknown", `There is no property \`${property}\``, sheet.at(node), hint));
}

function checkUnit(node: CssNode, sheet: StyleSheet, report: Report): void {
  const unit = node.unit ?? "";
  if (UNITS.has(unit.toLowerCase())) return;
  const similar = nearest(unit, [
    "pt",
    "mm",
    "cm",
    "in",
    "px",
    "em",
    "rem",
    "ex",
    "ch",
    "vw",
    "vh",
    "pc",
    "deg",
  ]);
  const hint =
    similar && unit.length > 1 ? `Did you mean \`${similar}\`?` : "Use one of pt, mm, cm, in, px, em, rem, %";
  report(diagnostic("style-unknown", `There is no unit \`${unit}\``, sheet.at(node), hint));
}
