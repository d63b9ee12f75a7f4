/** The environment variables that the program reads, in the user's words. */
export const ENVIRONMENT = {
  COLOPHON_BROWSER:
    "The browser that lays out pages: the path of a program, or `bundled` for the one that comes as an npm package.",
  COLOPHON_CACHE: "Folder of the cache. Default: `colophon` in `XDG_CACHE_HOME`.",
  XDG_CACHE_HOME: "Folder of the caches of all programs. Default: `~/.cache`.",
  EPUBCHECK_JAR:
    "Path of the official EPUBCheck (a `.jar`): builds ask it too. `colophon check` also asks one that is installed.",
  NO_COLOR: "Set to anything, it turns colours off.",
  PATH: "Where an installed Chrome, Chromium or EPUBCheck is looked for.",
  SOURCE_DATE_EPOCH:
    "Seconds since 1970, as reproducible builds have it: takes the place of the publication's date.",
  COLOPHON_CACHE_SIZE:
    "The size that a build keeps the cache below: `500MB`, `2GB`; `0` for no limit. Default: `2GB`.",
  FORCE_COLOR: "Set to anything, it turns colours on where there is no terminal.",
  LANG: "The language that `colophon init` suggests.",
  LC_ALL: "The same, before `LANG`.",
  LC_MESSAGES: "The same, before `LANG`.",
  GITHUB_WORKSPACE: "Set by GitHub Actions: the folder that the places of annotations are relative to.",
  GITHUB_STEP_SUMMARY: "Set by GitHub Actions: where `--report github` writes its table.",
  COLOPHON_LIMITS: "Limits for every build: `pages=300 time=60`. `--limit` counts before it.",
  VISUAL: "The editor that `colophon preview` opens a source in.",
  EDITOR: "The same, when `VISUAL` is not set.",
} as const satisfies Readonly<Record<string, string>>;
