/** What the parts of the planned layout hand each other in the page. */
import type { Galley, GalleyColumns, NotePart, PagePlan, Strip } from "../../plan/galley.js";
import type { PagedChunker, PagedPage } from "../engine/paged-types.js";
import type { FolioBox } from "../engine/survey.js";
import type { ChosenLines } from "../lines/lines-types.js";

/** The boxes of a galley, in the document. */
export interface GalleyBox {
  /** Holds the text. */
  readonly flow: HTMLElement;
  /** Each note with its call in the text. */
  readonly notes: ReadonlyMap<HTMLElement, HTMLElement>;
  /** Copies of the notes as they stand beside the text, of those that may. */
  readonly sides: ReadonlyMap<HTMLElement, HTMLElement>;
  /** Holds the notes while they are measured. */
  readonly noteColumn: HTMLElement;
  /** The area of notes of a page, empty. */
  readonly noteArea: HTMLElement;
  readonly width: number;
  readonly height: number;
  /** Of the pages that are printed: they are a little taller than what is planned to stand on them. */
  readonly printedHeight: number;
}

/** A galley as it was read, with the nodes that the strips are made of. */
export interface ReadGalley {
  readonly galley: Galley;
  /** The top of the flow in the window. */
  readonly top: number;
  /** For each strip: where a page begins that begins with it. */
  readonly places: readonly StripPlace[];
  readonly notes: readonly HTMLElement[];
  /** For each note: how it stands beside the text, if it can. */
  readonly sides: readonly (SideNote | undefined)[];
  /** Those of the galley, in the same order. */
  readonly columns: readonly ColumnBox[];
  readonly floats: readonly FloatBox[];
}

/** A note as it stands beside the text; lengths in pixels. */
export interface SideNote {
  readonly copy: HTMLElement;
  /** The baseline of the line that calls it, from the top of the flow. */
  readonly line: number;
  /** Its own first baseline, from its top. */
  readonly ascent: number;
  /** With the white below it. */
  readonly height: number;
}

/** Where a note stands, from the left and top edges of the type area of its page. */
export interface NotePlace {
  readonly page: number;
  readonly x: number;
  readonly y: number;
}

/** What has been changed so that the text is one column. */
export interface OpenedBoxes {
  /** None that have been looked for. */
  readonly columns?: readonly ColumnBox[];
  readonly floats: readonly FloatBox[];
}

/** A figure that floats, in the document; lengths in pixels. */
export interface FloatBox {
  readonly element: HTMLElement;
  /** With the white that parts it from the text: as it is once its lines are chosen. */
  height: number;
  /** That white. */
  readonly gap: number;
  /** Of the strip behind which it stands. */
  strip: number;
}

/** Text in columns, in the document. */
export interface ColumnBox {
  readonly element: HTMLElement;
  /** The styles of its own that it had before it was made one column. */
  readonly style: string;
  readonly count: number;
  readonly width: number;
  /** From one column to the next: to the left, when text is read from the right. */
  readonly step: number;
}

export interface StripPlace {
  /** The outermost element that begins with the strip, if one does. */
  readonly element: Element | undefined;
  /** The paragraph that it is a line of, else. */
  readonly paragraph: Paragraph | undefined;
  /** Index of the line. */
  readonly line: number;
}

export type ElementKind = "none" | "floats" | "inline" | "atom" | "table" | "whole" | "columns" | "block";

/** The strips of a column, as far as they are read. */
export interface StripWriter {
  readonly strips: readonly Strip[];
  readonly places: readonly StripPlace[];
  readonly columns: readonly GalleyColumns[];
  /** The top of the column in the window. */
  readonly zero: number;
  /** Where what has been closed last ends. */
  end(): number;
  /** An element begins: a page that begins with the next strip begins with it. */
  begin(element: HTMLElement | SVGElement | MathMLElement, top: number, style: CSSStyleDeclaration): void;
  /** The next strip is to stay with the last one. */
  keepApart(): void;
  add(
    strip: LineBox & Partial<Pick<Strip, "keep" | "slack" | "head">>,
    place?: Pick<StripPlace, "paragraph" | "line">,
  ): void;
  /** What is read meanwhile is to stay on one page. */
  holdTogether(read: () => void): void;
  /** What is read meanwhile stands in a box whose edges are around each part of it. */
  inFrame(edges: FrameEdges, read: () => void): void;
  /** What is read meanwhile stands in columns. */
  inColumns(count: number, read: () => void): void;
  /** Of the strips from the first one to the last fewer than so many are not to stand alone. */
  keepLines(first: number, fewest: { readonly orphans: number; readonly widows: number }): void;
  /** An element ends that began with a strip. */
  finish(element: HTMLElement, bottom: number, style: CSSStyleDeclaration, first: number): void;
}

