/**
 * What some tests need and not every machine has. Such a test names its need as a tag, `{ tags: "zsh" }`, and is
 * skipped where that is missing; `skipped-tests.ts` counts what is. There is no other way to skip a test.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export interface Need {
  readonly name: string;
  /** For people, after “without”. */
  readonly description: string;
  readonly isMet: () => boolean;
  /** Why CI goes without it. What has no such reason must not be missing there. */
  readonly missingInCi?: string;
}

/** A book of a stranger, beside the repository. */
export const RUST_BOOK = fileURLToPath(new URL("../../../shared/corpus/rust-book", import.meta.url));

/** Fixtures of the official CSL test suite, beside the repository. */
export const CSL_SUITE = fileURLToPath(new URL("../../../shared/referees/csl-suite", import.meta.url));

/** The schema of EDItEUR for ONIX 3.1: named by the environment, or beside the repository. */
export const ONIX_SCHEMA =
  process.env.ONIX_SCHEMA ??
  fileURLToPath(new URL("../../../shared/referees/onix/ONIX_BookProduct_3.1_reference.xsd", import.meta.url));

const DEBIAN_EPUBCHECK = "/usr/share/java/epubcheck.jar";

export const NEEDS: readonly Need[] = [
  {
    name: "rust-book",
    description: "the benchmark book in ../shared/corpus/rust-book",
    isMet: () => existsSync(RUST_BOOK),
  },
  {
    name: "official-epubcheck",
    description: "the official EPUBCheck",
    isMet: () =>
      process.env.EPUBCHECK_JAR !== undefined ||
      isCommand("epubcheck") ||
      (isCommand("java") && existsSync(DEBIAN_EPUBCHECK)),
    missingInCi: "it needs Java; the EPUBCheck that comes with the program is there",
  },
  { name: "git", description: "git", isMet: () => isCommand("git") },
  {
    name: "csl-suite",
    description: "the official CSL test suite in ../shared/referees/csl-suite",
    isMet: () => existsSync(CSL_SUITE),
    missingInCi: "nobody may hand it on",
  },
  {
    name: "onix-schema",
    description: "the schema of ONIX in ../shared/referees/onix, and xmllint",
    isMet: () => existsSync(ONIX_SCHEMA) && isCommand("xmllint"),
    missingInCi: "nobody may hand it on",
  },
  {
    name: "mermaid",
    description: "the package mermaid",
    isMet: () => hasPackage("mermaid"),
    missingInCi: "it is optional, and 156 MB with what it needs",
  },
  {
    name: "graphviz",
    description: "the package @hpcc-js/wasm-graphviz",
    isMet: () => hasPackage("@hpcc-js/wasm-graphviz"),
    missingInCi: "it is optional",
  },
  { name: "bash", description: "bash", isMet: () => isCommand("bash") },
  {
    name: "zsh",
    description: "zsh",
    isMet: () => isCommand("zsh"),
    missingInCi: "its image has no other shell than bash",
  },
  {
    name: "fish",
    description: "fish",
    isMet: () => isCommand("fish"),
    missingInCi: "its image has no other shell than bash",
  },
  {
    name: "devices",
    description: "the right to make devices",
    isMet: canMakeDevices,
    missingInCi: "containers may be without it",
  },
  { name: "pipes", description: "named pipes", isMet: () => process.platform !== "win32" },
  { name: "linux", description: "Linux", isMet: () => process.platform === "linux" },
  { name: "cores", description: "more than one core", isMet: () => availableParallelism() > 1 },
];

/** Beside the project, or where `NODE_PATH` says. */
function hasPackage(name: string): boolean {
  const places = createRequire(import.meta.url).resolve.paths(name) ?? [];
  return places.some((place) => existsSync(join(place, name, "package.json")));
}

function isCommand(name: string): boolean {
  try {
    execFileSync("sh", ["-c", `command -v ${name}`], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

function canMakeDevices(): boolean {
  const folder = mkdtempSync(join(tmpdir(), "colophon-device-"));
  try {
    execFileSync("mknod", [join(folder, "null"), "c", "1", "3"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
