/**
 * Asks the web about the external links of what is checked, politely: each address once, one
 * request at a time for a server, four in all.
 */
import { type Diagnostic, diagnostic } from "../../diagnostics/diagnostic.js";
import type { Location } from "../../diagnostics/location.js";
import { type Answer, ask, type InTurn, type Manners } from "./ask.js";

export interface FoundLink {
  readonly address: string;
  /** Where it is in the sources, when there are sources. */
  readonly location?: Location;
  /** Where it is in a finished file: `page 3`, `EPUB/one.xhtml`. */
  readonly where?: string;
}

/** Servers that are asked side by side. */
const SIDE_BY_SIDE = 4;

/** @returns one diagnostic for each mention of an address that does not lead anywhere. */
export async function checkLinks(
  mentions: readonly FoundLink[],
  manners: Manners,
  signal?: AbortSignal,
): Promise<Diagnostic[]> {
  const web = mentions.filter(({ address }) => /^https?:/i.test(address));
  const answers = await askAll(new Set(web.map(({ address }) => pageOf(address))), manners, signal);
  return web.flatMap((mention) => said(mention, answers.get(pageOf(mention.address))!));
}

/** The address without the place in the page, which no server is told. */
function pageOf(address: string): string {
  return address.replace(/#.*$/s, "");
}

async function askAll(
  addresses: ReadonlySet<string>,
  manners: Manners,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, Answer>> {
  const answers = new Map<string, Answer>();
  const byHost = new Map<string, string[]>();
  for (const address of addresses) {
    if (!URL.canParse(address)) {
      answers.set(address, { verdict: "broken", reason: "it is not a web address" });
      continue;
    }
    const { host } = new URL(address);
    byHost.set(host, [...(byHost.get(host) ?? []), address]);
  }
  const hosts = [...byHost.values()];
  const inTurn = turnsOfServers();
  const work = async () => {
    for (let mine = hosts.shift(); mine !== undefined; mine = hosts.shift()) {
      for (const address of mine) answers.set(address, await ask(address, manners, inTurn, signal));
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
  return answers;
}

/** One at a time for a server, whichever address led there. */
function turnsOfServers(): InTurn {
  const last = new Map<string, Promise<unknown>>();
  return (host, work) => {
    const mine = (last.get(host) ?? Promise.resolve()).then(work);
    last.set(
      host,
      mine.catch(() => undefined),
    );
    return mine;
  };
}

function said({ address, location, where }: FoundLink, { verdict, reason }: Answer): Diagnostic[] {
  if (verdict === "alive") return [];
  const place = where === undefined ? "" : `${where}: `;
  return verdict === "broken"
    ? [
        diagnostic(
          "external-link-broken",
          `${place}\`${address}\` does not exist: ${reason}`,
          location,
          "Correct the address, or lead the link to an archived copy",
        ),
      ]
    : [
        diagnostic(
          "external-link-unanswered",
          `${place}\`${address}\` could not be checked: ${reason}`,
          location,
          "Look at it in a browser: some servers answer only there",
        ),
      ];
}
