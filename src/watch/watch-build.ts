/** Builds, and builds again whenever the sources change: browsers and code stay warm in between. */
import { resolve } from "node:path";
import { buildIn } from "../build/build.js";
import { keptOpen } from "../build/kept-open.js";
import { openSession } from "../build/session.js";
import type { BuildRequest, BuildResult } from "../model/build.js";
import { aborted } from "./aborted.js";
import { watchFolders } from "./changes.js";
import { inTurn } from "./in-turn.js";
import { watchedFolders } from "./watched-folders.js";

export interface WatchListener {
  /** @param changed files that the build was made for, relative to their publication; none for the first. */
  onResult(result: BuildResult, changed: readonly string[]): Promise<void>;
  /** A fault of the program; watching goes on. */
  onError(error: unknown): void;
}

/** Resolves when `signal` is aborted; what was published stays. */
export async function watchBuild(
  request: BuildRequest,
  signal: AbortSignal,
  { onResult, onError }: WatchListener,
): Promise<void> {
  const session = keptOpen(await openSession({ ...request, signal }));
  const build = async (changed: readonly string[]) => {
    const result = await buildIn(session, request);
    if (!signal.aborted) await onResult(result, changed);
  };
  const turns = inTurn(build, onError, signal);
  const folders = await Promise.all(request.publications.map((each) => watchedFolders(each, request.allow)));
  const watch = await watchFolders({
    folders: [...new Set(folders.flat())],
    ignored: [resolve(request.out)],
    onChange: turns.request,
  });
  turns.request([]);
  await aborted(signal);
  await watch.close();
  await turns.settled();
  await session.close();
}
