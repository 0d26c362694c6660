import { afterAll, beforeAll, expect, test } from 'vitest';
import { aBirthDossier, anAcceptedDossier, completePresentStep, readDossier } from '../../../test/harness/dossiers.ts';
import { aHouse, type House } from '../../../test/harness/house.ts';
import { anAccount } from '../../../test/harness/people.ts';
import type { CalendarVersion } from '../../platform/calendar/calendar-version.ts';
import { sealCalendar } from '../../platform/calendar/seal-calendar.ts';
import { instant, isoOf } from '../../platform/calendar/instant.ts';
import { newId } from '../../platform/db/ids.ts';
import { publishCalendar } from '../../platform/calendar/published-calendar.ts';
import { writeAct } from '../../platform/cases/act.ts';
import { makeLegalClock } from '../../platform/cases/make-legal-clock.ts';
import { sealEntry } from '../../platform/journal/entry.ts';
import type { Platform } from '../../platform/system/platform.ts';
import { readTimeline } from './dossier-timeline.ts';
import { followCalendarNow } from './due-times.ts';
import type { DossierTables } from './tables.ts';

let house: House<DossierTables>;
beforeAll(async () => {
  house = await aHouse<DossierTables>();
});
afterAll(() => house.close());

/** 25 November 2026 becomes a day off, as a decision may say at any time. */
function withDayOff(): CalendarVersion {
  const { digest: _, ...data } = house.platform.calendar();
  const special = {
    kind: 'holiday',
    works: false,
    title: { vi: 'Ngày nghỉ mới' },
    confirmed: true,
    source: 'QĐ 1',
  } as const;
  return sealCalendar({ ...data, days: { ...data.days, '2026-11-25': special } });
}

const under = (calendar: CalendarVersion) => {
  const legal = makeLegalClock(
    () => calendar,
    () => undefined,
  );
  return { acting: { ...house.acting, legal } } as Pick<Platform<DossierTables>, 'acting'>;
};

const published = async () =>
  (await house.platform.db.selectFrom('journal.entry').select('id').where('type', '=', 'calendar.published').execute())
    .length;

test('a calendar is published once, another one is another entry, and the first again is a third', async () => {
  expect(await published()).toBe(1);
  const { db, clock, calendar } = house.platform;
  await Promise.all([1, 2, 3].map(() => publishCalendar(db, calendar(), clock)));
  expect(await published()).toBe(1);
  await publishCalendar(db, withDayOff(), clock);
  await publishCalendar(db, calendar(), clock);
  expect(await published()).toBe(3);
});

test('each open dossier whose due time a new calendar moves gets one act; the promise stays, the others are left alone', async () => {
  house.setClock('2026-11-23T08:00');
  const [moved, before, longer] = [
    await anAcceptedDossier(house, { procedure: '1.004873', answers: {} }),
    await anAcceptedDossier(house, { procedure: '1.001193', answers: {} }),
    await anAcceptedDossier(house, { procedure: '1.001776', answers: {} }),
  ];
  await completePresentStep(house, moved);
  const was = await readDossier(house, moved);
  expect(was.dueAt).toBe(instant('2026-11-26T08:00'));
  expect(await followCalendarNow(under(house.platform.calendar()))).toBe(0);

  // the marital-status certificate has 3 working days, the allowance 10; the birth is due today
  expect(await followCalendarNow(under(withDayOff()))).toBe(2);
  expect(await followCalendarNow(under(withDayOff()))).toBe(0);
  const is = await readDossier(house, moved);
  expect(is).toMatchObject({
    dueAt: instant('2026-11-27T08:00'),
    promisedAt: was.promisedAt,
    version: was.version + 1,
  });
  expect((await readDossier(house, before)).dueAt).toBe(instant('2026-11-23T17:00'));
  expect((await readDossier(house, longer)).dueAt).toBe(instant('2026-12-08T08:00'));
});

test('where silence is consent, its timer follows', async () => {
  house.setClock('2026-11-23T08:00');
  const caseId = await anAcceptedDossier(house, { procedure: '1.004650', answers: {} });
  const timer = async () =>
    (
      await house.platform.db
        .selectFrom('cases.timer')
        .select('fire_at')
        .where('case_id', '=', caseId)
        .where('kind', '=', 'dossiers.silence')
        .executeTakeFirst()
    )?.fire_at;
  expect(await timer()).toBe(instant('2026-11-30T08:00'));
  await followCalendarNow(under(withDayOff()));
  expect(await timer()).toBe(instant('2026-12-01T08:00'));
  await followCalendarNow(under(house.platform.calendar()));
  expect(await timer()).toBe(instant('2026-11-30T08:00'));
});

