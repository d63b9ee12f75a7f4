/** The parts of Paged.js 0.4.3 that the engine touches; the package has no types of its own. */

export interface PagedPage {
  readonly pagesArea: Element;
  readonly pageTemplate: HTMLTemplateElement;
  element: HTMLElement;
  pagebox: HTMLElement;
  /** The box of the content, and its size in pixels when the page was made. */
  area: HTMLElement;
  width: number;
  height: number;
  footnotesArea: HTMLElement;
  wrapper: HTMLElement;
  position: number;
  blank?: boolean;
  /** @param after the page that it comes after; without one it is the first. */
  create(template: unknown, after?: Element): Element;
  /** Gives the page its number and its side. */
  index(number: number): void;
  removeListeners(): void;
}

export interface PagedChunker {
  total: number;
  pages: PagedPage[];
  readonly settings: unknown;
  readonly hooks: Readonly<Record<"beforePageLayout" | "afterPageLayout" | "finalizePage", PagedHook>>;
  addPage(isBlank?: boolean): PagedPage;
  /** Makes pages of the content. */
  render(
    content: DocumentFragment,
    start?: unknown,
  ): Promise<{ readonly done: boolean; readonly canceled?: boolean }>;
  /** Adds a page for notes that go on when the text does not. */
  clonePage(like: PagedPage): Promise<void>;
}

export interface PagedHook {
  trigger(...parts: unknown[]): Promise<unknown>;
}

/** A place in the source at which a page ends. */
export interface PagedBreakToken {
  node: Node;
  /** Index of the first character of the next page, when the node is a text. */
  offset: number;
  equals(other: PagedBreakToken | undefined): boolean;
}

export interface PagedLayout {
  /** The box of the content of the page. */
  readonly element: Element;
  /** Distance in pixels from the page's own column to the one beside it. */
  gap: number;
  /** The area of the page that is filled. */
  bounds: DOMRect;
  findOverflow(rendered: Element, bounds?: DOMRect, gap?: number): Range | undefined;
  textBreak(text: Text, start: number, end: number, top: number, bottom: number): number | undefined;
  createBreakToken(overflow: Range, rendered: Element, source: ParentNode): PagedBreakToken | undefined;
  hyphenateAtBreak(container: Node, breakLetter: string | undefined): void;
  /** Ours (`reflow.ts`): lets everything on the page be broken, and away from what it is to stay with. */
  colophonRelax(rendered: Element): void;
  findBreakToken(
    rendered: Element,
    source: Node,
    bounds?: DOMRect,
    previous?: PagedBreakToken,
    extract?: boolean,
  ): PagedBreakToken | undefined;
}

export interface PagedHandler {
  chunker: PagedChunker;
}

export interface PagedGlobal {
  Handler: new (chunker: PagedChunker, polisher: unknown, caller: unknown) => PagedHandler;
  Previewer: new () => PagedPreviewer;
  /** Those of Paged.js itself come first. */
  registeredHandlers: unknown[];
  registerHandlers(...handlers: unknown[]): void;
}

export interface PagedPreviewer {
  on(event: string, listener: (...parts: unknown[]) => void): void;
  /** Lays out the document; the result tells of all its pages. */
  preview(): Promise<unknown>;
}

declare global {
  interface Window {
    Paged: PagedGlobal;
    /** The previewer that pagedjs-cli drives. */
    PagedPolyfill: PagedPreviewer;
    /** Tells the program that a page is begun (`printer.ts`). */
    onPage(): void;
    PagedConfig: {
      auto?: boolean;
      before?: () => Promise<void> | void;
      after?: (flow: unknown) => Promise<void> | void;
    };
    /** Runs a part of the engine, for the document that the page has and for each that it gets (`documents.ts`). */
    colophonBegin(part: () => void): void;
    /** Gives an object the properties that it has now back before the next document. */
    colophonRestoreLater(object: object): void;
    /** To be called before the page gets another document. */
    colophonRenew(): void;
    /** Has the functions of all layouts changed, on their prototype (`layout-changes.ts`). */
    colophonChangeLayout(change: (prototype: PagedLayout) => void): void;
    /** Cuts cells of tables (`cell-cuts.ts`). */
    colophonCellCuts: import("./cell-cuts.js").CellCuts;
    /** Leaves only the soft hyphens that show (`soft-hyphens.ts`). */
    colophonTidyHyphens(element: Element): void;
    /** What is found out of finished pages, part by part (`page-texts.ts`, `page-survey.ts`). */
    colophonFindings: import("../planned/findings.js").Findings;
    /** Where the engine leaves its survey for the program to fetch. */
    colophonSurvey: import("./survey.js").Survey;
    /** The text that went in, and where it seems to stand. */
    colophonText: import("../../readback/compare/run-text.js").RunText;
  }
}
