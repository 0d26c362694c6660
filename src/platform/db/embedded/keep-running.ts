/** Watches a server that is ours: one that dies, say by the kernel's hand when memory runs out, is started again. */
import { findProcess } from './process-identity.ts';

export interface Kept {
  /** Ends the watch, waits for a start that is under way, and answers the pid of the server then. */
  letGo(): Promise<number>;
}

/** Elsewhere than on Linux looking at a process costs a program of its own. */
const LOOK_MS = process.platform === 'linux' ? 500 : 5000;

/** `restart` answers the new pid; while it fails it is tried again at every look, and the operator reads why. */
export function keepRunning(first: number, restart: () => Promise<number>): Kept {
  let pid = first;
  let restarting: Promise<void> | undefined;
  const timer = setInterval(() => {
    if (restarting === undefined && findProcess(pid) === undefined) restarting = startAgain();
  }, LOOK_MS);
  timer.unref();

  async function startAgain(): Promise<void> {
    try {
      pid = await restart();
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
    } finally {
      restarting = undefined;
    }
  }

  return {
    async letGo() {
      clearInterval(timer);
      await restarting;
      return pid;
    },
  };
}
