import { describe, expect, it, test } from 'vitest';
import { packCalendar } from '../../../test/harness/calendar.ts';
import { instant } from '../../platform/calendar/instant.ts';
import { makeLegalClock } from '../../platform/cases/make-legal-clock.ts';
import type { ReadEntry } from '../../platform/journal/entry.ts';
import { type DossierFacts, measureDossier } from './measure-dossier.ts';

const calendar = packCalendar();
const legal = makeLegalClock(
  () => calendar,
  () => undefined,
);
const [unit, office, section] = ['unit', 'office', 'section'];
const steps = [
  { key: 'receive', term: '2h', issues: false },
  { key: 'examine', term: '8h', issues: false },
  { key: 'sign', term: '4h', issues: false },
  { key: 'issue', term: '2h', issues: true },
];

type Turn = readonly [type: string, at: string, more?: Partial<Pick<ReadEntry, 'body' | 'dims' | 'actor'>>];
type Clock = readonly [
  kind: DossierFacts['clock'][number]['kind'],
  at: string,
  more?: Partial<DossierFacts['clock'][number]>,
];

/** Entries get the number of their place as id. */
function measure(turns: readonly Turn[], clock: readonly Clock[], more: Partial<DossierFacts> = {}) {
  const entries = turns.map(
    ([type, at, rest], index): ReadEntry => ({
      id: `${index}`,
      type: type.includes('.') ? type : `dossiers.${type}`,
      tv: 1,
      subject: { type: 'dossier', id: 'case' },
      actor: { kind: 'person', unit, account: 'officer' },
      at: `${at}:00+07:00`,
      dims: { unit, receiving: office, procedure: '1.001193' },
      body: {},
      ...rest,
    }),
  );
  const events = clock.map(([kind, at, rest]) => ({ kind, at: instant(at), entryId: '-', ...rest }));
  return measureDossier(
    {
      caseId: 'case',
      competentUnit: unit,
      receivingUnit: office,
      returningUnit: office,
      channel: 'online',
      simulated: false,
      openedAt: instant('2026-11-02T08:00'),
      onlineLevel: 'full',
      steps,
      entries,
      clock: events,
      dueAt: events.length === 0 ? null : legal.caseDue(events, unit),
      ...more,
    },
    legal,
  );
}

// a Monday; three working days end on Thursday 5 November at 09:00
const BEGIN = '2026-11-02T09:00';
const accepted: Turn = ['dossier-accepted', BEGIN, { body: { next_step: 'examine' } }];
const started: Clock = ['started', BEGIN, { term: '3wd' }];
const issued = (at: string): Turn => [
  'result-issued',
  at,
  { dims: { unit, receiving: office, outcome: 'approved' }, body: { file: 'f' } },
];

