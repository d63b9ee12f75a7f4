/**
 * Replaces the frame and idle timers by a message channel.
 *
 * Paged.js yields between pages through them, and a browser throttles both on pages
 * that nobody looks at: two runs side by side would wait for each other.
 */
export function replaceTimers(): void {
  const queue = new Map<number, FrameRequestCallback>();
  const channel = new MessageChannel();
  let last = 0;
  channel.port1.onmessage = (event: MessageEvent<number>) => {
    const callback = queue.get(event.data);
    queue.delete(event.data);
    callback?.(performance.now());
  };
  const request = (callback: FrameRequestCallback): number => {
    last += 1;
    queue.set(last, callback);
    channel.port2.postMessage(last);
    return last;
  };
  window.requestAnimationFrame = request;
  window.cancelAnimationFrame = (handle) => queue.delete(handle);
  window.requestIdleCallback = (callback) =>
    request(() => callback({ didTimeout: false, timeRemaining: () => 50 }));
  window.cancelIdleCallback = window.cancelAnimationFrame;
}
