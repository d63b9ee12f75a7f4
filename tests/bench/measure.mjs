/**
 * Runs a command and measures it: seconds on the clock and, where that is asked for, of the processors, and the
 * memory of its whole process tree, peak and over time.
 */
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/**
 * @param {string} command
 * @param {readonly string[]} parts
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, sampleEvery?: number }} [options] `sampleEvery` in milliseconds:
 *   to look at the memory of large processes takes them a good part of their time, so nobody does without being asked.
 * @returns {Promise<{ seconds: number, processorSeconds: number, peakMegabytes: number, samples: number[],
 *   code: number, output: string }>} Processor seconds are those of the processes that were seen last at each
 *   sample, Linux only, else 0; memory in megabytes.
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
    const sample = () => samples.push(sampleTree(child.pid, ticks) / 1e6);
    const sampler = sampleEvery === undefined ? undefined : setInterval(sample, sampleEvery);
    child.on("error", (error) => {
      clearInterval(sampler);
      reject(error);
    });
    child.on("close", (code) => {
      clearInterval(sampler);
      const seconds = (performance.now() - begun) / 1000;
      const peakMegabytes = Math.max(0, ...samples);
      const processorSeconds = [...ticks.values()].reduce((sum, each) => sum + each, 0) / TICKS_A_SECOND;
      resolve({ seconds, processorSeconds, peakMegabytes, samples, code: code ?? 1, output });
    });
  });
}

/** USER_HZ, which is 100 on every Linux that Node.js runs on. */
const TICKS_A_SECOND = 100;

/**
 * Memory of a process and all below it, in bytes; pages that they share count once (PSS). Linux only, else 0.
 * Notes the processor time of each in `ticks` (proc_pid_stat(5): utime and stime).
 */
function sampleTree(root, ticks) {
  const children = new Map();
  const times = new Map();
  for (const name of safely(() => readdirSync("/proc"), [])) {
    if (!/^\d+$/.test(name)) continue;
    const stat = safely(() => readFileSync(`/proc/${name}/stat`, "utf8"), "");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const parent = Number(fields[1]);
    times.set(Number(name), Number(fields[11]) + Number(fields[12]));
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  let sum = 0;
  const open = [root];
  while (open.length > 0) {
    const pid = open.pop();
    if (times.has(pid)) ticks.set(pid, times.get(pid));
    const rollup = safely(() => readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"), "");
    sum += Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) * 1024;
    open.push(...(children.get(pid) ?? []));
  }
  return sum;
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
