/**
 * Finds the pictures of a document among those that the browser has written into its PDF, to say there how they were made (ISO 32000-1, 14.3.2):
 * a JPEG file goes in byte by byte, of others only the size stays.
 */
import type { Asset } from "../job/layout-job.js";
import type { RunImage } from "./run-facts.js";

export type Shown = Pick<Asset, "body" | "picture">;

/**
 * The source types of pictures by the numbers of their objects. A picture that may be one of several of which not the same is said has
 * none.
 *
 * @param streams of the run, with their numbers.
 */
export function sourceTypesOf(
  streams: readonly (readonly [number, Uint8Array])[],
  images: readonly RunImage[],
  shown: readonly Shown[],
): readonly (readonly [number, string])[] {
  const pictures = shown.filter(({ picture }) => picture !== undefined);
  if (pictures.every(({ picture }) => picture?.sourceType === undefined)) return [];
  const data = new Map(streams);
  const same = ({ object }: RunImage) =>
    pictures.find(({ body }) => typeof body !== "string" && Buffer.compare(body, data.get(object)!) === 0);
  const known = new Map(images.map((image) => [image.object, same(image)]));
  const rest = pictures.filter((each) => ![...known.values()].includes(each));
  return images.flatMap(({ object, width, height }) => {
    const found = known.get(object);
    const alike = found ? [found] : rest.filter(({ picture }) => isOfSize(picture, width, height));
    const said = new Set(alike.map(({ picture }) => picture?.sourceType));
    const [sourceType] = said;
    return said.size === 1 && sourceType !== undefined ? [[object, sourceType] as const] : [];
  });
}

function isOfSize(picture: Shown["picture"], width: number, height: number): boolean {
  return picture?.width === width && picture.height === height;
}
