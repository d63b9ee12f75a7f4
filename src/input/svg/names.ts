/** Names of elements and attributes without the prefix of their namespace, in lower case. */
export function localName(name: string): string {
  return name.slice(name.lastIndexOf(":") + 1).toLowerCase();
}
