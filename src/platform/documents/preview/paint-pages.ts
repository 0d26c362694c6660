/** Painting pages: a PDF as a picture of its first pages, so that a page of ours can show it on any phone, without script, frame or plug-in. */
import { Worker } from 'node:worker_threads';
import { fromRoot } from '../../config/project-root.ts';
import type { Painted, PaintOrder } from './page-painter.ts';

/** Pages drawn; the whole file is a link away. */
export const PREVIEW_PAGES = 5;
const WIDTH = 900;
/** A page of an office takes some 20 ms; what takes this long is broken or means harm. */
const MOST_MS = 10_000;
/** Then the painter goes, and the 50 MB it holds. */
const IDLE_MS = 60_000;

let painter: Worker | undefined;
let idle: NodeJS.Timeout | undefined;
let queue: Promise<unknown> = Promise.resolve();

/** One at a time: a queue of people who look costs no more memory than one. Undefined where no picture can be made of it. */
export function paintPages(bytes: Uint8Array): Promise<Buffer | undefined> {
  const painted = queue.then(() => order({ bytes, width: WIDTH, mostPages: PREVIEW_PAGES }));
  queue = painted.catch(() => undefined);
  return painted;
}

async function order(wanted: PaintOrder): Promise<Buffer | undefined> {
  clearTimeout(idle);
  painter ??= startPainter();
  const painted = await answerOf(painter, wanted);
  if (painted === 'gone') painter = undefined;
  idle = setTimeout(dismissPainter, IDLE_MS).unref();
  return painted !== 'gone' && 'png' in painted ? Buffer.from(painted.png) : undefined;
}

/** From its source, which every installation has: the thread's own file is what Node starts, not a bundle. */
function startPainter(): Worker {
  const started = new Worker(fromRoot('src/platform/documents/preview/page-painter.ts'));
  started.unref();
  return started;
}

function dismissPainter(): void {
  void painter?.terminate();
  painter = undefined;
}

/** `gone`: it broke, or was ended because it took too long. */
function answerOf(worker: Worker, wanted: PaintOrder): Promise<Painted | 'gone'> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => settle('gone'), MOST_MS);
    const onMessage = (painted: Painted) => settle(painted);
    const onEnd = () => settle('gone');
    worker.once('message', onMessage).once('error', onEnd).once('exit', onEnd);
    worker.postMessage(wanted, []);

    function settle(painted: Painted | 'gone'): void {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onEnd).off('exit', onEnd);
      if (painted === 'gone') void worker.terminate();
      resolve(painted);
    }
  });
}
