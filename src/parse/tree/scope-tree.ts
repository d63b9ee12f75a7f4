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

export class ScopeTree implements Emitter {
  readonly root: Scope = { children: [] };
  readonly #open: Scope[] = [this.root];

  addText(text: string): void {
    const { children } = this.#open.at(-1)!;
    const last = children.at(-1);
    if (typeof last === "string") children[children.length - 1] = last + text;
    else if (text !== "") children.push(text);
  }

  /** Also called `openNode`, depending on the part of highlight.js that calls. */
  startScope(name: string): void {
    const scope: Scope = { name, children: [] };
    this.#open.at(-1)!.children.push(scope);
    this.#open.push(scope);
  }

  endScope(): void {
    if (this.#open.length > 1) this.#open.pop();
  }

  openNode(name: string): void {
    this.startScope(name);
  }

  closeNode(): void {
    this.endScope();
  }

  __addSublanguage(inner: ScopeTree, name: string): void {
    if (name) inner.root.name = `language:${name}`;
    this.#open.at(-1)!.children.push(inner.root);
  }

  finalize(): void {
    this.#open.length = 1;
  }

  toHTML(): string {
    return "";
  }
}
