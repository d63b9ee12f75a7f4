/** Images that manuscripts show from the web: fetched where that is allowed, and looked at like files. */
import { diagnostic, type Report } from "../../diagnostics/diagnostic.js";
import type { Location } from "../../diagnostics/location.js";
import { isBadge } from "../../model/badges.js";
import type { Resource } from "../../model/book.js";
import type { Limits } from "../../model/limits.js";
import { type WebAnswer, type WebImages, webPath } from "../../model/web-image.js";
import { checkedImage } from "./image-check.js";

export interface ShownOnWeb {
  readonly address: URL;
  /** As the manuscript writes it. */
  readonly reference: string;
  readonly location: Location;
}

export interface WebContext {
  readonly limits: Limits;
  /** The same picture among the files of the publication, for one that cannot be had. */
  readonly instead: (image: ShownOnWeb) => Promise<Resource | undefined>;
  /** Told of each address from which nothing came: another time something may. */
  readonly onAbsent: (address: string) => void;
  readonly report: Report;
}

/**
 * @returns each image once, with its path in the book; one that cannot be had is reported wherever it is
 *   shown. Badges are not missed.
 */
export async function webImages(
  shown: readonly ShownOnWeb[],
  web: WebImages,
  { limits, instead, onAbsent, report }: WebContext,
): Promise<readonly (readonly [key: string, resource: Resource])[]> {
  const answers = await Promise.all(shown.map(({ address }) => web.get(address)));
  const found = new Map<string, Resource | undefined>();
  for (const [index, image] of shown.entries()) {
    const answer = answers[index]!;
    const key = webPath(image.address);
    if (answer.status === "fetched") {
      if (!found.has(key)) found.set(key, checked(image, answer, limits, report));
    } else if (!isBadge(image.address)) {
      if (!found.has(key)) found.set(key, await instead(image));
      if (found.get(key) === undefined) report(unavailable(image, answer));
    }
    if (answer.status !== "fetched") onAbsent(image.address.href);
  }
  return [...found].flatMap(([key, each]) => (each ? [[key, each] as const] : []));
}

function checked(
  { address, location }: ShownOnWeb,
  { bytes, sha256 }: Extract<WebAnswer, { readonly status: "fetched" }>,
  limits: Limits,
  report: Report,
): Resource | undefined {
  const image = { path: address.href, bytes, location };
  const sound = checkedImage(image, limits, report);
  return sound && { path: webPath(address), fetched: { address: address.href, sha256 }, ...sound };
}

function unavailable(
  { address, reference, location }: ShownOnWeb,
  answer: Exclude<WebAnswer, { readonly status: "fetched" }>,
) {
  if (answer.status === "failed") {
    const message = `The image \`${reference}\` cannot be fetched: ${answer.reason}`;
    const hint = "Correct the address, or save the image in the publication's folder and name the file";
    return diagnostic("image-not-fetched", message, location, hint);
  }
  const source = address.protocol === "https:" ? address.host : address.origin;
  return diagnostic(
    "remote-image",
    `The image \`${reference}\` is on the web, and nothing allows fetching it`,
    location,
    `Save it in the publication's folder and name the file, or build with --allow-fetch ${source}`,
  );
}
