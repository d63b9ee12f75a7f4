/**
 * Functions of the program that a page may call without waiting for an answer.
 *
 * `exposeFunction` of puppeteer answers every call: three messages for each page of a book, and nobody
 * looks at the answers.
 */
import type { Page } from "puppeteer-core";

type Callback = (...parts: unknown[]) => unknown;

/**
 * Puts `window[name]` into the page's documents, from now on. Its arguments arrive as JSON.
 *
 * @param callback takes the place of an earlier one of that name.
 */
export type Expose = (name: string, callback: Callback) => Promise<void>;

export async function openCallbacks(page: Page): Promise<Expose> {
  const callbacks = new Map<string, Callback>();
  const session = await page.createCDPSession();
  session.on("Runtime.bindingCalled", ({ name, payload }) => {
    callbacks.get(name)?.(...(JSON.parse(payload) as unknown[]));
  });
  await session.send("Runtime.enable");
  return async (name, callback) => {
    const known = callbacks.has(name);
    callbacks.set(name, callback);
    if (known) return;
    await session.send("Runtime.addBinding", { name });
    await page.evaluateOnNewDocument(takeManyArguments, name);
    await page.evaluate(takeManyArguments, name);
  };
}

/** Runs in the page: what the protocol puts there takes one text (Runtime.addBinding). */
function takeManyArguments(name: string): void {
  const globals = window as unknown as Record<string, Callback>;
  const send = globals[name]!;
  globals[name] = (...parts) => send(JSON.stringify(parts));
}
