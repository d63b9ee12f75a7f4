/** Waiting for several promises. */

/**
 * Waits for all, whatever becomes of each, and gives the results in order.
 *
 * @throws what the first failure threw, when nothing goes on any more.
 */
export async function allOf<Result>(promises: readonly Promise<Result>[]): Promise<Result[]> {
  const settled = await Promise.allSettled(promises);
  const failed = settled.find((each) => each.status === "rejected");
  if (failed) throw failed.reason;
  return settled.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
}
