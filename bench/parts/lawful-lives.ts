/** Lawful lives: four ordinary ones, and for each of the nineteen rules one that comes as near to breaking it as the law allows. What supervision finds of them is false. */
import { addDays, type Day, isoOf, weekdayOf } from '../../src/platform/calendar/instant.ts';
import { followingId } from '../../src/platform/db/following-id.ts';
import type { SimulatedLives } from './simulated-lives.ts';
import { type LifeEvent, LONG, SHORT, Story } from './story.ts';
import { asking, KINDS, step } from './unlawful-acts.ts';

export const isNearMiss = (index: number): boolean => index % 2 === 1;

/** The near misses go through the rules in turn. */
export function lawfulLife(lives: SimulatedLives, index: number, day: Day): LifeEvent[] {
  const story = new Story(lives, index, day);
  const half = Math.floor(index / 2);
  return isNearMiss(index) ? nearMiss(story, KINDS[half % KINDS.length] as string) : ordinaryLife(story, half);
}

/** Each ended the same day. */
function ordinaryLife(story: Story, turn: number): LifeEvent[] {
  const { lives, index } = story;
  const channel = turn % 3 === 0 ? 'counter' : 'online';
  const [submitted, accepted] = story.begun(Math.floor(turn / 4) % 2 === 0 ? SHORT : LONG, channel) as [
    LifeEvent,
    LifeEvent,
  ];
  const withdrawn = story.on(0, '10:30', () => lives.withdraw(index));
  switch (turn % 4) {
    case 0:
      return [submitted, story.on(0, '09:00', () => lives.refuse(index))];
    case 1:
      return [submitted, story.on(0, '09:10', () => lives.askForPapers(index)), withdrawn];
    case 2:
      return [submitted, accepted, withdrawn];
    default:
      return [submitted, withdrawn];
  }
}

/** By the product's own verbs where they allow it, else written as they would have written it. */
function nearMiss(story: Story, kind: string): LifeEvent[] {
  const { lives, index, caseId } = story;
  const at = (days: number, time: string): string => isoOf(story.at(days, time));
  const withdrawn = (days: number) => story.on(days, '15:30', () => lives.withdraw(index));
  const next = workingDays(story.day, 1);
  switch (kind) {
    case 'V01': // asked for once
      return [...story.begun(), story.on(0, '10:00', () => lives.askForPapers(index)), withdrawn(0)];
    case 'V02': // refused with its reason and slip
      return [...story.begun(), story.on(0, '10:00', () => lives.refuseProcessing(index))];
    case 'V03': {
      // sent back on the third working day
      const third = workingDays(story.day, 3);
      return [...story.begun(), story.on(third, '16:30', () => lives.askForPapers(index)), withdrawn(third + 1)];
    }
    case 'V04': // an apology an hour before it is due
      return [
        ...story.begun(SHORT),
        story.on(0, '08:40', () => lives.apologise(index, at(workingDays(story.day, 3), '16:00'))),
        withdrawn(workingDays(story.day, 2)),
      ];
    case 'V05': // a new date, once
      return [
        ...story.begun(SHORT),
        story.on(0, '16:00', () => lives.apologise(index, at(next, '16:00'))),
        story.closed(next),
      ];
    case 'V06': // papers passed on in the last minutes of the day
      return [...story.begun(), story.passing({ sent_at: at(0, '16:55'), how: 'courier' }), story.closed(4)];
    case 'V07': // an opinion a minute before its deadline
      return [
        ...story.begun(),
        story.asked(),
        story.on(2, '09:59', () => lives.answerOpinion(caseId, story.at(2, '09:59'))),
        story.closed(5),
      ];
    case 'V08': // taken in on paper and digitised
      return [
        ...story.begun(LONG, 'counter'),
        story.raw(0, '10:00', {
          entries: [step],
          rows: [
            story.own('dossiers.component', { key: 'don', original: true, supplied_at: at(0, '10:00'), round: 0 }),
            story.own('dossiers.digitisation', {
              component: 'don',
              state: 'signed',
              code: caseId,
              file_id: followingId(caseId, 'scan'),
              signed_at: at(0, '11:00'),
            }),
          ],
        }),
        story.closed(7),
      ];
    case 'V09': // a published fee, in full
      return [
        ...story.begun(),
        story.raw(0, '11:00', {
          entries: [
            {
              type: 'dossiers.payment-asked',
              body: { total: 150_000, paid: 0, items: [{ key: 'works', amount: 150_000 }] },
            },
          ],
        }),
        story.closed(1),
      ];
    case 'V10': // a paper of the list
      return [
        ...story.begun(),
        story.raw(0, '11:00', { entries: [asking({ components: ['ban-ve-thiet-ke'] })] }),
        story.closed(1),
      ];
    case 'V11': // accepted a minute before the hour from which receipts speak of the next day
      return [story.submitted(SHORT), story.on(0, '14:59', () => lives.accept(index)), withdrawn(0)];
    case 'V12': // the national portal told within the hour
      return [
        ...story.begun(),
        story.on(0, '10:00', () => lives.leaveUntold(caseId, story.at(0, '10:00'))),
        story.on(0, '10:59', () => lives.tell(caseId)),
        story.closed(3),
      ];
    case 'V13': // handed over on the fifth working day
      return [
        ...story.begun(LONG, 'counter'),
        story.raw(0, '10:00', story.decided()),
        story.raw(workingDays(story.day, 4), '16:30', {
          entries: [{ type: 'dossiers.result-returned', body: { how: 'counter' } }],
        }),
        story.closed(workingDays(story.day, 7)),
      ];
    case 'V14': // a signed file
      return [
        ...story.begun(),
        story.raw(0, '10:00', story.decided()),
        story.raw(0, '11:00', { entries: [{ type: 'dossiers.result-issued', body: { number: '1', sha256: '00' } }] }),
        story.closed(1),
      ];
    case 'V15': // refused a minute before it was due
      return [...story.begun(SHORT), story.on(0, '10:00', () => lives.refuseAtDue(index, -1))];
    case 'V16': // a bad rating, answered on the fourth working day
      return [
        ...story.begun(),
        story.raw(0, '10:00', story.decided()),
        story.on(0, '11:00', () => lives.rate(caseId, story.at(0, '11:00'))),
        story.on(workingDays(story.day, 4), '16:00', () =>
          lives.answerRating(caseId, story.at(workingDays(story.day, 4), '16:00')),
        ),
        story.closed(11),
      ];
    case 'V17': // by the unit that holds it
      return [
        ...story.begun(),
        story.on(0, '11:00', async () =>
          lives.actRaw(index, '0 11:00', { entries: [step], unit: await lives.holdingUnit(index) }),
        ),
        story.closed(1),
      ];
    case 'V18': // stopped on a ground of the law
      return [
        ...story.begun(),
        story.raw(0, '11:00', {
          entries: [step],
          change: { waiting: 'consultation' },
          clock: [{ kind: 'paused', at: story.at(0, '11:00'), reason: 'consultation' }],
        }),
        story.closed(5),
      ];
    case 'V19': // accepted a minute before the eight hours are over
      return [story.submitted(LONG), story.on(next, '07:59', () => lives.accept(index)), withdrawn(next)];
    default:
      throw new Error(`there is no near miss of ${kind}`);
  }
}

/** In how many days it is the so-manieth working day after; no holiday falls into the days of this bench. */
function workingDays(day: Day, count: number): number {
  let days = 0;
  for (let left = count; left > 0; ) {
    days += 1;
    if (![0, 6].includes(weekdayOf(addDays(day, days)))) left -= 1;
  }
  return days;
}
