/** Users' Paged.js handlers in the page: how they get in, and whose fault it is when one fails. */
import type { Page } from "puppeteer-core";
import { ExtensionError } from "../../../extensions/fault.js";

export interface HandlerScript {
  readonly name: string;
  readonly source: string;
}

/** Names a script in stacks of errors. */
const ADDRESS = "colophon-extension://";
const IN_STACK = /colophon-extension:\/\/([^\s:)]+):(\d+):\d+/;

/** The text of a script for the page: its names are its own, and its lines keep their numbers. */
export function handlerScript({ name, source }: HandlerScript): string {
  return `(() => {${source}\n})();\n//# sourceURL=${ADDRESS}${encodeURIComponent(name)}`;
}

/** Waits for a layout, but no longer than until a handler fails: Paged.js would wait for ever. */
export type WatchLayout = <Result>(layout: Promise<Result>) => Promise<Result>;

export function watchHandlers(page: Page): WatchLayout {
  let fail: (error: unknown) => void = () => undefined;
  // What fails while the document is prepared, or before anybody waits, counts for the next layout.
  let failed: ExtensionError | undefined;
  page.on("pageerror", (error) => {
    failed ??= handlerFault(error);
    if (failed) fail(failed);
  });
  return async (layout) => {
    if (failed) throw failed;
    const failure = new Promise<never>((_, reject) => {
      fail = reject;
    });
    try {
      return await Promise.race([layout, failure]);
    } catch (error) {
      layout.catch(() => undefined);
      throw handlerFault(error) ?? error;
    }
  };
}

/** Undefined when the error does not come from a handler. */
function handlerFault(error: unknown): ExtensionError | undefined {
  if (error instanceof ExtensionError) return error;
  if (!(error instanceof Error)) return undefined;
  const [, name, line] = IN_STACK.exec(`${error.stack}\n${error.message}`) ?? [];
  if (name === undefined) return undefined;
  return new ExtensionError(`Paged.js handler \`${decodeURIComponent(name)}\``, error, ` in line ${line}`);
}
