/**
 * Puts each footnote at its reference before Paged.js sees the content.
 *
 * A note may hold paragraphs and lists. Written at its reference in HTML source they would
 * end the paragraph around them; moved by the DOM they do not. The content waits in a
 * template, where the browser neither lays it out nor asks for its images.
 */
export function placeFootnotes(): void {
  const TEMPLATE = "body > template[data-ref='pagedjs-content']";
  const NOTE = "[data-note-for]";
  const before = window.PagedConfig.before;

  const contentOf = (body: HTMLElement): DocumentFragment => {
    const present = document.querySelector<HTMLTemplateElement>(TEMPLATE);
    if (present) return present.content;
    const template = document.createElement("template");
    template.dataset.ref = "pagedjs-content";
    template.content.append(...body.childNodes);
    body.append(template);
    return template.content;
  };

  /** The note that a mark stands in. A note in a note is called where that one is: both stand at the foot of the page. */
  const outermostNote = (reference: Element): Element | undefined => {
    let note: Element | undefined;
    for (let each = reference.closest(NOTE); each; each = each.parentElement?.closest(NOTE) ?? null)
      note = each;
    return note;
  };

  const lastNoteAfter = (place: Element): Element => {
    let last = place;
    while (last.nextElementSibling?.matches(NOTE)) last = last.nextElementSibling;
    return last;
  };

  window.PagedConfig.before = async () => {
    const content = contentOf(document.body);
    for (const note of content.querySelectorAll(NOTE)) {
      const reference = content.querySelector(`[id="${note.getAttribute("data-note-for")}"]`);
      const place = reference && lastNoteAfter(outermostNote(reference) ?? reference);
      place?.after(note);
    }
    await before?.();
  };
}
