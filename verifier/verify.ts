/** The separate verifier's command: `node verifier/verify.ts --database URL --checkpoints DIR --key journal.public.pem [--json]`. */
import { createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readCheckpoints } from './checkpoints.ts';
import { readDatabase } from './database-source.ts';
import { faultLine } from './fault.ts';
import { readExport, writeExport } from './file-source.ts';
import { type Report, verifyJournal } from './verify-journal.ts';

const USAGE = `Verifies a journal with the public key alone; the format is docs/standards/journal.md.
  node verifier/verify.ts (--database URL | --journal FILE.jsonl) --checkpoints DIR --key journal.public.pem [--json]
  node verifier/verify.ts --database URL --export FILE.jsonl
Exit 0: whole. 1: at least one fault. 2: could not be read.
`;

async function run(): Promise<number> {
  const options = { type: 'string' } as const;
  const { values } = parseArgs({
    options: {
      database: options,
      journal: options,
      checkpoints: options,
      key: options,
      export: options,
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return say(USAGE, 0);
  const { database, journal, checkpoints, key } = values;
  if ((database === undefined) === (journal === undefined)) return complain(USAGE);
  const records = database === undefined ? readExport(journal as string) : readDatabase(database);
  if (values.export !== undefined) {
    await writeExport(values.export, records);
    return 0;
  }
  if (checkpoints === undefined || key === undefined) return complain(USAGE);
  const report = await verifyJournal(records, await readCheckpoints(checkpoints), createPublicKey(readFileSync(key)));
  return say(values.json ? `${JSON.stringify(report)}\n` : inWords(report), report.ok ? 0 : 1);
}

function inWords({ ok, entries, checkpoints, unsealed, faults }: Report): string {
  const tail = unsealed === 0 ? '' : `, ${unsealed} after the last checkpoint (not provable yet)`;
  return [
    ok ? 'The journal is whole.' : `The journal has ${faults.length} faults.`,
    `${entries} entries, ${checkpoints} checkpoints${tail}.`,
    ...faults.map(faultLine),
    '',
  ].join('\n');
}

function say(text: string, code: number): number {
  process.stdout.write(text);
  return code;
}

function complain(text: string): number {
  process.stderr.write(text);
  return 2;
}

try {
  process.exitCode = await run();
} catch (error) {
  process.exitCode = complain(`${(error as Error).message}\n`);
}
