/** Ending in good order: on Ctrl-C, on SIGTERM, when the terminal closes, or when the program that started this one is gone. */

interface Stoppable {
  stop(): Promise<void>;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Asked while still starting, it stops as soon as it has started, so that no database is left running. */
export function stopWhenTold(starting: Promise<Stoppable>): void {
  let told = false;
  const stop = (): void => {
    told = true;
    void starting
      .then((running) => running.stop())
      .then(
        () => process.exit(0),
        () => process.exit(1),
      );
  };
  for (const signal of SIGNALS) {
    // A second signal ends it at once; nothing acknowledged is lost, the database recovers.
    process.on(signal, () => (told ? process.exit(1) : stop()));
  }
  process.on('disconnect', () => told || stop());
}

export class ToldToStop extends Error {
  readonly code = 'system.told-to-stop';
}

/** For work with an end of its own: until `forget`, a signal aborts instead of killing, so that what was started can be stopped. */
export function untilTold(): { readonly signal: AbortSignal; readonly aborted: Promise<never>; forget(): void } {
  const controller = new AbortController();
  const { signal } = controller;
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });
  aborted.catch(() => undefined); // told before anybody waits
  const stop = (): void => {
    if (signal.aborted) process.exit(1); // a second signal, as above
    controller.abort(new ToldToStop('Đã dừng giữa chừng theo yêu cầu. Stopped halfway, as told.'));
  };
  for (const name of SIGNALS) process.on(name, stop);
  return {
    signal,
    aborted,
    forget() {
      for (const name of SIGNALS) process.off(name, stop);
    },
  };
}
