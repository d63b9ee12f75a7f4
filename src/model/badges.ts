/** Badges: small pictures of a project's state that a web page shows and a book has no use for. */

const HOSTS =
  /(?:^|\.)(?:shields\.io|badgen\.net|badge\.fury\.io|travis-ci\.(?:org|com)|codecov\.io|coveralls\.io|circleci\.com|appveyor\.com|cirrus-ci\.com|semaphoreci\.com|drone\.io|snyk\.io|david-dm\.org|deps\.rs|goreportcard\.com|codacy\.com|codeclimate\.com|isitmaintained\.com|bestpractices\.(?:dev|coreinfrastructure\.org)|sonarcloud\.io|badges\.gitter\.im|badgers?\.space|nodei\.co|contrib\.rocks|star-history\.com)$/i;

/** `badge.svg`, `/badge/…`, `/badges/…`, `build-status.svg`, as services call them. */
const PATH = /(?:^|\/)(?:[\w.-]*badges?[\w.-]*|build[-_]?status|ci[-_]status)(?:\/|\.svg$|\.png$|$)/i;

/** True for the address of a picture that says how a project fares. */
export function isBadge({ hostname, pathname }: URL): boolean {
  return HOSTS.test(hostname) || PATH.test(pathname);
}
