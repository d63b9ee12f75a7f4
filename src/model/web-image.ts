/** Images on the web, as stages name them: one that was fetched is a file of the book like any other. */
import { createHash } from "node:crypto";

/** Hands out images from the addresses that whoever runs the program has allowed, and from no others. */
export interface WebImages {
  /** @throws the reason of the build's signal when that is aborted. */
  get(address: URL): Promise<WebAnswer>;
  /** SHA-256 of what comes from there, asked once; undefined when nothing does. */
  digestOf(address: URL): Promise<string | undefined>;
}

export type WebAnswer =
  | { readonly status: "fetched"; readonly bytes: Uint8Array; readonly sha256: string }
  /** Nothing was sent: the address is not on the list. */
  | { readonly status: "not-allowed" }
  /** In words: `404 Not Found`. */
  | { readonly status: "failed"; readonly reason: string };

/** Nothing is fetched. */
export const NO_WEB_IMAGES: WebImages = {
  get: async () => ({ status: "not-allowed" }),
  digestOf: async () => undefined,
};

/** The address of an image on the web; undefined for a file, for `data:` and for other schemes. */
export function webAddress(reference: string): URL | undefined {
  const absolute = reference.startsWith("//") ? `https:${reference}` : reference;
  if (!/^https?:/i.test(absolute) || !URL.canParse(absolute)) return undefined;
  const address = new URL(absolute);
  address.hash = "";
  return address;
}

/** Path of a fetched image in the book: safe as a file name, and another one for every address. */
export function webPath({ href, host, pathname }: URL): string {
  const digest = createHash("sha256").update(href).digest("hex").slice(0, 8);
  const name = pathname
    .split("/")
    .at(-1)!
    .replace(/[^A-Za-z0-9._-]+/g, "-");
  return `web/${host.replace(/[^A-Za-z0-9.-]+/g, "-")}-${digest}/${name === "" ? "image" : name}`;
}
