/** Starts a program of the user's that is theirs from then on: an editor, the browser that they read in. */
import { spawn } from "node:child_process";

/**
 * It does not end with us, and we do not wait for it.
 *
 * @throws the system's error when it does not start.
 */
export function handOver(program: string, options: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, options, { detached: true, stdio: "ignore" });
    child.once("error", reject);
    child.once("spawn", () => {
      child.unref();
      resolve();
    });
  });
}
