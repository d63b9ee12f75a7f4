/** Sizes and ages as people write them: `500MB`, `2GiB`, `30d`. */

const UNITS: Readonly<Record<string, number>> = {
  "": 1,
  B: 1,
  KB: 1000,
  K: 1000,
  KIB: 1024,
  MB: 1000 ** 2,
  M: 1000 ** 2,
  MIB: 1024 ** 2,
  GB: 1000 ** 3,
  G: 1000 ** 3,
  GIB: 1024 ** 3,
  TB: 1000 ** 4,
  T: 1000 ** 4,
  TIB: 1024 ** 4,
};

const SECONDS: Readonly<Record<string, number>> = { h: 3600, d: 86_400, w: 7 * 86_400 };

/** The limit of a cache whose user has set none: several large books in several editions. */
export const DEFAULT_CACHE_SIZE = 2_000_000_000;

/** Bytes of `2GB` (a power of 1000) or `2GiB` (of 1024); undefined for what is no size. */
export function parseSize(text: string): number | undefined {
  const [, number = "", unit = ""] = /^\s*(\d+(?:\.\d+)?)\s*([a-z]*)\s*$/i.exec(text) ?? [];
  const factor = UNITS[unit.toUpperCase()];
  return number === "" || factor === undefined ? undefined : Math.round(Number(number) * factor);
}

/** Seconds of `12h`, `30d` or `2w`; undefined for what is no age. */
export function parseAge(text: string): number | undefined {
  const [, number = "", unit = ""] = /^\s*(\d+(?:\.\d+)?)\s*([hdw])\s*$/i.exec(text) ?? [];
  const factor = SECONDS[unit.toLowerCase()];
  return factor === undefined ? undefined : Number(number) * factor;
}

/**
 * The limit in bytes that `COLOPHON_CACHE_SIZE` sets; `Infinity` for `0`, as in ccache.
 *
 * @returns Undefined when it is set to what is no size.
 */
export function cacheLimit({ COLOPHON_CACHE_SIZE: text }: NodeJS.ProcessEnv): number | undefined {
  if (!text) return DEFAULT_CACHE_SIZE;
  const bytes = parseSize(text);
  return bytes === 0 ? Number.POSITIVE_INFINITY : bytes;
}
