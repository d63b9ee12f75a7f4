/** The rights of a publication, in the shape that the later stages read. */
import { diagnostic, type Report } from "../diagnostics/diagnostic.js";
import { licenceNamed } from "../model/licences.js";
import type { Metadata } from "../model/metadata.js";
import type { Mining, RightsHolder } from "../model/rights.js";
import type { Merged } from "./editions/merged.js";
import type { RightsDescription } from "./schema/rights-keys.js";

type Detailed = Exclude<RightsDescription, string>;

/** A line alone says no more than it says, which may be a licence. Shares of more than all are an error. */
export function describedRights(merged: Merged, report: Report): Pick<Metadata, "rights" | "terms"> {
  const { rights, date } = merged.value;
  if (rights === undefined) return {};
  if (typeof rights === "string") {
    const named = licenceNamed(rights);
    if (named === undefined) return { rights };
    return { rights: named.name, terms: { holders: [], licence: named } };
  }
  const year = date === undefined ? undefined : String(date).slice(0, 4);
  const holders = holdersOf(rights, year);
  checkShares(rights, merged, report);
  const licence = rights.licence === undefined ? undefined : licenceNamed(rights.licence);
  const mining = miningOf(rights["text-and-data-mining"]);
  const line = rights.statement ?? (copyrightLine(holders) || licence?.name);
  return {
    ...(line === undefined ? {} : { rights: line }),
    terms: {
      holders,
      ...(licence === undefined ? {} : { licence }),
      ...(mining === undefined ? {} : { mining }),
    },
  };
}

function holdersOf({ holders = [] }: Detailed, year: string | undefined): RightsHolder[] {
  return holders.map((each) => {
    const { name, share, year: own = year } = typeof each === "string" ? { name: each } : each;
    return {
      name,
      ...(share === undefined ? {} : { share }),
      ...(own === undefined ? {} : { year: String(own) }),
    };
  });
}

/** `© 2026 Jane Doe, John Roe`: holders of one year together. */
function copyrightLine(holders: readonly RightsHolder[]): string {
  const years = [...new Set(holders.map(({ year }) => year))];
  const lines = years.map((year) => {
    const names = holders.filter((each) => each.year === year).map(({ name }) => name);
    return ["©", year, names.join(", ")].filter((each) => each !== undefined).join(" ");
  });
  return lines.join("; ");
}

function miningOf(described: Detailed["text-and-data-mining"]): Mining | undefined {
  if (described === undefined) return undefined;
  const { status, policy } = typeof described === "string" ? { status: described } : described;
  const mining = { status: status === "allowed" ? "allowed" : "reserved" } as const;
  return policy === undefined ? mining : { ...mining, policy };
}

function checkShares({ holders = [] }: Detailed, { places, pathOf }: Merged, report: Report): void {
  let sum = 0;
  for (const [index, each] of holders.entries()) {
    const share = typeof each === "string" ? 0 : (each.share ?? 0);
    sum += share;
    // Thirds are written with few digits.
    if (sum <= 100.05 || share === 0) continue;
    const at = places.value([...pathOf("rights"), "holders", index, "share"]);
    const message = `The shares of \`holders\` come to ${Number(sum.toFixed(2))} per cent`;
    report(diagnostic("bad-shares", message, at, "Correct them: all of them together are 100 at most"));
    return;
  }
}
