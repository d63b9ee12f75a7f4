/**
 * Takes what highlight.js finds as a tree.
 *
 * highlight.js makes an emitter for each piece of code and by default renders HTML at once,
 * which would only be parsed again here. It wants a constructor, so this is a class.
 */
import type { Emitter } from "highlight.js";

/** A stretch of code with a meaning: `string`, `title.function`, `language:css`; none for the whole. */
export interface Scope {
  name?: string;
  readonly children: (Scope | string)[];
}

/** Scopes in scopes; what lies deeper has the colour of what is around it. */
const DEEPEST = 40;

export class ScopeTree implements Emitter {
  readonly root: Scope = { children: [] };
  readonly #open: Scope[] = [this.root];
  /** Scopes that are open and are not written. */
  #flat = 0;
  /** How deep the scopes go. */
  depth = 0;

  addText(text: string): void {
    const { children } = this.#open.at(-1)!;
    const last = children.at(-1);
    if (typeof last === "string") children[children.length - 1] = last + text;
    else if (text !== "") children.push(text);
  }

  /** Also called `openNode`, depending on the part of highlight.js that calls. */
  startScope(name: string): void {
    if (this.#open.length > DEEPEST) {
      this.#flat += 1;
      return;
    }
    const scope: Scope = { name, children: [] };
    this.#open.at(-1)!.children.push(scope);
    this.#open.push(scope);
    this.depth = Math.max(this.depth, this.#open.length - 1);
  }

  endScope(): void {
    if (this.#flat > 0) this.#flat -= 1;
    else if (this.#open.length > 1) this.#open.pop();
  }

  openNode(name: string): void {
    this.startScope(name);
  }

  closeNode(): void {
    this.endScope();
  }

  __addSublanguage(inner: ScopeTree, name: string): void {
    const depth = this.#open.length + inner.depth;
    if (depth > DEEPEST) {
      this.addText(textOf(inner.root));
      return;
    }
    if (name) inner.root.name = `language:${name}`;
    this.#open.at(-1)!.children.push(inner.root);
    this.depth = Math.max(this.depth, depth);
  }

  finalize(): void {
    this.#open.length = 1;
  }

  toHTML(): string {
    return "";
  }
}

function textOf({ children }: Scope): string {
  return children.map((each) => (typeof each === "string" ? each : textOf(each))).join("");
}
