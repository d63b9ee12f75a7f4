/**
 * What is done when the program ends, whichever way it ends but by SIGKILL: nothing may be left of it.
 *
 * Node.js waits for nothing in an `exit` handler, so all of this is done at once.
 */

const tasks = new Set<() => void>();

/**
 * Has something done at the end, what was asked for last before the rest: a browser ends before its
 * folder goes.
 *
 * @returns takes it back.
 */
export function atExit(task: () => void): () => void {
  if (tasks.size === 0) process.on("exit", doAll);
  tasks.add(task);
  return () => {
    tasks.delete(task);
    if (tasks.size === 0) process.off("exit", doAll);
  };
}

function doAll(): void {
  for (const task of [...tasks].reverse()) task();
  tasks.clear();
}
