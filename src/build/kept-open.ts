/** What a session has read stays in memory, for who builds again and again. */
import { remembered } from "../cache/remembered.js";
import type { Store } from "../cache/store.js";
import { rememberManuscripts } from "../read/manuscript-cache.js";
import type { BuildSession } from "./session.js";

/** @param store what is kept between builds, if that is not all that the session would keep. */
export function keptOpen(session: BuildSession, store: Store = session.store): BuildSession {
  const inMemory = remembered(store);
  rememberManuscripts(inMemory);
  return { ...session, store: inMemory };
}
