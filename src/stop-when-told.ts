/** Ending in good order: on Ctrl-C, on SIGTERM, when the terminal closes, or when the program that started this one is gone. */

interface Stoppable {
  stop(): Promise<void>;
}

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
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    // A second signal ends it at once; nothing acknowledged is lost, the database recovers.
    process.on(signal, () => (told ? process.exit(1) : stop()));
  }
  process.on('disconnect', () => told || stop());
}