test('the deadline of the present step follows, and the promise of an answer within eight working hours', async () => {
  house.setClock('2026-11-24T16:00');
  const inStep = await anAcceptedDossier(house, { procedure: '1.004873', answers: {} });
  const asked = await aBirthDossier(house, { accountId: await anAccount(house, 'citizen'), stage: 'submitted' });
  const before = {
    step: (await readDossier(house, inStep)).stepDueAt,
    answer: (await readDossier(house, asked)).answerDueAt,
  };
  await followCalendarNow(under(withDayOff()));
  const after = await readDossier(house, inStep);
  expect(before.answer).toBe(instant('2026-11-25T16:00'));
  expect((await readDossier(house, asked)).answerDueAt).toBe(instant('2026-11-26T16:00'));
  expect(before.step).toBe(instant('2026-11-26T08:00'));
  expect(after.stepDueAt).toBe(instant('2026-11-27T08:00'));
  expect((await readTimeline(house.platform.db, after)).at(-1)?.detail.map(({ vi }) => vi)).toContain(
    'Hạn của bước là 08 giờ 00 phút ngày 27/11/2026.',
  );
  await followCalendarNow(under(house.platform.calendar()));
  expect((await readDossier(house, inStep)).stepDueAt).toBe(before.step);
  expect((await readDossier(house, asked)).answerDueAt).toBe(before.answer);
});

test('what another unit owes follows too: its deadline, its reminder and the timer; an answer given or overdue stays', async () => {
  house.setClock('2026-11-23T08:00');
  const caseId = await anAcceptedDossier(house, { procedure: '1.004873', answers: {} });
  const asked = await house.platform.db
    .selectFrom('organisation.unit')
    .select('id')
    .where('code', '=', 'H53.102')
    .executeTakeFirstOrThrow();
  const [open, silent] = [newId(), newId()];
  const row = { case_id: caseId, unit_id: asked.id, asked_at: isoOf(instant('2026-11-23T08:00')) };
  await house.platform.db
    .insertInto('cases.consultation')
    .values([
      { ...row, id: open, due_at: '2026-11-26T08:00:00+07:00', remind_at: '2026-11-25T08:00:00+07:00' },
      { ...row, id: silent, due_at: '2026-11-26T08:00:00+07:00', overdue_at: '2026-11-23T08:00:00+07:00' },
    ])
    .execute();
  const { entries } = { entries: [open, silent].map((consultation) => ({ consultation, unit: asked.id, due: '-' })) };
  const sealed = sealEntry(
    {
      type: 'dossiers.opinion-asked',
      body: { code: '-', term: '3wd', asked: entries, at_step: '-', pauses: false },
    },
    {
      actor: { kind: 'program', program: 'test' },
      subject: { type: 'dossier', id: caseId },
      at: house.platform.clock(),
    },
  );
  await writeAct(house.platform.db, { rows: [], entries: [sealed] });
  const rows = () =>
    house.platform.db
      .selectFrom('cases.consultation')
      .select(['id', 'due_at', 'remind_at'])
      .where('case_id', '=', caseId)
      .orderBy('id')
      .execute();

  await followCalendarNow(under(withDayOff()));
  const moved = Object.fromEntries((await rows()).map((one) => [one.id, one]));
  expect(moved[open]).toMatchObject({ due_at: instant('2026-11-27T08:00'), remind_at: instant('2026-11-26T08:00') });
  expect(moved[silent]?.due_at).toBe(instant('2026-11-26T08:00'));
  const timer = await house.platform.db
    .selectFrom('cases.timer')
    .select('fire_at')
    .where('case_id', '=', caseId)
    .where('kind', '=', 'dossiers.consultation')
    .executeTakeFirst();
  expect(timer?.fire_at).toBe(instant('2026-11-26T08:00'));
  expect(
    (await readTimeline(house.platform.db, await readDossier(house, caseId)))
      .at(-1)
      ?.detail.map(({ vi }) => vi)
      .join(' '),
  ).toContain('trả lời trước 08 giờ 00 phút ngày 27/11/2026');
  await followCalendarNow(under(house.platform.calendar()));
  expect((await rows()).every(({ due_at }) => due_at === instant('2026-11-26T08:00'))).toBe(true);
});

test('a day worked after all makes nobody late who could not know: nothing is moved to what has passed', async () => {
  house.setClock('2026-11-23T08:00');
  const caseId = await anAcceptedDossier(house, { procedure: '1.004873', answers: {} });
  await followCalendarNow(under(withDayOff()));
  expect((await readDossier(house, caseId)).dueAt).toBe(instant('2026-11-27T08:00'));
  house.setClock('2026-11-26T10:00');
  await followCalendarNow(under(house.platform.calendar()));
  expect((await readDossier(house, caseId)).dueAt).toBe(instant('2026-11-27T08:00'));
});
