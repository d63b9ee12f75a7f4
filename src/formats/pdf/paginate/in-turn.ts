/** Hands runs to browsers one after another: a document is written when the one before the last is at work. */
import type { NamedDraft } from "../job/layout-task.js";
import { allOrStopped, RunsStopped } from "./stopped.js";

/**
 * Lays out all runs, several at once. One waits, written, for a browser that is done; more would only be kept.
 *
 * @param layOut is to call `onBegun` when a browser begins the first page.
 * @throws RunsStopped when runs hit a limit, once all of them have been tried; the first of other errors.
 */
export async function inTurn(
  drafts: Iterable<NamedDraft>,
  layOut: (draft: NamedDraft, onBegun: () => void) => Promise<void>,
): Promise<void> {
  const layouts: Promise<void>[] = [];
  let isLost = false;
  let before: Promise<void> | undefined;
  try {
    for (const draft of drafts) {
      let onBegun: () => void = () => undefined;
      const begun = new Promise<void>((resolve) => {
        onBegun = resolve;
      });
      const layout = layOut(draft, onBegun);
      layout.catch((error: unknown) => {
        isLost ||= !(error instanceof RunsStopped);
      });
      layouts.push(layout);
      const started = Promise.race([layout, begun]).catch(() => undefined);
      await before;
      before = started;
      // Nothing comes of the others when the build is ended.
      if (isLost) break;
    }
  } catch (error) {
    // A template failed: that is told when those that were begun have ended.
    layouts.push(Promise.reject(error));
  }
  await allOrStopped(layouts);
}
