/** The courier brings signed messages to merchants: again and again until they say 2xx, but not for ever. */
import { setTimeout as pause } from 'node:timers/promises';
import { postSigned } from '../signed-callback.ts';
import type { Delivery, Ledger } from './ledger.ts';

export interface Courier {
  /** Resolves when the message is delivered or given up. */
  bring(delivery: Delivery): Promise<void>;
}

const HOUR = 3600;

/** `delays` are the pauses in milliseconds between attempts: one attempt more than there are delays. */
export function newCourier(ledger: Ledger, { secret, delays }: { secret: string; delays: readonly number[] }): Courier {
  return {
    async bring(delivery) {
      const body = JSON.stringify(delivery.event);
      for (const delay of [0, ...delays]) {
        await pause(delay);
        const now = Math.floor(Date.now() / 1000);
        const status = await postSigned({
          url: delivery.url,
          prefix: 'payment',
          secret: delivery.signing === 'wrong-key' ? `not ${secret}` : secret,
          timestamp: delivery.signing === 'stale' ? now - HOUR : now,
          body,
        });
        delivery.attempts.push({ at: new Date().toISOString(), status: status ?? null });
        const isTaken = status !== undefined && status >= 200 && status < 300;
        // who sends a forged message does not come back with the same one
        const isLast = delivery.signing !== 'right' || delivery.attempts.length > delays.length;
        if (isTaken || isLast) delivery.state = isTaken ? 'delivered' : 'given-up';
        ledger.save();
        if (delivery.state !== 'owed') return;
      }
    },
  };
}
