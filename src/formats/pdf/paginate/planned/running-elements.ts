/**
 * Shows elements in margins that style sheets take out of the text (`position: running()`, CSS Generated Content for Paged
 * Media 3, 1.2). Paged.js puts them into its own pages; pages by plan get those that hold on them.
 */
import type { PagePlan } from "../../plan/galley.js";
import type { GalleyBox, ReadGalley } from "./galley-types.js";

/** The handler of Paged.js that knows them. */
interface Running {
  readonly runningSelectors: Readonly<Record<string, { readonly selector: string }>>;
  /** Margin boxes that show them, by their selectors. */
  readonly elements: Readonly<Record<string, { readonly args: readonly string[] }>>;
  afterParsed(content: ParentNode): void;
}

export function runElements(): void {
  /** As Paged.js writes `element(name, keyword)`, which is no value of CSS that browsers know. */
  const SHOWN = /element-ident\(\s*([\w-]+)\s*(?:,\s*([\w-]+)\s*)?\)/g;
  /** As it is written for browsers, which then say in which boxes it holds. */
  const MARK = /\uE010([\w-]+) ([\w-]+)\uE010/;
  let running: Running | undefined;

  const styles = document.createElement("style");
  styles.dataset.pagedjsIgnore = "";
  styles.textContent = ".pagedjs_margin-content[data-colophon-running]::after { content: none !important }";

  const own = (window.Paged.registeredHandlers as { prototype: Running }[]).find((handler) =>
    String(handler).includes("runningSelectors"),
  );
  if (own) {
    window.colophonRestoreLater(own.prototype);
    const { afterParsed } = own.prototype;
    own.prototype.afterParsed = function (content): void {
      running = this;
      afterParsed.call(this, content);
      const used = new Set(Object.values(this.elements).map(({ args }) => args[0]));
      for (const [name, { selector }] of Object.entries(this.runningSelectors)) {
        if (!used.has(name)) continue;
        for (const element of content.querySelectorAll<HTMLElement>(selector)) element.dataset.running = name;
      }
      window.colophonHasRunning = content.querySelector("[data-running]") !== null;
    };
  }

  /** Where the text begins that follows something which is not shown there. */
  const placeOf = (element: Element, flow: HTMLElement): number | undefined => {
    for (let each: Element | null = element; each && each !== flow; each = each.parentElement)
      for (let next = each.nextElementSibling; next; next = next.nextElementSibling)
        if (next.getClientRects().length > 0) return next.getBoundingClientRect().top;
    return undefined;
  };

  /** Which of the elements of a selector hold on each page, by keyword. */
  const holdingOn = (selector: string, { flow }: GalleyBox, read: ReadGalley, plan: PagePlan) => {
    const onPage = plan.pages.map((): { element: HTMLElement; isAtTop: boolean }[] => []);
    const end = { page: plan.pages.length - 1, y: 1 };
    for (const element of flow.querySelectorAll<HTMLElement>(selector)) {
      const top = placeOf(element, flow);
      const { page, y } = top === undefined ? end : window.colophonPlanned.pageAt(read, plan, top);
      onPage[page]!.push({ element, isAtTop: y < 1 });
    }
    let carried: HTMLElement | undefined;
    return onPage.map((all) => {
      const [first, last] = [all[0], all.at(-1)];
      const holding: [string, HTMLElement | undefined][] = [
        ["first", first?.element ?? carried],
        ["last", last?.element ?? carried],
        ["start", first?.isAtTop ? first.element : carried],
        ["first-except", first ? undefined : carried],
      ];
      carried = last?.element ?? carried;
      return holding;
    });
  };

  const markStyles = (): string => {
    let marked = "";
    for (const style of document.querySelectorAll("style")) {
      if (!style.textContent.includes("element-ident(")) continue;
      style.textContent = style.textContent.replace(
        SHOWN,
        (_, name: string, keyword = "first") => `"\uE010${name} ${keyword}\uE010"`,
      );
      marked += style.textContent;
    }
    return marked;
  };

  window.colophonPlanned = {
    ...window.colophonPlanned,
    runningOn(box, read, plan) {
      const pages = plan.pages.map(() => new Map<string, HTMLElement>());
      const written = markStyles();
      if (written !== "") document.head.append(styles);
      for (const [name, { selector }] of Object.entries(running?.runningSelectors ?? {})) {
        holdingOn(selector, box, read, plan).forEach((holding, page) => {
          for (const [keyword, element] of holding) {
            // What no style sheet shows would only make kinds of pages that look the same.
            if (element && written.includes(`\uE010${name} ${keyword}\uE010`))
              pages[page]!.set(`${name} ${keyword}`, element);
          }
        });
      }
      return pages;
    },
    showRunning(page, elements) {
      if (!running || Object.keys(running.elements).length === 0) return;
      for (const box of page.querySelectorAll<HTMLElement>(".pagedjs_margin-content")) {
        const [, name, keyword] = MARK.exec(getComputedStyle(box, "::after").content) ?? [];
        if (name === undefined) continue;
        const shown = elements.get(`${name} ${keyword}`);
        const copy = (shown?.cloneNode(true) ?? document.createElement("div")) as HTMLElement;
        copy.style.display = "";
        copy.setAttribute("aria-hidden", "true");
        for (const each of [copy, ...copy.querySelectorAll("[id]")]) each.removeAttribute("id");
        box.replaceChildren(copy);
        box.dataset.colophonRunning = "";
      }
    },
  };
}
