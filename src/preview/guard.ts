/**
 * Keeps other people's pages away from the server.
 *
 * It listens on the loopback interface, yet every page open in a browser on this machine
 * can send it requests. A name that an attacker points to 127.0.0.1 (DNS rebinding) shows
 * in the `Host` header; a request from elsewhere shows in `Origin` and lacks the token. Other users of the
 * machine can connect too: whoever has not opened the address with the token gets nothing.
 */
import { randomBytes, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";

/** The header that carries the token. A form or a picture of another site cannot set it. */
export const TOKEN_HEADER = "x-colophon-token";

/** A secret of this run of the server. */
export function makeToken(): string {
  return randomBytes(24).toString("base64url");
}

/** True when the request was made to this server by one of its names. */
export function hasOwnHost({ headers }: IncomingMessage, port: number): boolean {
  return ownHosts(port).includes(headers.host ?? "");
}

/** True when the request comes from our own page. */
export function isOwnRequest({ headers }: IncomingMessage, port: number, token: string): boolean {
  const origins = ownHosts(port).map((host) => `http://${host}`);
  return origins.includes(headers.origin ?? "") && isSame(String(headers[TOKEN_HEADER] ?? ""), token);
}

/** The parameter of the address that carries the token, once: a cookie takes its place. */
export const TOKEN_PARAMETER = "token";

/** True when the request comes from a browser that has opened the address of the preview. */
export function mayRead({ headers }: IncomingMessage, port: number, token: string): boolean {
  const cookies = (headers.cookie ?? "").split(";").map((each) => each.trim());
  return cookies.some((each) => isSame(each, `${cookieName(port)}=${token}`));
}

/** True for the address that opens the preview. */
export function isEntrance({ pathname, searchParams }: URL, token: string): boolean {
  return pathname === "/" && isSame(searchParams.get(TOKEN_PARAMETER) ?? "", token);
}

/** Lets a browser in, and takes the token out of the address that it shows and remembers. */
export function entrance(port: number, token: string): Readonly<Record<string, string>> {
  return { Location: "/", "Set-Cookie": `${cookieName(port)}=${token}; Path=/; HttpOnly; SameSite=Lax` };
}

/** Browsers send cookies to all ports of a host. */
function cookieName(port: number): string {
  return `colophon-${port}`;
}

function ownHosts(port: number): string[] {
  const names = ["127.0.0.1", "localhost"];
  // Browsers leave the port out of `Host` when it is the one of the protocol.
  return names.flatMap((name) => [`${name}:${port}`, ...(port === 80 ? [name] : [])]);
}

function isSame(given: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** Sent with everything: nothing may embed it, sniff it or learn where it came from. */
export const COMMON_HEADERS: Readonly<Record<string, string>> = {
  "Cache-Control": "no-store",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

/**
 * The policy of our own page (Content Security Policy 3).
 *
 * pdf.js gives fonts as `data:` where it cannot hand them over as bytes, and pictures as `blob:`.
 */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** The policy of the ebook's own files: whatever a manuscript smuggles in, no script of it runs. */
export const EBOOK_POLICY = [
  "default-src 'none'",
  "script-src 'none'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "media-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  "sandbox allow-same-origin",
].join("; ");
