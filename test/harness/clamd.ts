/** Virus scanners for tests: a peer that speaks clamd's protocol, and clamd itself where it is installed. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** The standard test file of virus scanners, in two halves so that no scanner takes this source for it. */
export const EICAR = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-', 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
);
const SCAN_LIMIT = 400_000;

/** A peer that speaks PING and INSTREAM as clamd(8) states them: reads the command, the chunks by their lengths, and answers with a NUL. */
export function speakInstream(socket: Socket): void {
  const command = Buffer.from('zINSTREAM\0');
  let received = Buffer.alloc(0);
  const content: Buffer[] = [];
  let commanded = false;
  const answer = (text: string) => socket.end(`${text}\0`);
  socket.on('data', (piece) => {
    received = Buffer.concat([received, piece]);
    if (!commanded) {
      if (received.equals(Buffer.from('zPING\0'))) return answer('PONG');
      if (received.length < command.length) return;
      if (!received.subarray(0, command.length).equals(command)) return answer('UNKNOWN COMMAND');
      received = received.subarray(command.length);
      commanded = true;
    }
    while (received.length >= 4) {
      const length = received.readUInt32BE();
      if (length === 0)
        return answer(Buffer.concat(content).includes(EICAR) ? 'stream: Eicar-Signature FOUND' : 'stream: OK');
      if (received.length < 4 + length) return;
      content.push(received.subarray(4, 4 + length));
      received = received.subarray(4 + length);
      if (Buffer.concat(content).length > SCAN_LIMIT) return answer('INSTREAM size limit exceeded. ERROR');
    }
  });
}

const CLAMD = '/usr/sbin/clamd';

export const isClamdHere = existsSync(CLAMD);

/** The scanner itself, with a list of the signature of `harmful` alone, so that it needs no download. */
export async function startClamd(
  folder: string,
  harmful: Uint8Array = EICAR,
): Promise<{ address: string; stop: () => Promise<void> }> {
  const path = join(folder, 'clamd.ctl');
  const md5 = createHash('md5').update(harmful).digest('hex');
  writeFileSync(join(folder, 'own.hdb'), `${md5}:${harmful.length}:Eicar-Test\n`);
  const settings = {
    LocalSocket: path,
    DatabaseDirectory: folder,
    StreamMaxLength: '1M',
    Foreground: 'yes',
    User: userInfo().username,
  };
  const file = join(folder, 'clamd.conf');
  writeFileSync(
    file,
    Object.entries(settings)
      .map((setting) => setting.join(' '))
      .join('\n'),
  );
  const clamd = spawn(CLAMD, ['-c', file], { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => clamd.once('exit', () => resolve()));
  while (!existsSync(path) && clamd.exitCode === null) await delay(50);
  return {
    address: `unix:${path}`,
    stop: () => {
      clamd.kill();
      return ended;
    },
  };
}
