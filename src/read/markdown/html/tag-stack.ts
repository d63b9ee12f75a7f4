/**
 * Makes the author's HTML well-formed, and reports where it was not.
 *
 * Tags may stand in blocks of their own around Markdown, or in a line of text; each must be
 * closed inside of the Markdown element (quotation, list item, emphasis…) in which it was
 * opened. A tag that is not closed there is closed at its end, one that closes nothing is left
 * out, so that an author's mistake never reaches further than its own element.
 */
import { escapedText } from "../../../hast/escape.js";
import { CLOSED_BY, isElementName, RAW_TEXT_ELEMENTS, RENAMED, VOID_ELEMENTS } from "../../tree/elements.js";
import { type ParseContext, reportAt } from "../context.js";
import { type Components, componentName, componentsOf } from "./components.js";
import { type Piece, scanHtml } from "./scan.js";

interface OpenTag {
  readonly name: string;
  /** The name that it has in the result. */
  readonly written: string;
  readonly start: number;
  /** Whether what is in it belongs to a drawing: `<foreignObject>` begins a text in one. */
  readonly isDrawing: boolean;
}

/** The tags opened inside of one Markdown element. */
interface Frame {
  readonly tags: OpenTag[];
  /** How many of the tags have each name. */
  readonly names: Map<string, number>;
  /** True for a paragraph: a tag opened before it may be closed in it, as HTML allows. */
  readonly isParagraph: boolean;
  /** How many end tags to pass over, by name: their start tags have been reported already. */
  readonly forgiven: Map<string, number>;
}

export interface TagStack {
  readonly context: ParseContext;
  readonly frames: Frame[];
  readonly components: Components;
  /** Names of components that have been told. */
  readonly told: Set<string>;
  depth: number;
}

/** End tags whose start tags leave nothing open. */
const SILENT_END_TAGS: ReadonlySet<string> = new Set([...VOID_ELEMENTS, "script", "style"]);

/** More elements than this inside of each other are a mistake or an attack. */
const MAX_DEPTH = 200;

export function openStack(context: ParseContext): TagStack {
  const components = componentsOf(context.source);
  return { context, frames: [newFrame(false)], components, told: new Set(), depth: 0 };
}

function newFrame(isParagraph: boolean): Frame {
  return { tags: [], names: new Map(), isParagraph, forgiven: new Map() };
}

/** Enters a Markdown element. @returns false when it lies too deep to be kept. */
export function enter(stack: TagStack, isParagraph: boolean, start: number): boolean {
  stack.frames.push(newFrame(isParagraph));
  return descend(stack, start);
}

/** Leaves a Markdown element. @returns the end tags that the author forgot in it. */
export function leave(stack: TagStack): string {
  stack.depth--;
  return closeFrame(stack, stack.frames.pop()!);
}

/** Ends the document. @returns the end tags that the author forgot. */
export function closeStack(stack: TagStack): string {
  return closeFrame(stack, stack.frames.pop()!);
}

function closeFrame(stack: TagStack, frame: Frame): string {
  return closeFrom(stack, frame, 0, stack.frames.at(-1));
}

/** Closes the tags of a frame from `index` on; `around` passes over their end tags if they come later. */
function closeFrom(stack: TagStack, frame: Frame, index: number, around: Frame | undefined): string {
  const tags = frame.tags.splice(index).toReversed();
  stack.depth -= tags.length;
  for (const { name, start } of tags) {
    count(frame.names, name, -1);
    if (CLOSED_BY.has(name)) continue;
    if (around) count(around.forgiven, name, 1);
    const hint = `Add \`</${name}>\` where it ends, in the same block`;
    reportMalformed(stack, `\`<${name}>\` is never closed`, start, hint);
  }
  return tags.map(({ written }) => `</${written}>`).join("");
}

function count(counts: Map<string, number>, name: string, change: number): void {
  counts.set(name, (counts.get(name) ?? 0) + change);
}

function has(counts: ReadonlyMap<string, number> | undefined, name: string): boolean {
  return (counts?.get(name) ?? 0) > 0;
}

function descend(stack: TagStack, start: number): boolean {
  stack.depth++;
  if (stack.depth === MAX_DEPTH + 1) {
    const message = `Elements are nested more than ${MAX_DEPTH} deep; the deeper ones are left out, their text is kept`;
    reportAt(stack.context, "nesting-too-deep", message, start, "Nest fewer of them");
  }
  return stack.depth <= MAX_DEPTH;
}

/**
 * Makes HTML of the author's well-formed.
 *
 * @param locate From an offset in `html` to one in the source.
 * @param write Takes each piece of the result with its place.
 */
export function balance(
  stack: TagStack,
  html: string,
  locate: (at: number) => number,
  write: (html: string, start: number) => void,
): void {
  for (const piece of scanHtml(html)) {
    const start = locate(piece.at);
    write(balancePiece(stack, piece, start), start);
  }
}

/** It may stand in a paragraph. */
const PAGE_BREAK = '<span class="page-break"></span>';

