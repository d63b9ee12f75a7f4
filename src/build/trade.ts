/** Writes the ONIX message of a build, of the editions whose publications ask for it (`trade` → `onix`). */
import { join } from "node:path";
import { type Diagnostic, hasErrors } from "../diagnostics/diagnostic.js";
import type { BuildRequest } from "../model/build.js";
import type { EditionResult } from "../model/edition-result.js";
import { processEnvironment } from "../runtime/environment.js";
import { tradeFaults } from "../trade/faults.js";
import { tradeItems } from "../trade/items.js";
import { onixMessage } from "../trade/onix/message.js";
import type { Load } from "./load-publications.js";
import { cannotPublish } from "./machine-faults.js";
import { publishFile } from "./publish.js";
import { sourceDateEpoch } from "./source-date.js";

export const MESSAGE = "onix.xml";

/**
 * One message for all of them, in `out`. A build of some editions alone, or of a shard, leaves it as it is: it would
 * tell of fewer products than there are. So does one in which an edition failed.
 *
 * Faults of products go to their publications.
 *
 * @returns why the message could not be written.
 */
export async function recordTrade(
  loads: readonly Load[],
  editions: readonly EditionResult[],
  request: BuildRequest,
): Promise<readonly Diagnostic[]> {
  const isWhole = request.editions === undefined && request.shard === undefined;
  if (!isWhole || (request.publish ?? "write") !== "write") return [];
  const loaded = loads.flatMap((each) => (each.loaded ? [each.loaded] : []));
  const publications = loaded.map(({ publication }) => publication);
  const items = tradeItems(publications, editions).filter(({ edition }) => edition.trade?.onix === true);
  if (items.length === 0) return [];
  const faults = tradeFaults(items);
  for (const { item, diagnostic } of faults) {
    loaded.find(({ publication }) => publication === item.publication)?.diagnostics.push(diagnostic);
  }
  const hasFailed = editions.some(({ status }) => status === "failed");
  if (hasFailed || hasErrors(faults.map(({ diagnostic }) => diagnostic))) return [];
  const path = join(request.out, MESSAGE);
  const epoch = sourceDateEpoch(processEnvironment);
  const sent = epoch === undefined ? {} : { sent: new Date(epoch * 1000) };
  try {
    await publishFile(path, Buffer.from(onixMessage(items, { release: "3.1", ...sent })));
    return [];
  } catch (error) {
    return [cannotPublish(error, path)];
  }
}
