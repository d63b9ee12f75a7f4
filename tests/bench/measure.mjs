/**
 * Runs a command and measures it: seconds on the clock and, where that is asked for, of the processors, and the
 * memory of its whole process tree, peak and over time.
 */
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** Milliseconds between two looks at the time of the processors: what a process does after the last one is not counted. */
const LOOK_EVERY = 50;

/**
 * @param {string} command
 * @param {readonly string[]} parts
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, sampleEvery?: number }} [options] `sampleEvery` in milliseconds:
 *   to look at the memory of large processes takes them a good part of their time, so nobody does without being asked.
 * @returns {Promise<{ seconds: number, processorSeconds: number, belowSeconds: number, peakMegabytes: number,
 *   samples: number[], code: number, output: string }>} Processor seconds of the whole tree, and of the processes
 *   below the command (the browsers of a build); Linux only, else 0. Memory in megabytes.
 */
export function measure(command, parts, { env = {}, cwd, sampleEvery } = {}) {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const child = spawn(command, parts, { cwd, env: { ...process.env, ...env } });
    let output = "";
    const samples = [];
    /** Ticks of each process, as last seen: children that have ended count too. */
    const ticks = new Map();
    child.stdout.on("data", (text) => (output += text));
    child.stderr.on("data", (text) => (output += text));
    const look = () => {
      for (const pid of treeOf(child.pid)) ticks.set(pid, ticksOf(pid) ?? ticks.get(pid) ?? 0);
    };
    const sample = () => samples.push(treeOf(child.pid).reduce((sum, pid) => sum + memoryOf(pid), 0) / 1e6);
    const timers = [setInterval(look, LOOK_EVERY)];
    if (sampleEvery !== undefined) timers.push(setInterval(sample, sampleEvery));
    const end = () => {
      for (const timer of timers) clearInterval(timer);
    };
    child.on("error", (error) => {
      end();
      reject(error);
    });
    child.on("close", (code) => {
      end();
      const seconds = (performance.now() - begun) / 1000;
      const peakMegabytes = Math.max(0, ...samples);
      const processorSeconds = [...ticks.values()].reduce((sum, each) => sum + each, 0) / TICKS_A_SECOND;
      const belowSeconds = processorSeconds - (ticks.get(child.pid) ?? 0) / TICKS_A_SECOND;
      resolve({
        seconds,
        processorSeconds,
        belowSeconds,
        peakMegabytes,
        samples,
        code: code ?? 1,
        output,
      });
    });
  });
}

/** USER_HZ, which is 100 on every Linux that Node.js runs on. */
const TICKS_A_SECOND = 100;

/** A process and all below it (proc_pid_task_children(5)); Linux only, else itself. */
function treeOf(root) {
  const all = [root];
  for (const pid of all) {
    for (const thread of safely(() => readdirSync(`/proc/${pid}/task`), [])) {
      const listed = safely(() => readFileSync(`/proc/${pid}/task/${thread}/children`, "utf8"), "");
      all.push(...(listed.match(/\d+/g) ?? []).map(Number));
    }
  }
  return all;
}

/** The processor time of a process (proc_pid_stat(5): utime and stime). */
function ticksOf(pid) {
  const stat = safely(() => readFileSync(`/proc/${pid}/stat`, "utf8"), undefined);
  const fields = stat?.slice(stat.lastIndexOf(")") + 2).split(" ");
  return fields && Number(fields[11]) + Number(fields[12]);
}

/** Memory of a process, in bytes; pages that several share count once in all (PSS). */
function memoryOf(pid) {
  const rollup = safely(() => readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"), "");
  return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) * 1024;
}

function safely(read, otherwise) {
  try {
    return read();
  } catch {
    return otherwise;
  }
}

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)];
}
