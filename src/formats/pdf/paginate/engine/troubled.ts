/**
 * Sets blocks plainly that have lost text the last time that their document was laid out.
 *
 * `<html data-troubled>` names them by their places in the sources, each with a degree (`../second-tries.ts`). In the first they are freed from
 * what clips, moves and holds together. In the second nothing stands beside anything else: tables become blocks, one for each cell, and notes stand behind the block that they belong to. In
 * the third they are set smaller, too.
 */
export function easeTroubled(): void {
  const TABLE_PARTS = "table, caption, thead, tbody, tfoot, tr, th, td";
  const UNITS = "table, figure, pre, ul, ol, dl, aside, blockquote";

  const styles = document.createElement("style");
  styles.dataset.pagedjsIgnore = "";
  styles.textContent = `
    .colophon-freed, .colophon-eased, .colophon-eased :not(svg *, math, math *, img) {
      position: static !important; float: none !important; overflow: visible !important; clip-path: none !important;
      contain: none !important; transform: none !important; columns: auto !important; break-inside: auto !important;
      height: auto !important; min-height: 0 !important; max-height: none !important;
      overflow-wrap: break-word !important; word-break: normal !important; text-wrap: wrap !important }
    .colophon-freed, .colophon-blocks, .colophon-blocks :is(div, section, p, figure, figcaption, ul, ol, dl, dt, dd, pre, blockquote, aside, .line) {
      display: block !important; width: auto !important; min-width: 0 !important; max-width: 100% !important; margin-inline: 0 !important }
    .colophon-blocks, .colophon-blocks :is(div, section, p, figure, figcaption, dl, dt, dd, blockquote, aside) { padding-inline: 0 !important; text-indent: 0 !important }
    .colophon-eased pre, pre.colophon-eased { white-space: pre-wrap !important }
    .colophon-small { zoom: 0.75 }
    .colophon-note { margin: 0.5em 0 0.5em 1.5em; font-size: 0.84em; text-indent: 0 }`;

  const renamed = (element: Element): Element => {
    const copy = document.createElement("div");
    for (const { name, value } of element.attributes)
      if (!/^(?:col|row)span$/.test(name)) copy.setAttribute(name, value);
    copy.append(...element.childNodes);
    element.replaceWith(copy);
    return copy;
  };

  /** The block that stands in a section itself. */
  const outermost = (element: Element): Element => {
    let block = element;
    while (block.parentElement && !block.parentElement.matches(".section")) block = block.parentElement;
    return block;
  };

  /** Puts the notes of a block behind it: there they break as any text does. */
  const setInText = (notes: readonly HTMLElement[], block: Element): void => {
    let last = block;
    for (const note of notes) {
      note.classList.replace("footnote", "colophon-note");
      last.after(note);
      last = note;
    }
  };

  const ease = (element: Element, degree: number): void => {
    const note = element.closest<HTMLElement>("[data-note-for]");
    const unit = note ?? element.closest(UNITS) ?? element;
    const block = outermost(unit);
    let eased = unit;
    if (degree > 1) {
      setInText(note ? [note] : [...block.querySelectorAll<HTMLElement>("[data-note-for]")], block);
      eased = note ?? block;
      for (const part of [...eased.querySelectorAll(TABLE_PARTS)]) renamed(part);
      if (eased.matches(TABLE_PARTS)) eased = renamed(eased);
      eased.classList.add("colophon-blocks");
    }
    if (degree > 2) eased.classList.add("colophon-small");
    eased.classList.add("colophon-eased");
    for (let each = eased.parentElement; each && !each.matches(".section"); each = each.parentElement) {
      if (!each.matches(TABLE_PARTS)) each.classList.add("colophon-freed");
    }
  };

  window.Paged.registerHandlers(
    class extends window.Paged.Handler {
      beforeParsed(content: ParentNode): void {
        const degrees = JSON.parse(document.documentElement.dataset.troubled ?? "{}") as Record<
          string,
          number
        >;
        const names = Object.keys(degrees);
        if (names.length === 0) return;
        document.head.append(styles);
        for (const name of names) {
          const element = content.querySelector(`[data-source="${CSS.escape(name)}"]`);
          if (element) ease(element, degrees[name]!);
        }
      }
    },
  );
}
