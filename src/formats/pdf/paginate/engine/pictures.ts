/**
 * Waits for the pictures of a document before anything of it is measured.
 *
 * Paged.js waits for those on a page when it looks for the end of the page, after it has measured
 * other things: whether a listing stays on a page would depend on whether the browser has seen the picture above
 * it before. A picture that is there when its page is filled has its size at once.
 */
export function awaitPictures(): void {
  /** Held as long as the document: the browser may forget what nobody holds. */
  const held = new Set<HTMLImageElement>();

  const load = (address: string): Promise<HTMLImageElement> =>
    new Promise((resolve) => {
      const picture = new Image();
      // One that cannot be read is seen to where it stands.
      picture.onload = picture.onerror = () => resolve(picture);
      picture.src = address;
    });

  window.Paged.registerHandlers(
    class extends window.Paged.Handler {
      async afterParsed(content: ParentNode): Promise<void> {
        const addresses = [...content.querySelectorAll("img[src]")].map((each) => each.getAttribute("src")!);
        for (const picture of await Promise.all([...new Set(addresses)].map(load))) held.add(picture);
      }

      afterRendered(): void {
        held.clear();
      }
    },
  );
}
