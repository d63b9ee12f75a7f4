/**
 * What a script in Fountain 1.1 says (https://fountain.io/syntax), element by element.
 *
 * Sections and synopses are here for whoever wants to know the order of a script; no page shows them.
 */

/** One line of an element as it is written, without what only marks it, and where it is in the source. */
export interface ScriptLine {
  readonly text: string;
  /** Offset in the text without its comments (`uncommented.ts`). */
  readonly at: number;
}

export type ScriptElement =
  | {
      readonly kind: "action" | "centered" | "lyrics" | "transition";
      readonly lines: readonly ScriptLine[];
    }
  | { readonly kind: "scene-heading"; readonly lines: readonly [ScriptLine]; readonly number?: string }
  | Speech
  | { readonly kind: "page-break"; readonly at: number }
  | { readonly kind: "section" | "synopsis"; readonly lines: readonly [ScriptLine]; readonly depth: number };

export interface Speech {
  readonly kind: "speech";
  readonly cue: ScriptLine;
  /** True of the second of two that speak at once. */
  readonly isDual: boolean;
  readonly parts: readonly SpeechPart[];
}

export interface SpeechPart {
  readonly kind: "dialogue" | "parenthetical" | "lyrics";
  readonly lines: readonly ScriptLine[];
}

export interface TitleEntry {
  /** In small letters: `draft date`. */
  readonly key: string;
  readonly at: number;
  readonly lines: readonly ScriptLine[];
}

export interface Script {
  readonly titlePage: readonly TitleEntry[];
  readonly elements: readonly ScriptElement[];
}
