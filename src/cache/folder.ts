/** Where the cache is. */
import { homedir } from "node:os";
import { join } from "node:path";

/** `COLOPHON_CACHE`, else the folder that the system has for such files (XDG Base Directory Specification). */
export function cacheFolder(environment: NodeJS.ProcessEnv): string {
  return (
    environment.COLOPHON_CACHE || join(environment.XDG_CACHE_HOME || join(homedir(), ".cache"), "colophon")
  );
}
