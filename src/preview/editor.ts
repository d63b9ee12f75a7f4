/** Opens a source in the author's editor, at its line and column. */
import { basename } from "node:path";
import { handOver } from "../runtime/children/hand-over.js";

/** An absolute path; line and column from 1. */
export interface EditorPlace {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

type Arguments = (place: EditorPlace) => string[];

const WITH_COLONS: Arguments = ({ path, line, column }) => [`${path}:${line}:${column}`];
const GOTO: Arguments = (place) => ["--goto", ...WITH_COLONS(place)];
const JETBRAINS: Arguments = ({ path, line, column }) => [
  "--line",
  String(line),
  "--column",
  String(column - 1),
  path,
];
const PLUS: Arguments = ({ path, line, column }) => [`+${line}:${column}`, path];
const VIM: Arguments = ({ path, line, column }) => [`+call cursor(${line},${column})`, path];

/** Editors with a window of their own. One that needs a terminal cannot be opened from here. */
const EDITORS: Readonly<Record<string, Arguments>> = {
  code: GOTO,
  "code-insiders": GOTO,
  codium: GOTO,
  vscodium: GOTO,
  cursor: GOTO,
  windsurf: GOTO,
  subl: WITH_COLONS,
  sublime_text: WITH_COLONS,
  zed: WITH_COLONS,
  zeditor: WITH_COLONS,
  idea: JETBRAINS,
  webstorm: JETBRAINS,
  pycharm: JETBRAINS,
  gvim: VIM,
  mvim: VIM,
  neovide: VIM,
  emacsclient: (place) => ["-n", ...PLUS(place)],
  gedit: PLUS,
  "gnome-text-editor": PLUS,
  kate: ({ path, line, column }) => ["--line", String(line), "--column", String(column), path],
  mate: ({ path, line, column }) => ["--line", `${line}:${column}`, path],
  bbedit: ({ path, line }) => [`+${line}`, path],
};

/** Options that make a command wait until the file is closed: nobody waits here. */
const WAITING = new Set(["-w", "--wait"]);

export interface Editor {
  readonly name: string;
  /** @throws the system's error when the program does not start. */
  open(place: EditorPlace): Promise<void>;
}

/**
 * The editor that a command names, with its options (`code --wait`), as `$VISUAL` and `$EDITOR` have it.
 *
 * @returns undefined for one that is not known to open a window, or on a system whose commands
 *   are scripts: then the page uses an address of the editor's own.
 */
export function editorOf(command: string | undefined, platform = process.platform): Editor | undefined {
  const [program, ...options] = words(command ?? "");
  if (program === undefined || platform === "win32") return undefined;
  const name = basename(program);
  const placed = EDITORS[name];
  if (placed === undefined || !Object.hasOwn(EDITORS, name)) return undefined;
  const kept = options.filter((option) => !WAITING.has(option));
  return { name, open: (place) => handOver(program, [...kept, ...placed(place)]) };
}

/** The words of a command; quotes keep blanks. No shell is asked, so nothing else has a meaning. */
function words(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? "",
  );
}
