/**
 * Functions of the program that a page may call without waiting for an answer.
 *
 * `exposeFunction` of puppeteer answers every call: three messages for each page of a book, and nobody
 * looks at the answers.
 */
import type { Page } from "puppeteer-core";

type Callback = (...parts: unknown[]) => unknown;

/**
 * Says what `window[name]` calls from now on. Its arguments arrive as JSON.
 *
 * @param name one of those that the page knows.
 * @param callback takes the place of an earlier one.
 */
export type Expose = (name: string, callback: Callback) => Promise<void>;

/** @param names functions that documents of the page find in `window`. */
export async function openCallbacks(page: Page, names: readonly string[]): Promise<Expose> {
  const callbacks = new Map<string, Callback>();
  const session = await page.createCDPSession();
  session.on("Runtime.bindingCalled", ({ name, payload }) => {
    callbacks.get(name)?.(...(JSON.parse(payload) as unknown[]));
  });
  await Promise.all([
    session.send("Runtime.enable"),
    ...names.map((name) => session.send("Runtime.addBinding", { name })),
    page.evaluateOnNewDocument(takeManyArguments, names),
  ]);
  return async (name, callback) => {
    if (!names.includes(name)) throw new Error(`the page knows no ${name}`);
    callbacks.set(name, callback);
  };
}

/** Runs in the page: what the protocol puts there takes one text (Runtime.addBinding). */
function takeManyArguments(names: readonly string[]): void {
  const globals = window as unknown as Record<string, Callback>;
  for (const name of names) {
    const send = globals[name]!;
    globals[name] = (...parts) => send(JSON.stringify(parts));
  }
}
