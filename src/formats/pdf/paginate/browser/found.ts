/** A browser that pages can be laid out with. */

export interface FoundBrowser {
  readonly executablePath: string;
  readonly origin: "named" | "bundled" | "installed";
  /** Folders with shared libraries that it may need, when it is not an installed program. */
  readonly libraryPath?: string;
}
