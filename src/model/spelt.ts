/** Names as editions, files and people are called by in lists of words. */

/** `6in 9in` becomes `6in-9in`, `Été` becomes `ete`. */
export function spelt(value: string): string {
  return value
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9._]+/g, "-")
    .replace(/([-._])[-._]+/g, "$1")
    .replace(/^[-._]+|[-._]+$/g, "");
}
