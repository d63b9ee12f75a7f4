/** The columns of a drawn table: a letter of Chinese, Japanese or Korean takes two, an accent none. */

const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1F64F}\u{1F900}-\u{1F9FF}\u{20000}-\u{3FFFD}]/u;
const WITHOUT_WIDTH = /\p{M}|[\u200B-\u200F]/u;

/** What stands in each column: a letter with its accents, or nothing in the second one of a wide letter. */
export function columnsOf(line: string): string[] {
  const columns: string[] = [];
  for (const letter of line) {
    if (WITHOUT_WIDTH.test(letter) && columns.length > 0) columns[columns.length - 1] += letter;
    else if (WIDE.test(letter)) columns.push(letter, "");
    else columns.push(letter);
  }
  return columns;
}
