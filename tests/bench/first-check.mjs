/**
 * What the check of an empty ebook saves the first one that comes (`formats/epub/check/smallest-ebook.ts`): processor
 * time from the moment that an ebook is given to a thread that has had time to load, with it and without, in turns.
 *
 *     node tests/bench/first-check.mjs dist/editions/manual/ebook.epub [rounds]
 */
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import JSZip from "jszip";

const BUILT = join(dirname(fileURLToPath(import.meta.url)), "../../dist/lib");
const WARM = join(BUILT, "epubcheck-thread.js");
/** Beside the program, whose other files it loads. */
const COLD = join(BUILT, "epubcheck-thread-cold.js");
/** Milliseconds in which a thread loads: as long as manuscripts are read. */
const LOADING = 4000;

const [book, third] = process.argv.slice(2);
if (third === WARM || third === COLD) console.log(await checkOnce(third));
else measure(Number(third ?? 5));

function measure(rounds) {
  const code = readFileSync(WARM, "utf8");
  const cold = code.replace(/epubcheckFiles\(SMALLEST_EBOOK\)/, "Promise.resolve()");
  if (cold === code) throw new Error("The thread checks no empty ebook");
  writeFileSync(COLD, cold);
  try {
    for (let round = 1; round <= rounds; round += 1) {
      const [warm, without] = [WARM, COLD].map((each) =>
        execFileSync(process.execPath, [process.argv[1], book, each], { encoding: "utf8" }).trim(),
      );
      console.log(`round ${round}: ${warm} s with it, ${without} s without`);
    }
  } finally {
    rmSync(COLD);
  }
}

/** Seconds of processor time, in a process of its own. */
async function checkOnce(code) {
  const archive = await JSZip.loadAsync(readFileSync(book));
  const files = new Map();
  for (const [name, file] of Object.entries(archive.files)) {
    if (!file.dir && name !== "mimetype") files.set(name, await file.async("uint8array"));
  }
  const thread = new Worker(code);
  await new Promise((resolve) => setTimeout(resolve, LOADING));
  const before = process.cpuUsage();
  const answer = new Promise((resolve) => thread.once("message", resolve));
  thread.postMessage(files);
  await answer;
  const { user, system } = process.cpuUsage(before);
  await thread.terminate();
  return ((user + system) / 1e6).toFixed(2);
}
