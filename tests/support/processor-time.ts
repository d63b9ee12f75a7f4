/**
 * Milliseconds in which this process has had a processor: how long it has worked. A clock counts what others do on the
 * machine meanwhile, and a test with one fails where they do much.
 */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
