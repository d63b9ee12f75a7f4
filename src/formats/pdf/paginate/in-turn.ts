/** Hands runs to browsers one after another, so that each is at work before the next is written. */
import { setTimeout } from "node:timers/promises";
import type { RunDraft } from "../job/layout-job.js";
import { allOrStopped, RunsStopped } from "./stopped.js";

/** Milliseconds in which a browser that is free has begun with a run. */
const PATIENCE = 300;

/**
 * Lays out all runs, several at once. The next one is taken as soon as a browser has begun with the last.
 *
 * @param layOut is to call `onBegun` when a browser begins the first page.
 * @throws RunsStopped when runs hit a limit, once all of them have been tried; the first of other errors.
 */
export async function inTurn(
  drafts: Iterable<RunDraft>,
  layOut: (draft: RunDraft, onBegun: () => void) => Promise<void>,
): Promise<void> {
  const layouts: Promise<void>[] = [];
  let isLost = false;
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
      const patience = setTimeout(PATIENCE, undefined, { ref: false });
      await Promise.race([layout, begun, patience]).catch(() => undefined);
      // Nothing comes of the others when the build is ended.
      if (isLost) break;
    }
  } catch (error) {
    // A template failed: that is told when those that were begun have ended.
    layouts.push(Promise.reject(error));
  }
  await allOrStopped(layouts);
}
