/**
 * Opens a page that is never drawn.
 *
 * A browser draws sixty frames a second of what changes on a page. Ours is printed, and nobody sees it: to lay out and
 * paint the text of a run on one endless screen, between its pages being planned and printed, was an eighth of all work.
 */
import type { Browser, Page } from "puppeteer-core";

/** Lets pages be opened that are drawn when that is asked for, and not before. Headless shells know it. */
export const UNSEEN_FLAG = "--enable-begin-frame-control";

/** It tells the page from others, until it goes somewhere else. */
const ADDRESS = "about:blank#unseen";

/** @returns a page that is drawn like any other, when the browser knows no better. */
export async function openUnseenPage(browser: Browser): Promise<Page> {
  const session = await browser.target().createCDPSession();
  try {
    await session.send("Target.createTarget", { url: ADDRESS, enableBeginFrameControl: true });
  } catch {
    return browser.newPage();
  } finally {
    await session.detach();
  }
  const target = await browser.waitForTarget((each) => each.url() === ADDRESS);
  return (await target.page()) ?? browser.newPage();
}