describe('a term of three working days from Monday 09:00', () => {
  it.each([
    ['the day before', '2026-11-04T16:59', 'early'],
    ['on the day, before the hour', '2026-11-05T08:00', 'on-time'],
    ['at the very minute', '2026-11-05T09:00', 'on-time'],
    ['a minute after', '2026-11-05T09:01', 'late'],
  ])('decided %s', (_, at, standing) => {
    const row = measure([accepted, issued(at)], [started, ['stopped', at]]);
    expect(row).toMatchObject({ standing, outcome: 'approved', finishedAt: instant(at), receivedAt: instant(BEGIN) });
  });

  it.each([
    ['2026-11-09T16:00', 'early'],
    ['2026-11-10T08:30', 'on-time'],
    ['2026-11-10T09:01', 'late'],
  ])('paused from Tuesday 09:00 to Friday 09:00 it ends on Tuesday 10 November: %s is %s', (at, standing) => {
    const clock: Clock[] = [started, ['paused', '2026-11-03T09:00'], ['resumed', '2026-11-06T09:00'], ['stopped', at]];
    const row = measure([accepted, issued(at)], clock);
    expect(row.standing).toBe(standing);
    expect(row.terms).toEqual([
      { from: instant(BEGIN), due: instant('2026-11-05T09:00') },
      { from: instant('2026-11-03T09:00'), due: null },
      { from: instant('2026-11-06T09:00'), due: instant('2026-11-10T09:00') },
    ]);
  });

  it('given back for papers and completed a week later, it runs from zero', () => {
    const turns: Turn[] = [
      accepted,
      ['supplement-asked', '2026-11-04T10:00', { body: { before_acceptance: false } }],
      ['supplement-supplied', '2026-11-09T10:00', { body: { restarts: true } }],
      issued('2026-11-12T09:59'),
    ];
    const clock: Clock[] = [
      started,
      ['paused', '2026-11-04T10:00'],
      ['restarted', '2026-11-09T10:00', { term: '3wd' }],
      ['stopped', '2026-11-12T09:59'],
    ];
    expect(measure(turns, clock)).toMatchObject({ standing: 'on-time', requests: 1, askedBy: 'others' });
  });

  it('withdrawn while paused it is no result, and in time', () => {
    const turns: Turn[] = [accepted, ['dossier-withdrawn', '2026-11-20T10:00', { body: { outcome: 'withdrawn' } }]];
    const clock: Clock[] = [started, ['paused', '2026-11-03T09:00'], ['stopped', '2026-11-20T10:00']];
    expect(measure(turns, clock)).toMatchObject({ outcome: 'withdrawn', standing: 'early' });
  });

  it('a new date with an apology leaves it late', () => {
    const clock: Clock[] = [
      started,
      ['extended', '2026-11-04T15:00', { until: instant('2026-11-10T16:00'), reason: 'apology' }],
      ['stopped', '2026-11-09T10:00'],
    ];
    expect(measure([accepted, issued('2026-11-09T10:00')], clock).standing).toBe('late');
  });

  it('silence is late, even at the very minute', () => {
    const turns: Turn[] = [
      accepted,
      ['decided-by-silence', '2026-11-05T09:00', { dims: { unit, outcome: 'silence' } }],
    ];
    expect(measure(turns, [started, ['stopped', '2026-11-05T09:00']])).toMatchObject({
      outcome: 'silence',
      standing: 'late',
    });
  });
});

test('a term in hours: the last working hour is on time, over a night too', () => {
  const eight: Clock = ['started', '2026-11-02T09:00', { term: '8h' }];
  const at = (time: string) => measure([accepted, issued(time)], [eight, ['stopped', time]]).standing;
  // due on Tuesday at 09:00
  expect([at('2026-11-03T07:59'), at('2026-11-03T08:01'), at('2026-11-03T09:00'), at('2026-11-03T09:01')]).toEqual([
    'early',
    'on-time',
    'on-time',
    'late',
  ]);
});

test('what was refused at the counter was never received and has no standing', () => {
  const row = measure([['dossier-refused', '2026-11-02T10:00', { body: { outcome: 'not-accepted' } }]], []);
  expect(row).toMatchObject({ receivedAt: null, outcome: 'not-accepted', standing: 'no-term', terms: [] });
});

test('refused after examination is an answer within the term, or late, and the part of whoever examined', () => {
  const refused = (at: string) =>
    measure(
      [accepted, ['processing-refused', at, { body: { outcome: 'refused', at_step: 'examine' } }]],
      [started, ['stopped', at]],
    );
  expect(refused('2026-11-03T08:30')).toMatchObject({ outcome: 'refused', standing: 'early' });
  expect(refused('2026-11-05T09:01')).toMatchObject({ outcome: 'refused', standing: 'late' });
  expect(refused('2026-11-03T08:30').parts).toMatchObject([{ step: 'examine', standing: 'on-time' }]);
});

test('an act that is not known here ends a dossier when it stopped the clock', () => {
  const refused: Turn = ['rejected-after-examination', '2026-11-04T10:00', { body: { outcome: 'rejected' } }];
  const clock: Clock[] = [started, ['stopped', '2026-11-04T10:00', { entryId: '1' }]];
  expect(measure([accepted, refused], clock)).toMatchObject({ outcome: 'rejected', standing: 'early' });
});

