/** What a tab remembers over a reload: how things are shown, and where each edition was. */

/** @param name of what is remembered; `fallback` when there is nothing, or the browser keeps nothing. */
export function recall<Value extends string>(name: string, fallback: Value): Value {
  try {
    return (sessionStorage.getItem(`colophon:${name}`) as Value | null) ?? fallback;
  } catch {
    return fallback;
  }
}

export function remember(name: string, value: string): void {
  try {
    sessionStorage.setItem(`colophon:${name}`, value);
  } catch {
    // A browser that keeps nothing shows everything all the same.
  }
}
