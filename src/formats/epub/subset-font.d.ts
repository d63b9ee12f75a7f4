/** The package has no types of its own. */
declare module "subset-font" {
  interface SubsetOptions {
    readonly targetFormat: "sfnt" | "woff" | "woff2";
    /** All that the font has; the characters are empty then. */
    readonly keepAllGlyphs?: boolean;
    /** Values at which the axes of a variable font are held. */
    readonly variationAxes?: Readonly<Record<string, number>>;
  }
  export default function subsetFont(
    font: Buffer,
    characters: string,
    options: SubsetOptions,
  ): Promise<Buffer>;
}
