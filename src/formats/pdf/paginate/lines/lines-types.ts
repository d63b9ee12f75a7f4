/** What the parts that set lines hand each other in the page. */
import type { MeasuredParagraph, SetParagraph } from "../../plan/lines/paragraph.js";

/** Nodes beside each other that make the lines of a paragraph. */
export interface LineRun {
  readonly block: HTMLElement;
  readonly style: CSSStyleDeclaration;
  readonly nodes: readonly ChildNode[];
  /** The block has these and nothing else. */
  readonly isAll: boolean;
  /** They begin the block: their first line may be indented. */
  readonly isFirst: boolean;
  /** How its first letter and line look, where that is not as the others do. */
  readonly opening: Opening;
}

export type PseudoElement = "before" | "after" | "first-letter" | "first-line";

export interface Opening {
  /** A letter over several lines, which stands beside them and is no part of them. */
  readonly initial?: {
    /** Characters of the text that it takes. */
    readonly length: number;
    readonly lines: number;
    /** By how much the lines beside it are shorter. */
    readonly width: number;
  };
  /** The look of the first line. */
  readonly line?: CSSStyleDeclaration;
}

/** A font as far as it bears on the widths of words. */
export interface LineFont {
  /** Of a word, with the places at which it may be divided. */
  wordOf(word: string): MeasuredWord;
  /** A space between two letters: fonts may kern with it. */
  spaceBetween(before: string, after: string): MeasuredSpace;
  readonly hyphen: MeasuredWord;
}

/** As wide as all three are together, without the letters around it. */
export type MeasuredSpace = readonly [all: MeasuredWord, before: MeasuredWord, after: MeasuredWord];

/** Its widths are there once all that was asked for is measured. */
export interface MeasuredWord {
  /** What is measured: the word up to each place, without soft hyphens. */
  readonly beginnings: readonly string[];
  /** How each of its parts ends, a `Joint` each; that of the last one says nothing. */
  readonly joints: string;
  /** Where each part but the last ends in the word as it was asked for. */
  readonly ends: readonly number[];
  /** Of each part. */
  widths: readonly number[];
}

/** What a text adds to the pieces of its paragraph: a word, a space, a width, or a place at which a line may end. */
export interface LineStep {
  readonly kind: "word" | "space" | "bound" | "width" | "open";
  readonly word?: MeasuredWord;
  /** The same on a first line that has a look of its own. */
  readonly opening?: MeasuredWord;
  readonly hyphen?: MeasuredWord;
  readonly space?: MeasuredSpace;
  readonly openingSpace?: MeasuredSpace;
  /** What a space is wider than in its font; of what has no letters, all of it. */
  readonly width: number;
  readonly text?: Text;
  readonly at: number;
  readonly length: number;
  readonly isTracked?: boolean;
}

/** A place in a text at which a line may end, behind a piece. */
export interface LinePlace {
  readonly text: Text;
  readonly offset: number;
  /** Spaces, or a soft hyphen, whose place the end of the line takes. */
  readonly length: number;
}

/** An element, with what it has of its block that is to stay as it is when the lines of that are shown. */
export interface KeptLook {
  readonly element: HTMLElement;
  readonly look: Readonly<Record<string, string>>;
}

/** A run of which pieces are made. */
export interface ReadRun {
  readonly run: LineRun;
  readonly paragraph: MeasuredParagraph;
  /** Behind each piece; none where no line may end. */
  readonly places: readonly (LinePlace | undefined)[];
  readonly texts: readonly Text[];
  /** Those whose letters may be tracked. */
  readonly tracked: ReadonlySet<Text>;
  /** What stands in or between the lines and is no part of them. */
  readonly others: readonly KeptLook[];
  /** The last text, behind which the last line ends, or what stands in its place. */
  readonly last: ChildNode;
  /** What spaces of its block are wider than in the font. */
  readonly spacing: number;
}

declare global {
  interface Window {
    colophonLines: {
      /** The paragraphs in a column whose lines can be chosen. */
      findRuns(root: HTMLElement): LineRun[];
      /** Reads the style sheets, once for all paragraphs. */
      findPseudos(): void;
      /** The style of a part of an element that style sheets may have given it. */
      styleOfPart(element: Element, part: PseudoElement): CSSStyleDeclaration | undefined;
      /** @returns nothing when a look of theirs cannot be told. */
      openingOf(block: HTMLElement, style: CSSStyleDeclaration): Opening | undefined;
      openFonts(): LineFonts;
      /** @returns what makes the pieces of a run once its words are measured; nothing when it cannot be set. */
      readRun(run: LineRun, fonts: LineFonts): (() => ReadRun) | undefined;
      /** Once all words are measured. */
      piecesOf(
        steps: readonly LineStep[],
      ): Pick<ReadRun, "places"> &
        Pick<MeasuredParagraph, "widths" | "joints" | "gaps" | "letters" | "opening">;
      writeLines(read: ReadRun, set: SetParagraph): LineEdit;
    };
    /** Chooses and shows the lines of all paragraphs in columns. */
    colophonSetLines(roots: readonly HTMLElement[]): Promise<ChosenLines>;
    /** Asks the program for the lines of paragraphs. */
    onParagraphs(paragraphs: readonly MeasuredParagraph[]): void;
    /** Gives the lines that were asked for. */
    colophonTakeLines(set: readonly (SetParagraph | null)[]): void;
  }
}

export interface LineFonts {
  /** @param over what of another style comes over it: the look of a first line. */
  fontOf(style: CSSStyleDeclaration, over?: Readonly<Record<string, string>>): LineFont;
  /** What two styles differ in that bears on widths. */
  differences(style: CSSStyleDeclaration, other: CSSStyleDeclaration): Readonly<Record<string, string>>;
  /** Measures all words that were asked for. */
  measure(): void;
}

/** The lines of paragraphs that are one block each. */
export interface ChosenLines {
  of(block: HTMLElement):
    | {
        /** How each line ends, a `Joint` each. */
        readonly ends: string;
        /** What a line more would cost, and one fewer, where that looks well. */
        readonly more: number | undefined;
        readonly fewer: number | undefined;
      }
    | undefined;
  /** Gives paragraphs so many lines more, as far as it can be done. */
  loosen(changes: ReadonlyMap<HTMLElement, number>): Promise<void>;
}

/** What was done to a paragraph to show its lines. */
export interface LineEdit {
  readonly block: HTMLElement;
  /** By how much lines may stick out of it. */
  readonly hanging: number;
  undo(): void;
}
