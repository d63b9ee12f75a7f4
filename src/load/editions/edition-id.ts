/** Names of editions become file names, so they are safe on every system: no name that Windows keeps for its devices. */
export const EDITION_ID = /^(?!(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$))[a-z0-9]+([-_.][a-z0-9]+)*$/;
