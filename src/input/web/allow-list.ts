/**
 * What may be fetched: hosts and address prefixes that whoever runs the program has listed.
 *
 * The forms are those of a host source in a Content Security Policy (CSP Level 3, section 2.3.1),
 * but `https` is meant where no scheme is written. A manuscript has no say in the list.
 */
import { BlockList, isIP } from "node:net";
import { diagnostic, type Report } from "../../diagnostics/diagnostic.js";

export interface AllowList {
  has(address: URL): boolean;
  /** Whether a host may have this IP address: a public one, or one that is itself on the list. */
  reaches(ip: string): boolean;
}

interface Entry {
  readonly protocol: string;
  /** True for `*.example.org`, which is every host below, but not the host itself. */
  readonly isBelow: boolean;
  readonly hostname: string;
  readonly port: string;
  /** Of a path that ends with `/` all that begins with it, of any other only itself. */
  readonly path: string;
}

/** Not on the public Internet: the special-purpose registries of IANA (RFC 6890), and multicast. */
const PRIVATE: readonly (readonly [net: string, bits: number, type: "ipv4" | "ipv6"])[] = [
  ["0.0.0.0", 8, "ipv4"],
  ["10.0.0.0", 8, "ipv4"],
  ["100.64.0.0", 10, "ipv4"],
  ["127.0.0.0", 8, "ipv4"],
  ["169.254.0.0", 16, "ipv4"],
  ["172.16.0.0", 12, "ipv4"],
  ["192.0.0.0", 24, "ipv4"],
  ["192.0.2.0", 24, "ipv4"],
  ["192.168.0.0", 16, "ipv4"],
  ["198.18.0.0", 15, "ipv4"],
  ["198.51.100.0", 24, "ipv4"],
  ["203.0.113.0", 24, "ipv4"],
  ["224.0.0.0", 3, "ipv4"],
  ["::", 96, "ipv6"],
  ["::ffff:0:0:0", 96, "ipv6"],
  ["64:ff9b::", 32, "ipv6"],
  ["100::", 64, "ipv6"],
  ["2001::", 23, "ipv6"],
  ["2001:db8::", 32, "ipv6"],
  ["2002::", 16, "ipv6"],
  ["fc00::", 7, "ipv6"],
  ["fe80::", 10, "ipv6"],
  ["fec0::", 10, "ipv6"],
  ["ff00::", 8, "ipv6"],
];

/**
 * Reads one entry: `images.example.org`, `*.example.org`, `https://example.org/covers/`.
 *
 * @returns the entry, or in words what is wrong.
 */
export function readEntry(text: string): Entry | string {
  const [, scheme = "https://", star, rest = ""] =
    /^([a-z][a-z+.-]*:\/\/)?(\*\.)?(.*)$/is.exec(text.trim()) ?? [];
  const url = URL.canParse(scheme + rest) ? new URL(scheme + rest) : undefined;
  if (url === undefined || url.hostname === "" || /[*\s]/.test(rest))
    return `\`${text}\` is not a host or an address`;
  if (url.protocol !== "https:" && url.protocol !== "http:")
    return `\`${text}\` is not on the web; only https and http are fetched`;
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "")
    return `\`${text}\` has more than a host and a path`;
  if (star !== undefined && (isIP(bare(url.hostname)) > 0 || !url.hostname.includes(".")))
    return `\`${text}\` would be every host of a whole domain; name more of it`;
  const { protocol, hostname, port, pathname } = url;
  return { protocol, isBelow: star !== undefined, hostname, port, path: pathname };
}

/** The entries that can be read; each of the others is reported. */
export function soundEntries(entries: readonly string[], report: Report): readonly string[] {
  return entries.filter((each) => {
    const entry = readEntry(each);
    if (typeof entry !== "string") return true;
    const hint = "List hosts and addresses like images.example.org and https://example.org/covers/";
    report(diagnostic("bad-allow-list", entry, undefined, hint));
    return false;
  });
}

/** @throws Error for an entry that cannot be read: see `readEntry`. */
export function allowList(entries: readonly string[]): AllowList {
  const listed = entries.map((each) => {
    const entry = readEntry(each);
    if (typeof entry === "string") throw new Error(entry);
    return entry;
  });
  const isPrivate = privateAddresses();
  const hosts = new Set(listed.map(({ hostname }) => bare(hostname)));
  const isListed = (ip: string) => hosts.has(ip) || (hosts.has("localhost") && /^(?:127\.|::1$)/.test(ip));
  return {
    has: (address) => listed.some((entry) => matches(entry, address)),
    reaches: (ip) => isListed(ip) || !isPrivate(ip),
  };
}

function matches({ protocol, isBelow, hostname, port, path }: Entry, address: URL): boolean {
  if (address.protocol !== protocol || address.port !== port) return false;
  if (address.username !== "" || address.password !== "") return false;
  // Some servers take an encoded slash for a slash: the path would lead out of its folder.
  if (/%2f|%5c/i.test(address.pathname)) return false;
  const isHost = isBelow ? address.hostname.endsWith(`.${hostname}`) : address.hostname === hostname;
  return isHost && (path.endsWith("/") ? address.pathname.startsWith(path) : address.pathname === path);
}

function privateAddresses(): (ip: string) => boolean {
  const list = new BlockList();
  for (const [net, bits, type] of PRIVATE) list.addSubnet(net, bits, type);
  // What is no address at all is not let through. IPv4 addresses in IPv6 ones are seen as such.
  return (ip) => isIP(ip) === 0 || list.check(ip, isIP(ip) === 6 ? "ipv6" : "ipv4");
}

/** `[::1]` is how an address writes `::1`. */
export function bare(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, "");
}