test('later acts change nothing of the time taken', () => {
  const at = '2026-11-04T10:00';
  const turns: Turn[] = [accepted, issued(at), ['result-returned', '2026-11-20T10:00'], issued('2026-11-25T10:00')];
  expect(measure(turns, [started, ['stopped', at]])).toMatchObject({ finishedAt: instant(at), standing: 'early' });
});

test('open, it has no end and keeps every due time it had', () => {
  expect(measure([accepted], [started])).toMatchObject({
    finishedAt: null,
    outcome: null,
    standing: null,
    electronic: null,
    terms: [{ from: instant(BEGIN), due: instant('2026-11-05T09:00') }],
  });
});

test('asked for by the office that received it, the applicant met the one-stop office only; twice is twice', () => {
  const asked = (at: string, by: string): Turn => [
    'supplement-asked',
    at,
    { actor: { kind: 'person', unit: by }, body: { before_acceptance: true } },
  ];
  expect(measure([asked('2026-11-02T09:00', office)], [])).toMatchObject({ requests: 1, askedBy: 'one-stop' });
  const twice = measure([asked('2026-11-02T09:00', office), asked('2026-11-03T09:00', section)], []);
  expect(twice).toMatchObject({ requests: 2, askedBy: 'others' });
  expect(measure([accepted], [started])).toMatchObject({ requests: 0, askedBy: 'nobody' });
});

test('money, papers and ratings come from the entries', () => {
  const turns: Turn[] = [
    [
      'dossier-submitted',
      '2026-11-02T08:00',
      {
        body: {
          files: [
            { component: 'a', file: 'x' },
            { component: 'b', file: null },
          ],
        },
      },
    ],
    accepted,
    ['payment-asked', '2026-11-02T09:00'],
    ['payment-recorded', '2026-11-02T09:30', { body: { by: 'bank', settles: true } }],
    ['feedback.dossier-rated', '2026-11-06T09:00', { body: { score: 2, reasons: ['attitude'] } }],
  ];
  const row = measure(turns, [started]);
  expect(row).toMatchObject({ duty: 'paid-online', digital: false, score: 2, complained: true });
  expect(measure(turns.slice(0, 3), [started])).toMatchObject({ duty: 'owed', score: null, complained: false });
});

test('parts are timed from their arrival to the act that ends them, and waiting for the applicant is nobody’s', () => {
  const by = (who: string): Pick<ReadEntry, 'actor'> => ({ actor: { kind: 'person', unit: who, account: who } });
  const { parts } = measure(
    [
      ['dossier-submitted', '2026-11-02T08:00', { body: { answer_by: '2026-11-03T08:00:00+07:00' } }],
      ['dossier-accepted', '2026-11-02T09:00', { ...by(office), body: { next_step: 'examine' } }],
      // eight hours from 09:00 end on Tuesday at 09:00
      ['supplement-asked', '2026-11-02T10:00', { ...by(section), body: { before_acceptance: false } }],
      ['supplement-supplied', '2026-11-09T09:00', { ...by(unit), body: { restarts: true } }],
      ['step-completed', '2026-11-10T09:01', { ...by(section), body: { step: 'examine', next_step: 'sign' } }],
      ['result-signed', '2026-11-10T13:45', { ...by(unit), body: { step: 'sign', outcome: 'approved' } }],
      [
        'result-issued',
        '2026-11-10T15:30',
        { ...by(section), dims: { unit, outcome: 'approved' }, body: { file: 'f' } },
      ],
    ],
    [],
  );
  expect(parts.map(({ step, unitId, standing }) => [step, unitId, standing])).toEqual([
    ['receive', office, 'early'],
    ['examine', section, 'late'],
    ['sign', unit, 'early'],
    ['issue', section, 'on-time'],
  ]);
});
