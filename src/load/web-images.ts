/** Images that manuscripts show from the web: fetched where that is allowed, and looked at like files. */
import { diagnostic, type Report } from "../diagnostics/diagnostic.js";
import type { Resource } from "../model/book.js";
import type { Limits } from "../model/limits.js";
import type { Location } from "../model/location.js";
import { type WebAnswer, type WebImages, webPath } from "../model/web-image.js";
import { checkedImage } from "./image-check.js";

export interface ShownOnWeb {
  readonly address: URL;
  /** As the manuscript writes it. */
  readonly reference: string;
  readonly location: Location;
}

/** @returns each image once; one that cannot be had is reported wherever it is shown. */
export async function webImages(
  shown: readonly ShownOnWeb[],
  web: WebImages,
  limits: Limits,
  report: Report,
): Promise<readonly Resource[]> {
  const answers = await Promise.all(shown.map(({ address }) => web.get(address)));
  const found = new Map<string, Resource | undefined>();
  shown.forEach((image, index) => {
    const answer = answers[index]!;
    const { href } = image.address;
    if (answer.status !== "fetched") report(unavailable(image, answer));
    else if (!found.has(href)) found.set(href, checked(image, answer, limits, report));
  });
  return [...found.values()].flatMap((each) => each ?? []);
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
    `The image \`${reference}\` is on the web, and nothing allows to fetch it`,
    location,
    `Save it in the publication's folder and name the file, or build with --allow-fetch ${source}`,
  );
}
