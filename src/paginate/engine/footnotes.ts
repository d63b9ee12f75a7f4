/**
 * Puts each footnote at its reference before Paged.js sees the content.
 *
 * A note may hold paragraphs and lists. Written at its reference in HTML source they would
 * end the paragraph around them; moved by the DOM they do not.
 */
export function placeFootnotes(): void {
  const before = window.PagedConfig.before;
  window.PagedConfig.before = async () => {
    // Paged.js itself and the printer both call this.
    if (document.querySelector("body > template[data-ref='pagedjs-content']")) return;
    const template = document.createElement("template");
    template.dataset.ref = "pagedjs-content";
    template.content.append(...document.body.childNodes);
    document.body.append(template);

    for (const note of template.content.querySelectorAll("[data-note-for]")) {
      const reference = template.content.querySelector(`[id="${note.getAttribute("data-note-for")}"]`);
      reference?.after(note);
    }
    await before?.();
  };
}
