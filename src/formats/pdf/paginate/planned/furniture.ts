/**
 * Makes the margins of planned pages: running heads, folios, grounds.
 *
 * Most pages of a run have the same. So each kind of margins is made once, as a page of Paged.js without text, and printed
 * behind the pages with text; which page has which is written down, and they are put together in the PDF (`assemble/furniture.ts`).
 */
import type { PagePlan } from "../../plan/galley.js";
import type { PagedChunker, PagedPage } from "../engine/paged-types.js";
import type { FolioBox } from "../engine/survey.js";
import type { Furniture, GalleyBox, ReadGalley } from "./galley-types.js";

/** The handler of Paged.js that knows the strings of style sheets. */
interface Strings {
  readonly stringSetSelectors: Readonly<
    Record<string, { readonly func: string; readonly value: string; readonly selector: string }>
  >;
  onDeclaration(...parts: unknown[]): void;
}

export function furnishPages(): void {
  const NOT_SAID = ".note-reference, [data-footnote-call], [data-note]";
  /** Of a pixel: rounding. */
  const NEARLY = 0.1;
  let strings: Strings | undefined;

  // Its instance is met when it reads the first declaration.
  const own = (window.Paged.registeredHandlers as { prototype: Strings }[]).find((handler) =>
    String(handler).includes("stringSetSelectors"),
  );
  if (own) {
    window.colophonRestoreLater(own.prototype);
    const read = own.prototype.onDeclaration;
    own.prototype.onDeclaration = function (...parts): void {
      strings = this;
      read.apply(this, parts);
    };
  }

  /** What a heading says: without its notes, in one line. */
  const saidBy = (element: HTMLElement): string => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let said = "";
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (!node.parentElement!.closest(NOT_SAID)) said += (node as Text).data;
    return said.replaceAll("\u00AD", "").replace(/\s+/g, " ").trim();
  };

  /** What a page is for style sheets: its name, and whether it is the first one of that name, or empty. */
  interface PageKind {
    readonly name: string | undefined;
    readonly isFirst: boolean;
    readonly isBlank: boolean;
    readonly side: "recto" | "verso";
    readonly strings: Readonly<Record<string, string>>;
    readonly nth: string;
  }

  const kindsOf = (
    read: ReadGalley,
    plan: PagePlan,
    said: readonly Readonly<Record<string, string>>[],
    nth: readonly string[],
  ): PageKind[] => {
    const { places, galley } = read;
    let name: string | undefined;
    const start = galley.side === "recto" ? 0 : 1;
    return plan.pages.map(({ from, to, isBlank = false }, index) => {
      const place = from < to ? places[from] : undefined;
      const begins = place?.element;
      const element = begins ?? place?.paragraph?.block;
      const named =
        element?.closest<HTMLElement>("[data-page]") ?? begins?.querySelector<HTMLElement>("[data-page]");
      if (element) name = named?.dataset.page;
      return {
        name: isBlank ? undefined : name,
        isFirst: begins !== undefined && named !== undefined && named !== null && begins.contains(named),
        isBlank,
        side: (index + start) % 2 === 0 ? "recto" : "verso",
        strings: said[index]!,
        nth: nth[index]!,
      };
    });
  };

  /** What strings are on each page (CSS Generated Content for Paged Media 3, 1.1). */
  const stringsOn = ({ flow }: GalleyBox, read: ReadGalley, plan: PagePlan): Record<string, string>[] => {
    const found = plan.pages.map((): Record<string, string> => ({}));
    const written = [...document.querySelectorAll("style")].map(({ textContent }) => textContent).join("\n");
    for (const [name, { func, value, selector }] of Object.entries(strings?.stringSetSelectors ?? {})) {
      const onPage = plan.pages.map((): { text: string; isAtTop: boolean }[] => []);
      for (const element of flow.querySelectorAll<HTMLElement>(selector)) {
        const { page, y } = window.colophonPlanned.pageAt(read, plan, element.getBoundingClientRect().top);
        const text = func === "attr" ? (element.getAttribute(value) ?? "") : saidBy(element);
        onPage[page]!.push({ text, isAtTop: y < 1 });
      }
      let carried = "";
      onPage.forEach((all, page) => {
        const [first, last] = [all[0], all.at(-1)];
        const said = {
          [`first-${name}`]: first?.text ?? carried,
          [`last-${name}`]: last?.text ?? carried,
          [`start-${name}`]: first?.isAtTop ? first.text : carried,
          [`first-except-${name}`]: first ? "" : carried,
        };
        // What no style sheet shows would only make kinds of pages that look the same.
        for (const [key, text] of Object.entries(said))
          if (written.includes(`--pagedjs-string-${key}`)) found[page]![key] = text;
        carried = last?.text ?? carried;
      });
    }
    return found;
  };

  const quoted = (text: string): string => `"${text.replace(/["\\]/g, "\\$&")}"`;

  const make = async (
    chunker: PagedChunker,
    kind: PageKind,
    running: ReadonlyMap<string, HTMLElement>,
    index: number,
  ): Promise<PagedPage> => {
    const page = chunker.addPage(kind.isBlank);
    page.index(index + (document.documentElement.dataset.firstSide === "verso" ? 1 : 0));
    const { element } = page;
    element.dataset.colophonFurniture = "";
    if (kind.name !== undefined) {
      element.classList.add("pagedjs_named_page", `pagedjs_${kind.name}_page`);
      if (kind.isFirst) element.classList.add(`pagedjs_${kind.name}_first_page`);
    }
    for (const [name, text] of Object.entries(kind.strings))
      element.style.setProperty(`--pagedjs-string-${name}`, quoted(text));
    window.colophonPlanned.makeNth(element, kind.nth);
    window.colophonPlanned.showRunning(element, running);
    await chunker.hooks.finalizePage.trigger(element, page, undefined, chunker);
    page.removeListeners();
    return page;
  };

  const sizeOf = ({ element }: PagedPage, name: string): readonly [number, number] => {
    const { width, height } = element.querySelector(name)!.getBoundingClientRect();
    return [width, height];
  };

  /** One column makes pages of one size. */
  const expectAlike = (page: PagedPage, first: PagedPage, { width, height }: GalleyBox): void => {
    const [area, sheet, other] = [
      sizeOf(page, ".pagedjs_page_content"),
      sizeOf(page, ".pagedjs_sheet"),
      sizeOf(first, ".pagedjs_sheet"),
    ];
    const isAlike = [area[0] - width, area[1] - height, sheet[0] - other[0], sheet[1] - other[1]].every(
      (difference) => Math.abs(difference) < NEARLY,
    );
    if (isAlike) return;
    window.colophonPlanned.refuse("its pages have several sizes");
  };

  window.colophonPlanned = {
    ...window.colophonPlanned,
    async furnish(chunker, box, read, plan): Promise<Furniture> {
      const { nthOn, runningOn } = window.colophonPlanned;
      const kinds = kindsOf(read, plan, stringsOn(box, read, plan), nthOn(plan.pages.length));
      const running = runningOn(box, read, plan);
      const numbers = new Map<HTMLElement, number>();
      const numberOf = ([name, element]: [string, HTMLElement]): string => {
        numbers.set(element, numbers.get(element) ?? numbers.size);
        return `${name} ${numbers.get(element)}`;
      };
      const known = new Map<string, number>();
      const pages: PagedPage[] = [];
      const of: number[] = [];
      const margins: string[][] = [];
      const folios: FolioBox[][] = [];
      const findings = window.colophonFindings;
      for (const [index, kind] of kinds.entries()) {
        const key = JSON.stringify([kind, index === 0, [...running[index]!].map(numberOf)]);
        const at = known.get(key) ?? pages.length;
        if (at === pages.length) {
          known.set(key, at);
          const page = await make(chunker, kind, running[index]!, index);
          expectAlike(page, pages[0] ?? page, box);
          pages.push(page);
          margins.push(findings.marginsOf(page.element));
          folios.push(findings.foliosOf(page.element, at));
        }
        of.push(at);
      }
      return { pages, of, margins, folios };
    },
  };
}
