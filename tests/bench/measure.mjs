/** Runs a command and measures it: wall-clock seconds, and the peak memory of its whole process tree. */
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

const SAMPLE_EVERY_MS = 100;

/**
 * @param {string} command
 * @param {readonly string[]} parts
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string }} [options]
 * @returns {Promise<{ seconds: number, peakMegabytes: number, code: number, output: string }>}
 */
export function measure(command, parts, { env = {}, cwd } = {}) {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const child = spawn(command, parts, { cwd, env: { ...process.env, ...env } });
    let output = "";
    let peak = 0;
    child.stdout.on("data", (text) => (output += text));
    child.stderr.on("data", (text) => (output += text));
    const sampler = setInterval(() => (peak = Math.max(peak, treeMemory(child.pid))), SAMPLE_EVERY_MS);
    child.on("error", (error) => {
      clearInterval(sampler);
      reject(error);
    });
    child.on("close", (code) => {
      clearInterval(sampler);
      const seconds = (performance.now() - begun) / 1000;
      resolve({ seconds, peakMegabytes: peak / 1e6, code: code ?? 1, output });
    });
  });
}

/** Memory of a process and all below it, in bytes; pages that they share count once (PSS). Linux only, else 0. */
function treeMemory(root) {
  const children = new Map();
  for (const name of safely(() => readdirSync("/proc"), [])) {
    if (!/^\d+$/.test(name)) continue;
    const stat = safely(() => readFileSync(`/proc/${name}/stat`, "utf8"), "");
    const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  let sum = 0;
  const open = [root];
  while (open.length > 0) {
    const pid = open.pop();
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
