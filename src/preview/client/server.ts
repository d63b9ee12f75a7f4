/** The page's side of the connection: what the server sends, and what it is asked for. */
import type { OpenRequest, PreviewState } from "../protocol.js";

export interface Connection {
  /** Says which edition is looked at from now on: that one is built. */
  follow(edition: string): void;
}

export interface ConnectionEvents {
  onState(state: PreviewState): void;
  onProgress(text: string): void;
  onLost(): void;
}

/** Milliseconds without a connection before a new one is tried: browsers give up on some errors. */
const RETRY = 1500;

export function connect(edition: string, events: ConnectionEvents): Connection {
  let source: EventSource | undefined;
  let timer = 0;
  const open = (id: string) => {
    source?.close();
    clearTimeout(timer);
    const opened = new EventSource(`/events?edition=${encodeURIComponent(id)}`);
    source = opened;
    opened.addEventListener("state", ({ data }) => events.onState(JSON.parse(data) as PreviewState));
    opened.addEventListener("progress", ({ data }) => events.onProgress(JSON.parse(data) as string));
    opened.addEventListener("error", () => {
      events.onLost();
      if (opened.readyState === EventSource.CLOSED) timer = window.setTimeout(() => open(id), RETRY);
    });
  };
  open(edition);
  return { follow: open };
}

/** @returns what went wrong, in words for the user; undefined when the editor has been told. */
export async function openInEditor(place: OpenRequest, token: string): Promise<string | undefined> {
  try {
    const answer = await fetch("/open", {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Colophon-Token": token },
      body: JSON.stringify(place),
    });
    if (answer.ok) return undefined;
    const { message } = (await answer.json()) as { message: string };
    return message;
  } catch {
    return "The preview does not answer";
  }
}

/** An address that Visual Studio Code and its kin open. */
export function editorAddress(root: string, { file, line, column }: OpenRequest): string {
  const path = `${root}/${file}`.replaceAll("\\", "/");
  const absolute = path.startsWith("/") ? path : `/${path}`;
  return `vscode://file${encodeURI(absolute).replaceAll("#", "%23").replaceAll("?", "%3F")}:${line}:${column}`;
}

/** @throws when the server has no such revision any more: the next state brings another. */
export async function fetchPart(edition: string, revision: string, part: string): Promise<Response> {
  const answer = await fetch(partAddress(edition, revision, part));
  if (!answer.ok) throw new Error(`${part} is not there any more`);
  return answer;
}

export function partAddress(edition: string, revision: string, part: string): string {
  return `/editions/${encodeURIComponent(edition)}/${revision}/${part}`;
}
