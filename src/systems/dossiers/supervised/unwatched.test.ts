import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fromRoot } from '../../../platform/config/project-root.ts';
import { dossierEntries } from '../events.ts';
import { supervisedDossier } from './supervised-dossier.ts';

/** Their names are put together: an opinion, or a part of a linked procedure, is reminded of and overdue. */
const PUT_TOGETHER = ['opinion-reminded', 'opinion-overdue', 'part-reminded', 'part-overdue'].map(
  (name) => `dossiers.${name}`,
);

/** Where acts on a dossier are decided. */
const turns = readdirSync(fromRoot('src/systems/dossiers/turns'))
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => readFileSync(join(fromRoot('src/systems/dossiers/turns'), name), 'utf8'))
  .join('\n');

test('a rule may wait for just the entries that acts on a dossier write', () => {
  const written = Object.keys(dossierEntries).filter(
    (type) => turns.includes(`'${type}'`) || PUT_TOGETHER.includes(type),
  );
  const watchable = Object.keys(dossierEntries).filter((type) => !supervisedDossier.unwatched.includes(type));
  expect(watchable.toSorted()).toEqual(written.toSorted());
});
