/**
 * Fits V8 to programs that are over in seconds: it is slower to decide that a function is worth to be optimised, and quicker
 * to take memory.
 *
 * A build is over in seconds: with V8's own measure, made for programs that run for hours, its compiler takes
 * more than a third of all processor time and gives back little of it. Functions that do much work
 * are optimised all the same. (The manual, print and ebook, `build content/manual --no-cache`, two processors, three
 * rounds in turns: 16.9 s of processor time with it, 18.8 s without.) It concerns all threads, so it is a matter of the program, never of the library.
 */
import { setFlagsFromString } from "node:v8";

/** In bytes of bytecode that a function has run through; V8 has 66 to 200 KiB, depending on its version. */
const WORTH_OPTIMISING = 800_000;

setFlagsFromString(`--interrupt-budget=${WORTH_OPTIMISING}`);

/**
 * Gives new objects room at once. V8 begins with a megabyte and doubles it while objects survive, which trees do: a build
 * after a change spent an eighth of its time in making room. (2.7 s of processor time before, 2.4 with it.)
 */
const GROWTH = 16;

setFlagsFromString(`--semi-space-growth-factor=${GROWTH}`);
