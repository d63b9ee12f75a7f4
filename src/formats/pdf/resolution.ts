/**
 * Reports images that will look coarse in print, and those that the browser cannot read.
 *
 * Only the finished page tells: the size of an image comes from its width, the column that it
 * stands in and the height of the page. Drawings (SVG) have no pixels.
 */
import { diagnostic, type Report } from "../../diagnostics/diagnostic.js";
import { locationFrom } from "../../diagnostics/location.js";
import { servedPath } from "../../model/served.js";
import type { ShownImage, Survey } from "./paginate/engine/survey.js";

/** What printers ask for. */
const WANTED_DPI = 300;
/** Sizes on a page are rounded to parts of a pixel. */
const ROUNDING = 0.995;
const POINTS_PER_INCH = 72;
const MILLIMETRES_PER_POINT = 25.4 / POINTS_PER_INCH;

/** Once for each place that shows an image. */
export function reportImages({ images }: Pick<Survey, "images">, report: Report): void {
  for (const image of images) {
    const name = nameOf(image);
    if (/^data:|\.svg$/i.test(name)) continue;
    if (image.pixels.width === 0) reportUnreadable(image, name, report);
    else if (resolutionOf(image) < WANTED_DPI * ROUNDING) reportCoarse(image, name, report);
  }
}

/** Dots per inch in the direction that has fewer. */
function resolutionOf({ pixels, printed }: ShownImage): number {
  return Math.min(pixels.width / printed.width, pixels.height / printed.height) * POINTS_PER_INCH;
}

function reportCoarse(image: ShownImage, name: string, report: Report): void {
  const { printed } = image;
  const size = `${millimetres(printed.width)} × ${millimetres(printed.height)} mm`;
  const message = `The image \`${name}\` is printed at ${Math.floor(resolutionOf(image))} dpi, ${size}`;
  const wanted = `${pixelsFor(printed.width)} × ${pixelsFor(printed.height)} pixels`;
  const hint = `For ${WANTED_DPI} dpi use one of ${wanted}, or give it a smaller \`width\``;
  report(diagnostic("low-resolution", message, locationFrom(image.source), hint));
}

function reportUnreadable({ source }: ShownImage, name: string, report: Report): void {
  const message = `The image \`${name}\` cannot be read`;
  const hint = "Open it in an image editor and save it again as PNG or JPEG";
  report(diagnostic("missing-image", message, locationFrom(source), hint));
}

function millimetres(points: number): string {
  return (points * MILLIMETRES_PER_POINT).toFixed(0);
}

function pixelsFor(points: number): number {
  return Math.ceil((points / POINTS_PER_INCH) * WANTED_DPI);
}

/** The file as the author knows it. */
function nameOf({ address }: ShownImage): string {
  return servedPath(address).replace(/^resources\//, "");
}
