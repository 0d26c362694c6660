/** People of a queue: at its top, that its reader is away, in whose place they act, and whose dossiers alone are shown. */
import type { Day } from '../../../../platform/calendar/instant.ts';
import { defineTexts } from '../../../../platform/i18n/texts.ts';
import type { FoundAbsence } from '../../../../platform/organisation/find-absences.ts';
import { dayText } from '../../../../platform/text/vietnamese-date.ts';
import { useFrame } from '../../../../platform/web/frame.tsx';
import { type QueueAsked, queueHref } from '../../queue-asked.ts';

export interface QueuePeople {
  readonly away?: FoundAbsence;
  readonly inPlaceOf: readonly { readonly name: string; readonly until: Day }[];
}

const texts = defineTexts({
  away: {
    vi: (day: string) => `Bạn đang báo vắng đến hết ngày ${day}.`,
    en: (day: string) => `You are away until the end of ${day}.`,
  },
  by: { vi: (name: string) => `${name} làm thay.`, en: (name: string) => `${name} stands in.` },
  byNobody: {
    vi: 'Chưa có người làm thay: người phụ trách bộ phận một cửa được báo về hồ sơ bạn còn giữ.',
    en: 'Nobody stands in: the head of the one-stop office is told of what you still hold.',
  },
  hand: { vi: 'Bàn giao hồ sơ đang giữ', en: 'Hand over what you hold' },
  back: { vi: 'Tôi đã về', en: 'I am back' },
  inPlaceOf: {
    vi: (name: string, day: string) => `Bạn đang làm thay ${name} đến hết ngày ${day}.`,
    en: (name: string, day: string) => `You act in the place of ${name} until the end of ${day}.`,
  },
  heldBy: { vi: (name: string) => `Chỉ hồ sơ do ${name} giữ.`, en: (name: string) => `Only what ${name} holds.` },
  heldByNobody: { vi: 'Chỉ hồ sơ chưa giao cho ai.', en: 'Only what is given to nobody.' },
  all: { vi: 'Xem tất cả', en: 'See all' },
});

interface QueuePeopleProps {
  readonly people: QueuePeople;
  /** Null: what nobody holds. */
  readonly heldBy: string | null | undefined;
  readonly asked: QueueAsked;
}

export function QueuePeopleLines({ people: { away, inPlaceOf }, heldBy, asked }: QueuePeopleProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  if (!away && inPlaceOf.length === 0 && heldBy === undefined) return null;
  return (
    <div class="vc-pane-part vc-queue-people">
      {away && (
        <p>
          <strong>{words.away(dayText(away.to, locale))}</strong>{' '}
          {away.substitute === null ? words.byNobody : words.by(away.substitute)}{' '}
          <a class="ds-link" href="/can-bo/ban-giao">
            {words.hand}
          </a>{' '}
          ·{' '}
          <a class="ds-link" href="/can-bo/vang-mat">
            {words.back}
          </a>
        </p>
      )}
      {inPlaceOf.map(({ name, until }) => (
        <p key={`${name}-${until}`}>{words.inPlaceOf(name, dayText(until, locale))}</p>
      ))}
      {heldBy !== undefined && (
        <p>
          {heldBy === null ? words.heldByNobody : words.heldBy(heldBy)}{' '}
          <a class="ds-link" href={queueHref(asked, { nguoi: '', 'don-vi': '', 'vai-tro': '' })}>
            {words.all}
          </a>
        </p>
      )}
    </div>
  );
}
