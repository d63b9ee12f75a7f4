/** Where each work was cited before: for the first time, again, or just before. */
import type { WorkMention } from "./context.js";

export interface PlacedCite {
  readonly key: string;
  readonly locator?: string;
  readonly label?: string;
}

export interface PlacedCluster {
  readonly cites: readonly PlacedCite[];
  /** Number of the note in which it stands, counted through the book; undefined in the text. */
  readonly note?: number;
}

const NEAR = 5;

interface Last {
  readonly first: number | undefined;
  latest: number | undefined;
}

/** @param nearDistance how many notes apart a work still counts as near: `near-note-distance`. */
export function mentionsOf(clusters: readonly PlacedCluster[], nearDistance = NEAR): WorkMention[][] {
  const seen = new Map<string, Last>();
  let before: PlacedCluster | undefined;
  return clusters.map((cluster) => {
    const mentions = cluster.cites.map((cite, index): WorkMention => {
      const previous = index > 0 ? cluster.cites[index - 1] : soleCite(before);
      const known = seen.get(cite.key);
      const place = {
        ...(cite.locator === undefined ? {} : { locator: cite.locator }),
        ...(cite.label === undefined ? {} : { label: cite.label }),
      };
      if (!known) {
        seen.set(cite.key, { first: cluster.note, latest: cluster.note });
        return { ...place, position: "first", isNear: false };
      }
      const distance = (cluster.note ?? 0) - (known.latest ?? 0);
      known.latest = cluster.note;
      const first = known.first === undefined ? {} : { firstNote: known.first };
      return {
        ...place,
        ...first,
        position: positionAfter(cite, previous),
        isNear: distance <= nearDistance,
      };
    });
    before = cluster;
    return mentions;
  });
}

/** A note with several works does not say which of them "ibid." would be. */
function soleCite(cluster: PlacedCluster | undefined): PlacedCite | undefined {
  return cluster?.cites.length === 1 ? cluster.cites[0] : undefined;
}

function positionAfter(cite: PlacedCite, previous: PlacedCite | undefined): WorkMention["position"] {
  if (previous?.key !== cite.key) return "subsequent";
  if (previous.locator === undefined) return cite.locator === undefined ? "ibid" : "ibid-with-locator";
  if (cite.locator === undefined) return "subsequent";
  const isSame = previous.locator === cite.locator && previous.label === cite.label;
  return isSame ? "ibid" : "ibid-with-locator";
}
