import { expect, test } from 'vitest';
import { aDossier, applied, command, contextAt, legal, STEPS } from '../../../../test/harness/dossier-state.ts';
import { instant } from '../../../platform/calendar/instant.ts';
import type { Decision, Refusal } from '../../../platform/cases/decision.ts';
import type { DossierState } from '../dossier-state.ts';
import { decideAcceptance } from './acceptance.ts';
import { decideApology } from './apology.ts';
import { decideDraftApology, withApologyTimer } from './apology-draft.ts';
import { decideAskForSupplement, decideSupplySupplement } from './supplement.ts';

const at = instant;
const of = (decided: Decision | Refusal): Decision => {
  if (decided.kind === 'refusal') throw new Error(decided.code);
  return decided;
};
const counter = (more: Partial<DossierState> = {}) => aDossier({ channel: 'counter', fees: [], ...more });
const acceptedAt = (time: string, dossier = counter()) =>
  withApologyTimer(dossier, of(decideAcceptance(dossier, command, contextAt(at(time)))), contextAt(at(time)));
const addressed = (dossier: DossierState) => ({ ...dossier, applicant: { name: 'Nguyễn Thị Lúa' } });
const draft = (dossier: DossierState, time: string) =>
  decideDraftApology(addressed(dossier), command, contextAt(at(time)));

test('the timer stands one working day before the end of the term, and follows the clock', () => {
  const accepted = acceptedAt('2026-11-02T08:00');
  expect(accepted.timers['dossiers.apology']).toBe(at('2026-11-06T08:00'));
  const dossier = applied(counter(), accepted);
  const time = contextAt(at('2026-11-03T08:00'));
  const asked = of(
    decideAskForSupplement(dossier, { ...command, items: [{ component: null, text: 'x' }], reason: 'y' }, time),
  );
  expect(withApologyTimer(dossier, asked, time).timers['dossiers.apology']).toBeNull();
  const waiting = applied(dossier, asked);
  const later = contextAt(at('2026-11-10T08:00'));
  const files = [{ id: 'x', component: 'a', fileId: 'f' }];
  const supplied = of(decideSupplySupplement(waiting, { ...command, files, note: '' }, later));
  expect(withApologyTimer(waiting, supplied, later).timers['dossiers.apology']).toBe(at('2026-11-16T08:00'));
});

test('a term of a day leaves no time for a letter before its end', () => {
  expect(acceptedAt('2026-11-02T08:00', counter({ term: '1wd' })).timers['dossiers.apology']).toBeNull();
  expect(acceptedAt('2026-11-02T08:00', counter({ term: '0wd' })).timers['dossiers.apology']).toBeNull();
});

test('the letter is erasable content, names holder and signer, and proposes a date after what is left of the process', () => {
  const dossier = applied(counter(), acceptedAt('2026-11-02T08:00'));
  expect(draft(dossier, '2026-11-06T07:59')).toMatchObject({ code: 'dossiers.not-late-enough' });
  const decided = of(draft(dossier, '2026-11-06T08:00'));
  expect(decided.entries).toMatchObject([
    {
      type: 'dossiers.apology-drafted',
      body: {
        was_due: '2026-11-09T08:00:00+07:00',
        proposed: '2026-11-10T17:00:00+07:00',
        holder: { unit: 'unit-of-examine', role: 'CV', account: null },
        signer: { unit: 'unit-of-sign', role: 'CV' },
      },
      content: { letter: expect.stringContaining('Kính gửi: Nguyễn Thị Lúa.') },
    },
  ]);
  expect(JSON.stringify(decided.entries[0]?.body)).not.toContain('Lúa');
  const drafted = applied(dossier, decided);
  expect(draft(drafted, '2026-11-06T09:00')).toMatchObject({ code: 'dossiers.apology-drafted-already' });
});

test('the holder of the step or the signer of the result sends it; nobody else, and once', () => {
  const steps = STEPS.map((step) => (step.key === 'sign' ? { ...step, role: 'CT' } : step));
  const before = counter({ steps });
  const dossier = applied(before, acceptedAt('2026-11-02T08:00', before));
  const send = (unit: string, role: string, state = dossier) =>
    decideApology(
      state,
      { ...command, until: '', untilAt: at('2026-11-10T17:00'), reason: 'Chờ ý kiến của Sở.' },
      {
        actor: contextAt(at('2026-11-06T08:00')).actor,
        at: at('2026-11-06T08:00'),
        legal,
        rolesAt: (id) => (id === unit ? [role] : []),
      },
    );
  expect(send('unit-of-receive', 'CV')).toMatchObject({ code: 'dossiers.not-your-step' });
  expect(send('unit-of-sign', 'CV')).toMatchObject({ code: 'dossiers.not-your-step' });
  expect(send('unit-of-examine', 'CV').kind).toBe('decision');
  const sent = applied(dossier, of(send('unit-of-sign', 'CT')));
  expect(sent).toMatchObject({ apologies: 1, dueAt: at('2026-11-10T17:00') });
  expect(send('unit-of-sign', 'CT', sent)).toMatchObject({ code: 'dossiers.second-apology' });
  expect(draft(sent, '2026-11-10T08:00')).toMatchObject({ code: 'dossiers.second-apology' });
});
