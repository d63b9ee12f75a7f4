/** The words that a book brings itself, by their names. */
import type { en } from "./en.js";

export type Words = typeof en;

export type Word = keyof Words;
