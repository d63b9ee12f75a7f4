/** Builds the editions that are looked at, and remembers what there is to say about them. */
import { buildIn } from "../build/build.js";
import { keptOpen } from "../build/kept-open.js";
import { type Load, loadPublications } from "../build/load-publications.js";
import type { BuildSession, Publish } from "../build/session.js";
import type { Store } from "../cache/store.js";
import { hasErrors } from "../diagnostics/diagnostic.js";
import type { BuildResult } from "../model/build.js";
import type { PreviewRequest } from "../model/preview.js";
import type { ProgressEvent } from "../model/progress.js";
import { distinct } from "../report/distinct.js";
import { stageCounts, stageVerb } from "../report/stage-words.js";
import type { Editions } from "./editions.js";
import type { Hub } from "./hub.js";
import type { PreviewState, ShownDiagnostic } from "./protocol.js";

export interface Builder {
  /** @param changed what has changed; none when only somebody looks at another edition. */
  build(changed: readonly string[]): Promise<void>;
  /** Shows a fault of the program in place of what a build would have found. */
  fail(error: unknown): void;
  state(): Pick<PreviewState, "building" | "seconds" | "diagnostics">;
  close(): Promise<void>;
}

interface BuilderContext {
  readonly session: BuildSession;
  readonly editions: Editions;
  readonly hub: Hub;
  readonly ended: AbortSignal;
  /** Called whenever the state, or that of the editions, is another. */
  readonly onChange: () => void;
}

/** Puts finished editions where the server finds them. */
export function intoMemory(editions: Editions): Publish {
  return async ({ edition }, produced) => {
    await editions.put(edition, produced);
    return { bytes: produced.bytes.length };
  };
}

export function openBuilder(request: PreviewRequest, context: BuilderContext): Builder {
  const { editions, hub, ended, onChange } = context;
  const { publication } = request;
  const session = keptOpen(context.session, withoutEditions(context.session.store));
  let state: ReturnType<Builder["state"]> = { building: true, diagnostics: [] };
  const change = (changes: Partial<typeof state>) => {
    state = { ...state, ...changes };
    onChange();
  };

  const onProgress = (event: ProgressEvent) => {
    if (event.type === "stage")
      hub.send("progress", `${stageVerb(event.stage)} ${stageCounts(event)}`.trim());
    request.onProgress?.(event);
  };

  return {
    async build(changed) {
      const begun = performance.now();
      const sources = { publications: [publication], out: "" };
      const loads = await loadPublications(sources, session.extensions.themes);
      const described = describe(loads, editions);
      if (changed.length > 0) for (const { id } of editions.states()) editions.outdate(id);
      const wanted = wantedEditions(editions, hub.viewed(), request.edition);
      if (changed.length === 0 && wanted.length > 0 && wanted.every(({ isCurrent }) => isCurrent)) return;
      change({ building: true });
      const ids = wanted.map(({ id }) => id).filter((id) => described.includes(id));
      const result = await buildIn(session, { ...sources, editions: ids, onProgress }, loads);
      if (ended.aborted) return;
      const seconds = (performance.now() - begun) / 1000;
      change({ building: false, seconds, diagnostics: diagnosticsOf(result) });
      request.onBuild?.(result, changed);
    },
    fail(error) {
      const message = error instanceof Error ? error.message : String(error);
      const hint = "Change something to try again; it is a fault of Colophon";
      change({
        building: false,
        diagnostics: [{ code: "unexpected-error", severity: "error", message, hint }],
      });
    },
    state: () => state,
    close: session.close,
  };
}

/** Which editions there are. While the description has errors, what it said before counts. */
function describe(loads: readonly Load[], editions: Editions): readonly string[] {
  return loads.flatMap(({ loaded }) => {
    if (loaded === undefined) return [];
    const { publication, diagnostics } = loaded;
    if (!hasErrors(diagnostics) || editions.states().length === 0) editions.describe(publication.editions);
    return publication.editions.map(({ id }) => id);
  });
}

/** The editions on view; when nobody looks, the one that was asked for, or the first. */
function wantedEditions(editions: Editions, viewed: readonly string[], first: string | undefined) {
  const states = editions.states();
  const onView = states.filter(({ id }) => viewed.includes(id));
  if (onView.length > 0) return onView;
  return states
    .filter(({ id }) => id === first)
    .concat(states)
    .slice(0, 1);
}

function diagnosticsOf(result: BuildResult): ShownDiagnostic[] {
  return result.diagnostics.map(distinct).flatMap(({ diagnostics }) => diagnostics);
}

/**
 * The cache without finished editions: one that is taken from there does not know where its
 * blocks are, and keeping one of every save would fill the disk.
 */
function withoutEditions(store: Store): Store {
  return {
    read: async (kind, key) => (kind === "edition" ? undefined : store.read(kind, key)),
    write: async (kind, key, content) => (kind === "edition" ? undefined : store.write(kind, key, content)),
  };
}
