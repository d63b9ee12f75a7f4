/** Macros of TeX as settings have them: `norm: \\lVert #1 \\rVert`, MathJax's `[meaning, 1]` and MyST's `{ macro: … }`. */

/** What is no macro is passed over. @returns what each stands for, by its name with the backslash. */
export function macrosByName(values: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const macros = Object.entries(values).flatMap(([name, value]) => {
    const meaning = meaningOf(value);
    return meaning === undefined ? [] : [[name.startsWith("\\") ? name : `\\${name}`, meaning] as const];
  });
  return Object.fromEntries(macros);
}

function meaningOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return meaningOf(value[0]);
  return typeof value === "object" && value !== null && "macro" in value ? meaningOf(value.macro) : undefined;
}
