/** What a line of colons begins, see `containers.ts`. */
import type { StateBlock, Token } from "markdown-it";

/** The tokens around what stands between the fences. */
export interface Container {
  readonly open: readonly Token[];
  readonly close: readonly Token[];
}

/** @param params What stands behind the colons, never empty. Undefined when it begins nothing. */
export type ContainerReader = (state: StateBlock, params: string, line: number) => Container | undefined;
