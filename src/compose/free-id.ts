/** Ids that nobody has yet: `notes`, `notes-2`, `notes-3`. */

type Taken = ReadonlySet<string> | ReadonlyMap<string, unknown>;

/** The last number that each name was given: ten thousand places may have one name. */
const numbers = new WeakMap<Taken, Map<string, number>>();

/**
 * The id that is wanted, with the first number that makes it free.
 *
 * @param taken ids that there are; whoever asks adds the new one, and takes none away.
 */
export function freeId(wanted: string, taken: Taken): string {
  if (!taken.has(wanted)) return wanted;
  const given = numbers.get(taken) ?? new Map<string, number>();
  numbers.set(taken, given);
  let number = given.get(wanted) ?? 2;
  while (taken.has(`${wanted}-${number}`)) number += 1;
  given.set(wanted, number);
  return `${wanted}-${number}`;
}
