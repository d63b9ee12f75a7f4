/** The pages that are open, each with the edition that it shows: server-sent events to all of them (HTML, 9.2). */
import type { ServerResponse } from "node:http";
import { COMMON_HEADERS } from "./guard.js";

/** Milliseconds between signs of life: without them a dead connection is not noticed. */
const HEARTBEAT = 15_000;
/** Milliseconds after which a page that has lost the connection tries again. */
const RETRY = 700;

export interface Hub {
  /** Keeps the response open and sends it what comes, beginning with the last state. */
  join(response: ServerResponse, edition: string): void;
  /** @param data anything that JSON can say. */
  send(event: "state" | "progress", data: unknown): void;
  /** Ids of the editions that somebody looks at. */
  viewed(): readonly string[];
  close(): void;
}

export function openHub(): Hub {
  const pages = new Map<ServerResponse, string>();
  let last = "";
  const toAll = (text: string) => {
    for (const page of pages.keys()) page.write(text);
  };
  const heartbeat = setInterval(() => toAll(": still here\n\n"), HEARTBEAT);
  heartbeat.unref();
  return {
    join(response, edition) {
      response.writeHead(200, { ...COMMON_HEADERS, "Content-Type": "text/event-stream" });
      response.write(`retry: ${RETRY}\n\n${last}`);
      pages.set(response, edition);
      response.on("close", () => pages.delete(response));
    },
    send(event, data) {
      const text = `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
      if (event === "state") last = text;
      toAll(text);
    },
    viewed: () => [...new Set(pages.values())],
    close() {
      clearInterval(heartbeat);
      for (const page of pages.keys()) page.end();
      pages.clear();
    },
  };
}
