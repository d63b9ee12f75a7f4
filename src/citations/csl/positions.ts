/** Where each work was cited before (CSL 1.0.2, "Choose": `position`): for the first time, again, or just before. */
import type { Position, WorkMention } from "./context.js";

export interface PlacedCite {
  readonly key: string;
  readonly locator?: string;
  readonly label?: string;
  /** Known from elsewhere. */
  readonly position?: Position;
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
  /** The last one in the text, and in the notes. */
  const before: { text?: PlacedCluster; note?: PlacedCluster } = {};
  return clusters.map((cluster) => {
    const place = cluster.note === undefined ? "text" : "note";
    const mentions = cluster.cites.map((cite, index): WorkMention => {
      const previous = index > 0 ? cluster.cites[index - 1] : soleCite(before[place], cluster);
      const known = seen.get(cite.key);
      const where = {
        ...(cite.locator === undefined ? {} : { locator: cite.locator }),
        ...(cite.label === undefined ? {} : { label: cite.label }),
      };
      if (cite.position !== undefined)
        return { ...where, position: cite.position, isNear: cite.position !== "first" };
      if (!known) {
        seen.set(cite.key, { first: cluster.note, latest: cluster.note });
        return { ...where, position: "first", isNear: false };
      }
      const distance = (cluster.note ?? 0) - (known.latest ?? 0);
      known.latest = cluster.note;
      const first = known.first === undefined ? {} : { firstNote: known.first };
      return {
        ...where,
        ...first,
        position: positionAfter(cite, previous),
        isNear: distance <= nearDistance,
      };
    });
    before[place] = cluster;
    return mentions;
  });
}

/** A citation of several works does not say which of them "ibid." would be. */
function soleCite(before: PlacedCluster | undefined, cluster: PlacedCluster): PlacedCite | undefined {
  if (!before) return undefined;
  // A note without citations between two others parts them.
  if (before.note !== undefined && cluster.note !== undefined && cluster.note - before.note > 1)
    return undefined;
  return before.cites.length === 1 ? before.cites[0] : undefined;
}

function positionAfter(cite: PlacedCite, previous: PlacedCite | undefined): Position {
  if (previous?.key !== cite.key) return "subsequent";
  if (previous.locator === undefined) return cite.locator === undefined ? "ibid" : "ibid-with-locator";
  if (cite.locator === undefined) return "subsequent";
  const isSame = previous.locator === cite.locator && (previous.label ?? "page") === (cite.label ?? "page");
  return isSame ? "ibid" : "ibid-with-locator";
}
