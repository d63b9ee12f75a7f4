/**
 * Environment variables: whatever wants one takes it from here, or is given it.
 *
 * What each is for is listed in `cli/environment.ts`.
 */
export const processEnvironment: NodeJS.ProcessEnv = process.env;
