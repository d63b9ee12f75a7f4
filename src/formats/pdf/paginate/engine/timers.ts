/**
 * Replaces the frame and idle timers by microtasks.
 *
 * Paged.js yields between pages through them. A browser throttles both on pages that nobody
 * looks at, and between two pages it would draw a frame of a page that nobody sees, which
 * costs style and layout once more.
 */
export function replaceTimers(): void {
  const cancelled = new Set<number>();
  let last = 0;
  const request = (callback: FrameRequestCallback): number => {
    last += 1;
    const handle = last;
    queueMicrotask(() => {
      if (!cancelled.delete(handle)) callback(performance.now());
    });
    return handle;
  };
  window.requestAnimationFrame = request;
  window.cancelAnimationFrame = (handle) => cancelled.add(handle);
  window.requestIdleCallback = (callback) =>
    request(() => callback({ didTimeout: false, timeRemaining: () => 50 }));
  window.cancelIdleCallback = window.cancelAnimationFrame;
}
