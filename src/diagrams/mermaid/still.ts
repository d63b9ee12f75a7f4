/**
 * Stops the clock of the page, and makes its random numbers start anew when it is told (`colophonStill`): a
 * picture must depend on its text alone, and Mermaid draws today into its plans and invents names of commits. Runs in
 * the page, before anything else; sent as source text.
 */
export function still(): void {
  /** The beginning of 2000, in milliseconds. */
  const now = 946_684_800_000;
  const Real = Date;
  class Stopped extends Real {
    constructor(...values: []) {
      // One of the many ways to make a date, or now.
      super(...((values.length === 0 ? [now] : values) as []));
    }
    static override now(): number {
      return now;
    }
  }
  window.Date = Stopped as DateConstructor;
  let state = 1;
  /** A linear congruential generator (Numerical Recipes, 7.1). */
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  Math.random = next;
  crypto.getRandomValues = (values) => {
    const bytes = new Uint8Array((values as ArrayBufferView).buffer);
    for (let at = 0; at < bytes.length; at += 1) bytes[at] = Math.floor(next() * 256);
    return values;
  };
  window.colophonStill = () => {
    state = 1;
  };
}

declare global {
  interface Window {
    colophonStill(): void;
  }
}
