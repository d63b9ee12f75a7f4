/**
 * Shows a publication in the browser while it is written.
 *
 * The pages are those that would be published: `build` makes them, and instead of into a
 * folder they go to a server on this machine. On every change the editions that somebody is
 * looking at are built again.
 */
import { type BuildSession, openSession } from "../build/session.js";
import { type Diagnostic, hasErrors } from "../diagnostics/diagnostic.js";
import { catalogueFaults } from "../load/catalogue.js";
import { loadPublication } from "../load/load.js";
import { publicationHome } from "../load/locate.js";
import type { Preview, PreviewRequest } from "../model/preview.js";
import { processEnvironment } from "../runtime/environment.js";
import { programVersion } from "../runtime/program-version.js";
import { watchFolders } from "../watch/changes.js";
import { inTurn } from "../watch/in-turn.js";
import { watchedFolders } from "../watch/watched-folders.js";
import { intoMemory, openBuilder } from "./builder.js";
import { openEditions } from "./editions.js";
import { editorOf } from "./editor.js";
import { TOKEN_PARAMETER } from "./guard.js";
import { openHub } from "./hub.js";
import { listen } from "./listen.js";
import { previewToken, rememberPort, wantedPort } from "./port.js";
import { previewRoutes } from "./routes.js";

/** The preview cannot start; the diagnostics say why. */
export class PreviewError extends Error {
  override readonly name = "PreviewError";
  readonly diagnostics: readonly Diagnostic[];
  /** Absolute path of the folder that the places of the diagnostics are relative to. */
  readonly root: string;

  constructor(root: string, diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(({ message }) => message).join("\n"));
    this.root = root;
    this.diagnostics = diagnostics;
  }
}

/**
 * Opens a preview. It is there when the promise resolves; the first build goes on meanwhile, and
 * faults of the sources are shown on the page.
 *
 * @throws PreviewError when there is no publication or edition to show, or no port to show it on.
 */
export async function preview(request: PreviewRequest): Promise<Preview> {
  const { id: publication, root } = await publicationHome(request.publication);
  const editions = openEditions();
  const ended = new AbortController();
  const session = await openSession({ ...request, out: "", signal: ended.signal }, intoMemory(editions));
  await refuseWithout(request, root, session);
  const token = await previewToken(root);
  const editor = editorOf(request.editor ?? processEnvironment.VISUAL ?? processEnvironment.EDITOR);
  const version = await programVersion();
  const hub = openHub();
  const builder = openBuilder(request, {
    session,
    editions,
    hub,
    ended: ended.signal,
    onChange: () => tell(),
  });
  const tell = () =>
    hub.send("state", {
      program: version,
      token,
      publication,
      root,
      editor: editor === undefined ? { by: "address" } : { by: "program", name: editor.name },
      editions: editions.states(),
      ...builder.state(),
    });
  const turns = inTurn(builder.build, builder.fail, ended.signal);
  const routes = previewRoutes({ root, editions, editor, hub, onViewers: () => turns.request([]) });
  const server = await listen(await wantedPort(request.port, root), routes, token);
  if ("diagnostic" in server) throw new PreviewError(root, [server.diagnostic]);
  await rememberPort(root, server.port, token);
  const watch = await watchFolders({
    folders: await watchedFolders(request.publication),
    onChange: turns.request,
  });
  turns.request([]);
  const close = async () => {
    ended.abort();
    hub.close();
    await Promise.all([server.close(), watch.close(), turns.settled()]);
    await builder.close();
  };
  request.signal?.addEventListener("abort", () => void close(), { once: true });
  const first = request.edition === undefined ? "" : `#${encodeURIComponent(request.edition)}`;
  const address = `http://127.0.0.1:${server.port}/?${TOKEN_PARAMETER}=${token}`;
  return { url: address + first, close };
}

/** What no change of the sources can mend while the preview is open is an error at once. */
async function refuseWithout(
  request: PreviewRequest,
  root: string,
  { faults, extensions }: BuildSession,
): Promise<void> {
  if (hasErrors(faults)) throw new PreviewError(process.cwd(), faults);
  const found: Diagnostic[] = [];
  const publication = await loadPublication(
    request.publication,
    (each) => found.push(each),
    extensions.themes,
  );
  const missing = found.filter(({ code, location }) => code === "publication-not-found" && !location);
  if (missing.length > 0) throw new PreviewError(root, missing);
  if (publication === undefined || request.edition === undefined) return;
  const unknown = catalogueFaults([publication], [request.edition]);
  if (unknown.length > 0) throw new PreviewError(root, unknown);
}
