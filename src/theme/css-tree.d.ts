/** The part of css-tree 3 that we use; the package has no types of its own. */
declare module "css-tree/dist/csstree.esm" {
  export interface CssPlace {
    readonly offset: number;
    readonly line: number;
    readonly column: number;
  }

  export interface CssNode {
    readonly type: string;
    readonly loc: { readonly start: CssPlace; readonly end: CssPlace };
    /** Name of an at-rule, a function, an identifier. */
    readonly name?: string;
    readonly property?: string;
    readonly unit?: string;
    readonly prelude?: CssNode | null;
    readonly block?: CssNode | null;
    /** A node, or the text of a word, a string, an address. */
    readonly value?: CssNode | string;
    readonly children?: CssList | null;
  }

  export interface CssList extends Iterable<CssNode> {
    readonly first: CssNode | null;
    toArray(): CssNode[];
  }

  export interface CssParseError {
    readonly message: string;
    readonly line: number;
    readonly column: number;
    readonly offset: number;
  }

  interface ParseOptions {
    readonly positions: true;
    readonly parseCustomProperty: true;
    readonly onParseError: (error: CssParseError) => void;
  }

  /** What `this` is while a tree is walked. */
  export interface WalkContext {
    readonly atrule: CssNode | null;
    readonly rule: CssNode | null;
    readonly declaration: CssNode | null;
  }

  interface MatchError extends Error {
    readonly name: string;
    readonly mismatchOffset?: number;
    readonly loc?: { readonly start: CssPlace };
  }

  export function parse(css: string, options?: ParseOptions): CssNode;
  export function walk(node: CssNode, visit: (this: WalkContext, node: CssNode) => void): void;
  export function generate(node: CssNode): string;
  export const lexer: {
    readonly properties: Readonly<Record<string, unknown>>;
    readonly units: Readonly<Record<string, readonly string[]>>;
    matchProperty(property: string, value: CssNode): { readonly error: MatchError | null };
  };
}
