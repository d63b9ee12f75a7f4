/**
 * Keeps a title page on one page: a long title, or many names on a small page, are set smaller.
 *
 * What stands on it gives way first (the styles let the white above it shrink). When that is not enough, the
 * type is made smaller until everything has room, down to half its size.
 */
export function fitTitlePages(): void {
  const TITLE_PAGES = ".titlepage, .halftitlepage";
  const STEPS = 10;
  const STEP = 0.05;

  /** A box as large as the type area of a page, that nobody sees. */
  const typeArea = (): HTMLElement => {
    const area = document.createElement("div");
    area.style.cssText =
      "position: absolute; visibility: hidden; " +
      "width: calc(var(--trim-width) - var(--margin-inner) - var(--room-outer))";
    return area;
  };

  const hasRoom = (page: Element): boolean =>
    page.scrollHeight <= page.clientHeight + 1 && page.scrollWidth <= page.clientWidth + 1;

  const fit = (page: HTMLElement): void => {
    const area = typeArea();
    const copy = page.cloneNode(true) as HTMLElement;
    area.append(copy);
    document.body.append(area);
    for (let step = 0; step <= STEPS && !hasRoom(copy); step += 1) {
      const scale = String(1 - step * STEP);
      copy.style.setProperty("--title-fit", scale);
      page.style.setProperty("--title-fit", scale);
    }
    area.remove();
  };

  window.Paged.registerHandlers(
    class extends window.Paged.Handler {
      async afterParsed(content: ParentNode): Promise<void> {
        const pages = [...content.querySelectorAll<HTMLElement>(TITLE_PAGES)];
        if (pages.length === 0) return;
        // Paged.js waits for them next; a font that fails is of no account here.
        await Promise.allSettled([...document.fonts].map((font) => font.load()));
        pages.forEach(fit);
      }
    },
  );
}
