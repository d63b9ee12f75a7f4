/**
 * Notes of an ebook, each with links back to what refers to it.
 *
 * A footnote is an `aside` with `epub:type="footnote"` after its section: Apple Books, Kobo and foliate-js open it in
 * place, and leave it out of the text. Endnotes are there to be read one after another, so they are items of a list,
 * which nobody hides and which open in place all the same.
 */
import type { Element, ElementContent } from "hast";
import { toXhtml } from "../../../hast/xhtml.js";
import { word } from "../../../language/words.js";
import type { Note } from "../../../model/book.js";
import { adaptContent } from "./content.js";
import type { ContentContext } from "./rule.js";

/** A note as templates show it. */
export interface RenderedNote {
  readonly id: string;
  /** The inside of the note, as XHTML. */
  readonly content: string;
}

export function renderNote(note: Note, context: ContentContext): RenderedNote {
  const children = withLabel(note, word(context.wording, context.language, "back-to-note"));
  const noteContext: ContentContext = { ...context, locate: () => note.location };
  return { id: note.id, content: toXhtml(adaptContent(children, noteContext)) };
}

/**
 * The number goes into the first paragraph and leads back; further references follow at the end.
 *
 * @param title what a link back is called.
 */
function withLabel(note: Note, title: string): ElementContent[] {
  const [first, ...rest] = note.references;
  const label = first === undefined ? plainLabel(note.label) : backlink(first, note.label, title);
  const children = [...note.children];
  const opening = children.findIndex((child) => child.type !== "text" || child.value.trim() !== "");
  const paragraph = children[opening];
  const start: ElementContent[] = [label, { type: "text", value: " " }];
  if (paragraph?.type === "element" && paragraph.tagName === "p") {
    children[opening] = { ...paragraph, children: [...start, ...paragraph.children] };
  } else children.unshift(element("p", {}, start));
  return rest.length === 0 ? children : withReturns(children, rest, title);
}

function withReturns(
  children: ElementContent[],
  references: readonly string[],
  title: string,
): ElementContent[] {
  const links = references.flatMap((id, index): ElementContent[] => [
    { type: "text", value: " " },
    backlink(id, `↩${index + 2}`, title),
  ]);
  const last = children.at(-1);
  if (last?.type !== "element" || last.tagName !== "p") return [...children, element("p", {}, links)];
  return [...children.slice(0, -1), { ...last, children: [...last.children, ...links] }];
}

function backlink(id: string, label: string, title: string): Element {
  return element(
    "a",
    {
      href: `#${encodeURIComponent(id)}`,
      className: ["note-back"],
      "epub:type": "backlink",
      role: "doc-backlink",
      title,
    },
    [{ type: "text", value: label }],
  );
}

function plainLabel(label: string): Element {
  return element("span", { className: ["note-back"] }, [{ type: "text", value: label }]);
}

function element(tagName: string, properties: Element["properties"], children: ElementContent[]): Element {
  return { type: "element", tagName, properties, children };
}