/** Padding and border of a box, in pixels. */
export interface FrameEdges {
  readonly above: number;
  readonly below: number;
}

export interface StripsOfFlow extends Pick<Galley, "strips" | "end" | "columns"> {
  readonly places: readonly StripPlace[];
  /** The top of the flow in the window. */
  readonly top: number;
}

export type ReadNotes = Pick<Galley, "notes" | "noteOverhead">;

/** Nodes beside each other that make lines. */
export interface Paragraph {
  readonly block: HTMLElement;
  nodes: ChildNode[];
  readonly lines: readonly LineBox[];
}

export interface LineBox {
  readonly top: number;
  readonly bottom: number;
}

/** The margins below what is broken over pages. */
export interface MarginsBelow {
  /** A page begins in an element of the flow. */
  breakIn(element: HTMLElement): void;
  /** What stands below an element that is broken moves up. */
  takeOff(element: HTMLElement, height: number): void;
  /** Styles are read until then. */
  write(): void;
}

/** A place between two letters, or before a node. */
export interface TextPoint {
  readonly node: Node;
  readonly offset: number;
}

declare global {
  interface Window {
    colophonPlanned: {
      makeGalley(page: PagedPage, content: DocumentFragment): Omit<GalleyBox, "sides">;
      readGalley(box: GalleyBox, opened: OpenedBoxes, side: Galley["side"]): ReadGalley;
      /** What is known of the lines of paragraphs that were chosen, for the plan. */
      looseParagraphs(read: ReadGalley, lines: ChosenLines): Pick<Galley, "strips" | "loose">;
      kindOf(element: Element, style: CSSStyleDeclaration): ElementKind;
      /** An inline element has blocks in it. */
      hasBlocks(element: Element): boolean;
      /**
       * The lines that nodes beside each other make.
       *
       * @param block that begins with them.
       */
      linesOf(nodes: readonly ChildNode[], block?: Element): LineBox[];
      /** @returns where the lines of each begin, but for the first one; nothing of those that cannot be measured. */
      measureLines(paragraphs: readonly Paragraph[]): ReadonlyMap<Paragraph, readonly number[]>;
      openStrips(flow: HTMLElement): StripWriter;
      /** @param height of a page. */
      readTable(table: HTMLTableElement, strips: StripWriter, height: number): void;
      /** Makes one narrow column of all text in columns, as far as that can be done. */
      openColumns(flow: HTMLElement): ColumnBox[];
      /** Takes figures that float out of the column, before the lines of the text are chosen. */
      openFloats(box: GalleyBox): FloatBox[];
      /** Where a figure stands in the text: behind the last strip. */
      meetFloat(boxes: readonly FloatBox[], element: Element, strips: StripWriter): void;
      /** The strips above which nothing can stand on a page that begins with them. */
      boundStrips(flow: HTMLElement, read: Pick<StripsOfFlow, "strips" | "places">): readonly Strip[];
      /** Where each figure stands that floats: its page, and how far down from the type area of that its top is. */
      floatPlaces(read: ReadGalley, plan: PagePlan): readonly { readonly page: number; readonly y: number }[];
      /** How much of a page the figures at its head take. */
      headHeight(read: ReadGalley, plan: PagePlan, page: number): number;
      readNotes(box: GalleyBox, read: StripsOfFlow, sides: ReadGalley["sides"]): ReadNotes;
      /** Lays copies of notes out in the column that they have beside the text. */
      openSideNotes(box: Omit<GalleyBox, "sides">): GalleyBox["sides"];
      /** @param top of the flow in the window. */
      readSideNotes(box: GalleyBox, top: number): ReadGalley["sides"];
      /**
       * Places notes below one another on a page.
       *
       * @param wish where each would stand, from the top of the type area.
       * @param height of the type area.
       */
      stackNotes(
        notes: readonly { readonly wish: number; readonly height: number }[],
        height: number,
      ): readonly number[];
      /** Where those stand that are beside the text, by their indexes in the galley. */
      sideNotePlaces(box: GalleyBox, read: ReadGalley, plan: PagePlan): ReadonlyMap<number, NotePlace>;
      withSideNotes(read: ReadGalley, plan: PagePlan): ReadGalley;
      /** Says why a run cannot be planned, and leaves off. */
      refuse(reason: string): never;
      /** Where the first letter of a strip stands. */
      startOf(place: StripPlace): TextPoint;
      /** Where the first letter of a line of a note stands: not of its first one. */
      startInNote(note: HTMLElement, line: number): TextPoint;
      /** An element and what it begins with, as deep as their margins above are one. */
      chainAbove(element: Element): HTMLElement[];
      openMargins(flow: HTMLElement): MarginsBelow;
      /** Reads where figures go that float. @returns what puts them there. */
      floatsToPlace(box: GalleyBox, read: ReadGalley, plan: PagePlan): () => void;
      /** Reads where the notes go. @returns what puts them there. */
      notesToPlace(box: GalleyBox, read: ReadGalley, plan: PagePlan): () => void;
      /** Makes the document print the pages of a plan. */
      steer(
        box: GalleyBox,
        read: ReadGalley,
        plan: PagePlan,
        starts: readonly (TextPoint | undefined)[],
      ): void;
      /** The boxes around the type area of each page. */
      furnish(chunker: PagedChunker, box: GalleyBox, read: ReadGalley, plan: PagePlan): Promise<Furniture>;
      /** For each page: which elements run on it, by their names and keywords. */
      runningOn(
        box: GalleyBox,
        read: ReadGalley,
        plan: PagePlan,
      ): readonly ReadonlyMap<string, HTMLElement>[];
      showRunning(page: HTMLElement, elements: ReadonlyMap<string, HTMLElement>): void;
      /** For each page: the formulas of which it is an nth page, as its `data-nth` has them. */
      nthOn(count: number): readonly string[];
      makeNth(page: HTMLElement, nth: string): void;
      heightOfPart(galley: Galley, part: NotePart): number;
      /** How much further down a strip of a page stands than in the galley: white has grown, and columns are lower. */
      shiftOf(read: ReadGalley, plan: PagePlan, page: number, strip: number): number;
      /** The page of a place in the window, and how far down from its type area it is. */
      pageAt(
        read: ReadGalley,
        plan: PagePlan,
        y: number,
      ): {
        readonly page: number;
        readonly y: number;
        /** How far to the right of its place in the galley, because it is in a column. */
        readonly x: number;
      };
      survey(
        box: GalleyBox,
        read: ReadGalley,
        plan: PagePlan,
        starts: readonly (TextPoint | undefined)[],
        furniture: Furniture,
      ): void;
      /** The styles of the sheets that are printed: measured before the document is changed, to be added when it is. */
      sheetsOf(box: GalleyBox, furniture: Furniture, firstSide: Galley["side"]): HTMLStyleElement;
    };
    /** Asks the program for the plan of a galley. */
    onGalley(galley: Galley): void;
    /** Gives the plan that was asked for. */
    colophonTakePlan(plan: PagePlan): void;
    /** Some elements stand in margins instead of the text. */
    colophonHasRunning: boolean | undefined;
    /** Why a run could not be planned. */
    colophonUnplanned: string | undefined;
    /** For each page that is planned: which of the pages behind them has its margins. */
    colophonFurniture: readonly number[] | undefined;
  }
}

export interface Furniture {
  /** Pages with margins and nothing else, each once. */
  readonly pages: readonly PagedPage[];
  /** The one of each planned page. */
  readonly of: readonly number[];
  /** The folios of each, and what else its margins say. */
  readonly folios: readonly (readonly FolioBox[])[];
  readonly margins: readonly (readonly string[])[];
}
