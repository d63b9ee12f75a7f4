/**
 * Tells when something in a publication's folder has changed.
 *
 * Editors save in many ways: they truncate and write, write beside and rename, or delete and
 * make anew. So nothing is read from an event but that there was one; when it has been
 * quiet for a moment, those who listen look at the folder themselves.
 */
import { existsSync } from "node:fs";
import { basename, relative, sep } from "node:path";
import { type FSWatcher, watch } from "chokidar";

/** Milliseconds of quiet before a change is told: longer than an editor takes between its steps. */
const QUIET = 60;
/** Milliseconds after which it is told all the same, when something goes on writing. */
const PATIENCE = 1000;

/** Milliseconds between looks for a folder that is gone. */
const ABSENCE = 300;

export interface WatchRequest {
  /** Absolute paths of the folders. One need not be there yet. */
  readonly folders: readonly string[];
  /** Absolute paths of folders in them that are not looked at: what the program itself writes. */
  readonly ignored?: readonly string[];
  /** @param paths what has changed since the last call, relative to its folder, sorted. */
  readonly onChange: (paths: readonly string[]) => void;
}

export interface ChangeWatcher {
  close(): Promise<void>;
}

/** Watches until closed. Resolves when every change from now on is seen. */
export async function watchFolders({
  folders,
  ignored = [],
  onChange,
}: WatchRequest): Promise<ChangeWatcher> {
  const told = quietly(onChange);
  const watches = await Promise.all(folders.map((folder) => watchFolder(folder, ignored, told.note)));
  return {
    async close() {
      told.stop();
      await Promise.all(watches.map((each) => each.close()));
    },
  };
}

/** A folder that is taken away is watched again when one of its name is there. */
async function watchFolder(
  folder: string,
  ignored: readonly string[],
  note: (path: string) => void,
): Promise<ChangeWatcher> {
  let timer: NodeJS.Timeout | undefined;
  let watcher = await open();

  async function open(): Promise<FSWatcher> {
    const opened = watch(folder, {
      ignoreInitial: true,
      // We wait ourselves: here it would tell a renamed file in two goes.
      atomic: false,
      ignored: (path) => isNoise(path) || ignored.some((each) => isInside(path, each)),
      // A folder that may not be read is no reason to stop: the build says what it misses.
      ignorePermissionErrors: true,
    });
    opened.on("error", () => undefined);
    opened.on("all", (event, path) => {
      note(relative(folder, path).replaceAll("\\", "/") || ".");
      if (event === "unlinkDir" && path === folder) lookAgain();
    });
    await new Promise<void>((resolve) => opened.once("ready", () => resolve()));
    return opened;
  }

  function lookAgain(): void {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      if (!existsSync(folder)) return lookAgain();
      await watcher.close();
      watcher = await open();
      note(".");
    }, ABSENCE);
  }

  return {
    async close() {
      clearTimeout(timer);
      await watcher.close();
    },
  };
}

const NOISE_FOLDERS = new Set(["node_modules", ".git", ".hg", ".svn"]);
/** What editors leave beside a file while it is open: Vim, Emacs, Kate, JetBrains. */
const NOISE_FILES = /^(?:.*~|\.#.*|#.*#|\..*\.sw[a-z]|4913|\..*\.kate-swp|.*___jb_(?:tmp|old)___)$/;

function isNoise(path: string): boolean {
  const name = basename(path);
  return NOISE_FOLDERS.has(name) || NOISE_FILES.test(name);
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder + sep);
}

/** Gathers paths until nothing has come for a moment. */
function quietly(tell: (paths: readonly string[]) => void) {
  const noted = new Set<string>();
  let first = 0;
  let timer: NodeJS.Timeout | undefined;
  const flush = () => {
    const paths = [...noted].sort();
    noted.clear();
    tell(paths);
  };
  return {
    note(path: string) {
      if (noted.size === 0) first = performance.now();
      noted.add(path);
      clearTimeout(timer);
      timer = setTimeout(flush, Math.max(0, Math.min(QUIET, first + PATIENCE - performance.now())));
    },
    stop: () => clearTimeout(timer),
  };
}
