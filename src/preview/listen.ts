/** The server: on the loopback interface only, and for requests that name it as it is called. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import { COMMON_HEADERS, entrance, hasOwnHost, isEntrance, isOwnRequest, mayRead } from "./guard.js";
import type { WantedPort } from "./port.js";

const ADDRESS = "127.0.0.1";
/** What a request may carry: a file name and two numbers. */
const LARGEST_BODY = 16_384;

export interface Answer {
  readonly status?: number;
  readonly type: string;
  readonly body: Uint8Array | string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Routes {
  /** @returns undefined when there is nothing there; `open` when the route keeps the response itself. */
  get(path: string, query: URLSearchParams, response: ServerResponse): Promise<Answer | "open" | undefined>;
  /** Does something; only our own page gets here. */
  post(path: string, body: unknown): Promise<Answer | undefined>;
}

export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

/** @returns a diagnostic when the port that was asked for cannot be had. */
export async function listen(
  wanted: WantedPort,
  routes: Routes,
  token: string,
): Promise<Listening | { readonly diagnostic: Diagnostic }> {
  const server = createServer((request, response) => void handle(request, response, routes, token));
  try {
    await bind(server, wanted.port).catch((error: unknown) => {
      if (wanted.isRequired) throw error;
      return bind(server, 0);
    });
  } catch (error) {
    return { diagnostic: cannotListen(error, wanted.port) };
  }
  return {
    port: portOf(server),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function bind(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, ADDRESS, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

function cannotListen(error: unknown, port: number): Diagnostic {
  const { code } = error as NodeJS.ErrnoException;
  if (code !== "EADDRINUSE" && code !== "EACCES") throw error;
  const reason =
    code === "EADDRINUSE" ? "is taken by another program" : "may not be used without more rights";
  const hint = "Choose another one, or leave --port out to have a free one";
  return diagnostic("port-taken", `Port ${port} ${reason}`, undefined, hint);
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  routes: Routes,
  token: string,
): Promise<void> {
  try {
    const answer = await answerTo(request, response, routes, token);
    if (answer === "open") return;
    const { status = 200, type, body, headers } = answer ?? { ...NOTHING, status: 404 };
    response.writeHead(status, { ...COMMON_HEADERS, "Content-Type": type, ...headers });
    response.end(request.method === "HEAD" ? undefined : body);
  } catch {
    // A request that broke off, or one that nobody could make sense of.
    if (!response.headersSent) response.writeHead(500, COMMON_HEADERS);
    response.end();
  }
}

const CLOSED = "Open the address that `colophon preview` has printed.\n";

const NOTHING = { type: "text/plain; charset=utf-8", body: "" } as const;

async function answerTo(
  request: IncomingMessage,
  response: ServerResponse,
  routes: Routes,
  token: string,
): Promise<Answer | "open" | undefined> {
  const port = request.socket.localPort ?? 0;
  if (!hasOwnHost(request, port)) return { ...NOTHING, status: 421 };
  const url = new URL(request.url ?? "/", `http://${ADDRESS}`);
  if (isEntrance(url, token)) return { ...NOTHING, status: 303, headers: entrance(port, token) };
  if (!mayRead(request, port, token)) return { ...NOTHING, status: 403, body: CLOSED };
  switch (request.method) {
    case "GET":
    case "HEAD":
      return routes.get(url.pathname, url.searchParams, response);
    case "POST":
      if (!isOwnRequest(request, port, token)) return { ...NOTHING, status: 403 };
      return routes.post(url.pathname, JSON.parse(await bodyOf(request)));
    default:
      return { ...NOTHING, status: 405 };
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > LARGEST_BODY) throw new Error("The request is too long");
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}
