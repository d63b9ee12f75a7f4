/**
 * `npm run bench -- --catalogue 300`: a generated catalogue of small editions, built with one command.
 *
 * Beside it a sample of the same editions is built with one process each, as a script without a
 * catalogue would do it. Memory is sampled while the catalogue is built: a line through it
 * should not rise.
 */
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { measure } from "./measure.mjs";

/** Editions of a publication: two rows of a table, as PDF and as EPUB. */
const EDITIONS_EACH = 4;
const SAMPLE = 6;
const SECTIONS = 3;
const WORDS =
  "tide table harbour morning boats figure error letter keeper lamp window stair rope water stone gull rain north".split(
    " ",
  );

/** Writes publications with so many editions in all, each of a few pages, and gives their folder. */
export function writeCatalogue(folder, editions) {
  const count = Math.ceil(editions / EDITIONS_EACH);
  for (let index = 0; index < count; index += 1) {
    writePublication(join(folder, `title-${String(index + 1).padStart(3, "0")}`), index);
  }
  return folder;
}

function writePublication(folder, index) {
  mkdirSync(join(folder, "content"), { recursive: true });
  const random = numbers(index + 1);
  const files = Array.from({ length: SECTIONS }, (_, section) => `${section + 1}.md`);
  writeFileSync(
    join(folder, "publication.yaml"),
    `title: Title ${index + 1}
language: en
date: 2026-11-22
contributors: [{ name: Writer ${index + 1} }]
theme: ${["novel", "technical", "magazine"][index % 3]}
placeholders: text
frontmatter: [{ role: titlepage }, { role: toc }]
bodymatter:
${files.map((file) => `  - file: ${file}`).join("\n")}
editions:
  all:
    abstract: true
    for-each: { data: rows.csv }
    title: "Title ${index + 1} for {{audience}}"
    audience: "{{audience}}"
  print: { extends: all, format: pdf, trim: "{{trim}}" }
  ebook: { extends: all, format: epub, page-source: "print-{{audience}}" }
`,
  );
  writeFileSync(join(folder, "rows.csv"), "audience,trim\nreaders,a5\nteachers,a4\n");
  files.forEach((file, section) => {
    const paragraphs = Array.from({ length: 8 }, () => paragraph(random));
    const own = "::: {only=teachers}\nTeachers read this too.\n:::";
    const text = [`# Chapter ${section + 1} for {{audience}}`, ...paragraphs, own].join("\n\n");
    writeFileSync(join(folder, "content", file), `${text}\n`);
  });
}

function paragraph(random) {
  const words = Array.from({ length: 70 }, () => WORDS[Math.floor(random() * WORDS.length)]);
  return `${words.join(" ").replace(/^./, (letter) => letter.toUpperCase())}.`;
}

/** The same numbers in every run (a linear congruential generator, Numerical Recipes). */
function numbers(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * @param cli path of the program.
 * @param work an empty folder.
 * @param environment variables for each run.
 * @param browser folder of the unpacked browser, which is no part of what is measured; undefined to unpack it.
 */
export async function benchCatalogue({ cli, work, editions, environment, browser }) {
  const catalogue = writeCatalogue(join(work, "catalogue"), editions);
  const run = async (publications, name, ...options) => {
    const cache = join(work, `cache-${name}`);
    mkdirSync(cache, { recursive: true });
    if (browser) symlinkSync(browser, join(cache, "browser"));
    const parts = [cli, "build", ...publications, "--out", join(work, `out-${name}`), "--json", ...options];
    const result = await measure(process.execPath, parts, {
      env: { ...environment, COLOPHON_CACHE: cache },
      sampleEvery: 500,
    });
    if (result.code !== 0) throw new Error(`colophon build failed:\n${result.output.slice(-2000)}`);
    const built = JSON.parse(result.output.slice(result.output.indexOf("{"))).editions.length;
    return { ...result, built };
  };
  const whole = await run([join(catalogue, "*")], "whole");
  const single = [];
  const names = ["print-readers", "ebook-teachers"];
  for (let index = 0; index < SAMPLE; index += 1) {
    const title = `title-${String((index % Math.ceil(editions / EDITIONS_EACH)) + 1).padStart(3, "0")}`;
    single.push(
      await run([join(catalogue, title)], `single-${index}`, "--edition", names[index % names.length]),
    );
  }
  return {
    editions: whole.built,
    oneCommand: figures([whole], whole.built),
    oneProcessEach: { sample: SAMPLE, ...figures(single, SAMPLE) },
    memory: memoryOf(whole.samples),
  };
}

function figures(results, editions) {
  const sum = (key) => results.reduce((total, each) => total + each[key], 0);
  return {
    seconds: sum("seconds"),
    processorSeconds: sum("processorSeconds"),
    secondsEach: sum("seconds") / editions,
    processorSecondsEach: sum("processorSeconds") / editions,
    peakMegabytes: Math.max(...results.map(({ peakMegabytes }) => peakMegabytes)),
  };
}

/** The means of the second and of the last quarter of the run: after the start, which only climbs. */
function memoryOf(samples) {
  const quarter = (part) => {
    const from = Math.floor((samples.length * part) / 4);
    const own = samples.slice(from, Math.max(from + 1, Math.floor((samples.length * (part + 1)) / 4)));
    return own.reduce((total, each) => total + each, 0) / own.length;
  };
  const [second, last] = [quarter(1), quarter(3)];
  const step = Math.max(1, Math.floor(samples.length / 40));
  return {
    secondQuarterMegabytes: second,
    lastQuarterMegabytes: last,
    growth: last / second,
    samples: samples.filter((_, index) => index % step === 0).map(Math.round),
  };
}

export function reportCatalogue({ editions, oneCommand, oneProcessEach, memory }) {
  const row = (name, each) =>
    `| ${name} | ${each.secondsEach.toFixed(2)} | ${each.processorSecondsEach.toFixed(2)} | ${each.peakMegabytes.toFixed(0)} |`;
  console.log(
    [
      "",
      "| catalogue | seconds an edition | processor seconds an edition | peak MB, whole tree |",
      "| --- | ---: | ---: | ---: |",
      row(`one command, ${editions} editions`, oneCommand),
      row(`one process each (${oneProcessEach.sample} of them)`, oneProcessEach),
      "",
      `Memory: ${memory.secondQuarterMegabytes.toFixed(0)} MB in the second quarter of the run, ` +
        `${memory.lastQuarterMegabytes.toFixed(0)} MB in the last.`,
    ].join("\n"),
  );
}