function balancePiece(stack: TagStack, piece: Piece, start: number): string {
  switch (piece.kind) {
    case "text":
      return piece.html.replaceAll("<", "&lt;");
    case "open":
      if (isElementName(piece.name)) return open(stack, piece, start);
      return stack.components.begins(piece.html)
        ? dropComponent(stack, piece.html, start)
        : keepAsText(stack, piece, start);
    case "close":
      if (isElementName(piece.name)) return close(stack, piece.name, start);
      return stack.components.ends(piece.html) ? "" : escapedText(piece.html);
    case "script":
      return dropScript(stack, piece, start);
    case "page-break":
      return PAGE_BREAK;
    case "unfinished":
      return keepUnfinished(stack, piece.html, start);
  }
}

function open(stack: TagStack, { name, html }: { name: string; html: string }, start: number): string {
  if (VOID_ELEMENTS.has(name)) return html;
  const frame = stack.frames.at(-1)!;
  for (let top = frame.tags.at(-1); top && CLOSED_BY.get(top.name)?.has(name); top = frame.tags.at(-1)) {
    frame.tags.pop();
    count(frame.names, top.name, -1);
    stack.depth--;
  }
  const written = name === "title" && isInDrawing(stack) ? name : outputName(name);
  const tag = `<${written === name ? "" : RENAMED}${html.slice(1)}`;
  // `<a id="x"/>` closes itself in the author's mind; in HTML it does not.
  if (html.endsWith("/>")) return `${tag.slice(0, -2)}></${written}>`;
  const isDrawing = name === "svg" || (name !== "foreignobject" && isInDrawing(stack));
  frame.tags.push({ name, written, start, isDrawing });
  count(frame.names, name, 1);
  return descend(stack, start) ? tag : "";
}

function close(stack: TagStack, name: string, start: number): string {
  const frame = findFrame(stack, name);
  if (!frame) return dropStray(stack, name, start);
  const index = frame.tags.findLastIndex((tag) => tag.name === name);
  const ends = closeFrom(stack, frame, index + 1, frame);
  const { written } = frame.tags.pop()!;
  count(frame.names, name, -1);
  stack.depth--;
  return stack.depth < MAX_DEPTH ? `${ends}</${written}>` : ends;
}

/** True in SVG, where `<title>` describes a drawing and holds no raw text. */
function isInDrawing({ frames }: TagStack): boolean {
  return frames.findLast(({ tags }) => tags.length > 0)?.tags.at(-1)?.isDrawing ?? false;
}

function findFrame(stack: TagStack, name: string): Frame | undefined {
  const frame = stack.frames.at(-1)!;
  return nearFrames(stack, frame).find(({ names }) => has(names, name));
}

/** The frame itself, and the one around a paragraph. */
function nearFrames(stack: TagStack, frame: Frame): Frame[] {
  const around = stack.frames.at(-2);
  return frame.isParagraph && around ? [frame, around] : [frame];
}

function dropStray(stack: TagStack, name: string, start: number): string {
  const forgiving = nearFrames(stack, stack.frames.at(-1)!).find(({ forgiven }) => has(forgiven, name));
  if (forgiving) count(forgiving.forgiven, name, -1);
  else if (!SILENT_END_TAGS.has(name)) {
    const hint = "Delete it, or open the element before it";
    reportMalformed(stack, `\`</${name}>\` closes nothing; it is left out`, start, hint);
  }
  return "";
}

function keepAsText(stack: TagStack, { html }: { html: string }, start: number): string {
  const message = `\`${html}\` is not an element of HTML; it is kept as text`;
  const hint = "Write code between backticks; write `\\<` before a word in angle brackets";
  reportAt(stack.context, "unknown-element", message, start, hint);
  return escapedText(html);
}

function dropComponent(stack: TagStack, html: string, start: number): string {
  const name = componentName(html);
  if (!stack.told.has(name)) {
    stack.told.add(name);
    const message = `\`<${name}>\` is a component of a website; its tags are left out, what it contains is kept`;
    const hint = "Write what it shows, or put code between backticks";
    reportAt(stack.context, "unknown-element", message, start, hint);
  }
  return "";
}

function dropScript(
  stack: TagStack,
  { name, isClosed }: { name: string; isClosed: boolean },
  start: number,
): string {
  const what = isClosed ? `\`<${name}>\` is removed with its content` : `\`<${name}>\` is removed`;
  const hint =
    name === "style" ? "Put styles in a style sheet of the theme" : "Delete it: a book runs no scripts";
  reportAt(stack.context, "unsafe-html", what, start, hint);
  return "";
}

function keepUnfinished(stack: TagStack, html: string, start: number): string {
  if (html === "<") {
    const message = "`<` begins a tag that is never finished; it is kept as text";
    reportMalformed(stack, message, start, "Finish the tag with `>`, or write `&lt;`");
    return "&lt;";
  }
  const message = "This comment is never closed; the rest of its block is left out";
  reportMalformed(stack, message, start, "End it with `-->`, without an empty line before it");
  return "";
}

function outputName(name: string): string {
  return RAW_TEXT_ELEMENTS.has(name) ? `${RENAMED}${name}` : name;
}

function reportMalformed(stack: TagStack, message: string, start: number, hint: string): void {
  reportAt(stack.context, "html-not-well-formed", message, start, hint);
}
