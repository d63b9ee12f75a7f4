/**
 * The chapter for those who come from another tool: what becomes of its habits. Each is run by a
 * test (`tests/unit/manual/habits.test.ts`), so that the chapter promises nothing that is not there.
 */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { generatedNote, table } from "./markdown.js";
import { MANUAL } from "./place.js";

/** A file for each tool. */
export const HABITS = join(MANUAL, "habits");

const habitSchema = z.strictObject({
  /** What people write there, and what becomes of it: Markdown, for a cell of the table. */
  habit: z.string(),
  becomes: z.string(),
  /** One chapter that has it, or a whole project. */
  text: z.string().optional(),
  files: z.record(z.string(), z.string()).optional(),
  /** Parts of the composed book's HTML, in this order. */
  gives: z.array(z.string()).min(1),
  /** What must not be in it. */
  without: z.array(z.string()).default([]),
  /** Codes of the diagnostics that it makes. */
  tells: z.array(z.string()).default([]),
});

const toolSchema = z.strictObject({
  /** Tools are listed in this order. */
  order: z.number(),
  tool: z.string(),
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** What `syntax` the chapters with a habit are read with. Default: what every publication knows. */
  syntax: z.string().optional(),
  introduction: z.string(),
  habits: z.array(habitSchema).min(1),
  closing: z.string().optional(),
});

export type Tool = z.infer<typeof toolSchema>;
export type Habit = Tool["habits"][number];

export async function readTools(): Promise<readonly Tool[]> {
  const names = (await readdir(HABITS)).filter((name) => name.endsWith(".yaml"));
  const tools = await Promise.all(
    names.map(async (name) =>
      toolSchema.parse(parse(await readFile(join(HABITS, name), "utf8"), { merge: true })),
    ),
  );
  return tools.toSorted((a, b) => a.order - b.order);
}

export async function habitsChapter(): Promise<string> {
  const sections = (await readTools()).map(section);
  return `${[generatedNote("`content/manual/habits/`"), INTRODUCTION, ...sections].join("\n\n")}\n`;
}

const INTRODUCTION = `# Coming From Elsewhere {#sec-elsewhere}

A book that exists already can mostly be published as it is. This chapter has a section for each tool, with a table of what becomes of its habits. Whatever is not in the tables is Markdown, and means the same everywhere.`;

function section({ tool, id, introduction, habits, closing }: Tool): string {
  const rows = habits.map(({ habit, becomes }) => [habit, becomes]);
  const parts = [
    `## From ${tool} {#sec-from-${id}}`,
    `[]{.index entry="${tool}!coming from"}${introduction.trim()}`,
    table([tool, "Colophon"], rows, `From ${tool} {#tbl-${id}}`),
    ...(closing === undefined ? [] : [closing.trim()]),
  ];
  return parts.join("\n\n");
}
