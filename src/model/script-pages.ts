/** What an edition can say of its scripts: how they stand on pages, and what is listed behind them. */

/** Scenes of a day of shooting, for somebody. */
export interface Sides {
  /** Numbers of the scenes. Default: all that the script has. */
  readonly scenes?: readonly string[];
  /** Whose: the scenes in which they speak. Default: everybody's. */
  readonly character?: string;
}

/** Pages of a script are printed on one side, and say more or less of what goes over them. */
export interface ScriptPages {
  readonly sceneNumbers: SceneNumbers;
  /** Whether pages say that a scene goes over them, as in scripts that are shot from. */
  readonly scenes: "marked" | "unmarked";
  /** All pages, or those that the issue has changed. */
  readonly pages: "all" | "changed";
  /** Only the pages with these scenes, two on a sheet; what else is on them is struck out. */
  readonly sides?: Sides;
}

/** What may be listed behind a script. */
export const SCRIPT_LISTS = ["scenes", "characters", "locations", "cast"] as const;

export type ScriptList = (typeof SCRIPT_LISTS)[number];

/** The margins in which the numbers of scenes stand. */
export const SCENE_NUMBERS = ["both", "left", "right", "none"] as const;

export type SceneNumbers = (typeof SCENE_NUMBERS)[number];
