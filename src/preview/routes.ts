/** What the server answers: its own page, pdf.js, the editions, and what is told to the editor. */
import type { ServerResponse } from "node:http";
import { posix } from "node:path";
import * as z from "zod";
import { openFolder } from "../input/folder.js";
import type { Editions, Revision } from "./editions.js";
import type { Editor } from "./editor.js";
import { EBOOK_POLICY } from "./guard.js";
import type { Hub } from "./hub.js";
import type { Answer, Routes } from "./listen.js";
import { ownFile } from "./own-files.js";

export interface RouteContext {
  /** The publication's folder: nothing outside of it is opened. */
  readonly root: string;
  readonly editions: Editions;
  readonly editor: Editor | undefined;
  readonly hub: Hub;
  /** Called when a page begins to look at an edition. */
  readonly onViewers: () => void;
}

const JSON_TYPE = "application/json";

export function previewRoutes(context: RouteContext): Routes {
  return {
    async get(path, query, response) {
      if (path === "/events") return follow(context, query.get("edition") ?? "", response);
      const edition = /^\/editions\/([^/]+)\/([0-9a-f]+)\/(.+)$/.exec(path);
      if (!edition) return ownFile(path);
      const [, id, revision, rest] = edition.map(decodeURIComponent) as [string, string, string, string];
      const found = context.editions.revision(id, revision);
      return found && partOf(found, rest);
    },
    async post(path, body) {
      return path === "/open" ? openSource(context, body) : undefined;
    },
  };
}

function follow({ hub, onViewers }: RouteContext, edition: string, response: ServerResponse): "open" {
  hub.join(response, edition);
  onViewers();
  return "open";
}

/** `document.pdf`, `sources.json`, `spine.json` or `book/<path in the archive>`. */
async function partOf(revision: Revision, path: string): Promise<Answer | undefined> {
  if (path === "sources.json")
    return { type: JSON_TYPE, body: JSON.stringify(revision.sourceMap?.blocks ?? []) };
  if (revision.format === "pdf") {
    return path === "document.pdf" ? { type: "application/pdf", body: revision.bytes } : undefined;
  }
  const files = await revision.files();
  if (path === "spine.json") return { type: JSON_TYPE, body: JSON.stringify(files.spine) };
  if (!path.startsWith("book/")) return undefined;
  const file = await files.read(posix.normalize(path.slice("book/".length)));
  if (file === undefined) return undefined;
  const headers = { "Content-Security-Policy": EBOOK_POLICY };
  return { type: file.mediaType, body: file.bytes, headers };
}

const openRequest = z.object({
  file: z.string(),
  line: z.number().int().min(1),
  column: z.number().int().min(1),
});

async function openSource({ root, editor }: RouteContext, body: unknown): Promise<Answer> {
  const asked = openRequest.safeParse(body);
  if (!asked.success || editor === undefined) return failed(400, "There is no editor to open it with");
  const { file, line, column } = asked.data;
  const found = await openFolder(root).lookup(file);
  if (found.status !== "file") return failed(404, `${file} is not there any more`);
  try {
    await editor.open({ path: found.real, line, column });
    return { status: 204, type: JSON_TYPE, body: "" };
  } catch {
    return failed(502, `${editor.name} does not start`);
  }
}

function failed(status: number, message: string): Answer {
  return { status, type: JSON_TYPE, body: JSON.stringify({ message }) };
}
