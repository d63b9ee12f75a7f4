/** Where spreads are on the scrolling desk. All of them are alike, so everything can be reckoned without asking the page. */
import { type Spread, spreadsOf, spreadWith } from "./spreads.js";

/** Pixels around the desk and between spreads. */
export const MARGIN = 22;

export type Zoom = "page" | "width" | number;

export interface Geometry {
  readonly spreads: readonly Spread[];
  /** CSS pixels for a point. */
  readonly scale: number;
  /** Of a page, in pixels. */
  readonly width: number;
  readonly height: number;
  /** From the top of one spread to the top of the next. */
  readonly step: number;
  /** Pages in a row: 1 or 2. */
  readonly abreast: number;
}

export interface Desk {
  readonly pages: number;
  /** Of a page, in points. */
  readonly size: { readonly width: number; readonly height: number };
  /** What can be seen at once, in pixels. */
  readonly window: { readonly width: number; readonly height: number };
  readonly zoom: Zoom;
  readonly layout: "spreads" | "single";
  readonly direction: "ltr" | "rtl";
}

const PIXELS_PER_POINT = 96 / 72;

export function geometryOf({ pages, size, window, zoom, layout, direction }: Desk): Geometry {
  const abreast = layout === "spreads" ? 2 : 1;
  const scale = scaleOf(zoom, size, window, abreast);
  const width = Math.floor(size.width * scale);
  const height = Math.floor(size.height * scale);
  return {
    spreads: spreadsOf(pages, layout, direction),
    scale,
    width,
    height,
    step: height + MARGIN,
    abreast,
  };
}

function scaleOf(zoom: Zoom, size: Desk["size"], window: Desk["window"], abreast: number): number {
  if (typeof zoom === "number") return zoom * PIXELS_PER_POINT;
  const across = Math.max(40, window.width - 2 * MARGIN) / (size.width * abreast);
  if (zoom === "width") return across;
  return Math.min(across, Math.max(40, window.height - 2 * MARGIN) / size.height);
}

/** Top of the spread with a page, in pixels from the top of the desk. */
export function topOf(geometry: Geometry, page: number): number {
  return MARGIN + spreadWith(geometry.spreads, page) * geometry.step;
}

/** Height of the desk. */
export function heightOf({ spreads, step }: Geometry): number {
  return MARGIN + spreads.length * step;
}

/** Indexes of the spreads between two heights. */
export function spreadsBetween({ spreads, step }: Geometry, top: number, bottom: number): number[] {
  const first = Math.max(0, Math.floor((top - MARGIN) / step));
  const last = Math.min(spreads.length - 1, Math.floor((bottom - MARGIN) / step));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}
