/** Handing page: what an absent officer still holds, offered in one list for handing over, and what became of each. */
import type { QueueRow } from '../../../../platform/cases/queues.ts';
import { defineTexts } from '../../../../platform/i18n/texts.ts';
import type { FoundAbsence } from '../../../../platform/organisation/find-absences.ts';
import { dayText } from '../../../../platform/text/vietnamese-date.ts';
import { Button, LinkButton } from '../../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../../platform/web/components/command-form/command-form.tsx';
import { EmptyState } from '../../../../platform/web/components/empty-state/empty-state.tsx';
import { useFrame } from '../../../../platform/web/frame.tsx';
import { DeskLayout } from './desk-layout.tsx';

export interface HandedLine {
  readonly id: string;
  readonly code: string;
  /** Why not: a sentence. */
  readonly refused: string | undefined;
}

export interface HandingPageProps {
  readonly path: string;
  readonly rows: readonly QueueRow[];
  readonly more: boolean;
  readonly away: FoundAbsence | undefined;
  readonly handed?: readonly HandedLine[];
}

const texts = defineTexts({
  title: { vi: 'Bàn giao hồ sơ đang giữ', en: 'Hand over what you hold' },
  notAway: {
    vi: 'Hôm nay bạn không báo vắng. Bàn giao được từ ngày đầu của lần vắng đã báo.',
    en: 'You are not away today. You can hand over from the first day of an absence that you have said.',
  },
  say: { vi: 'Báo vắng mặt', en: 'Say an absence' },
  to: {
    vi: (name: string, day: string) => `Bàn giao cho ${name}, làm thay bạn đến hết ngày ${day}.`,
    en: (name: string, day: string) => `To ${name}, who stands in for you until the end of ${day}.`,
  },
  nobody: {
    vi: 'Lần vắng này chưa có người làm thay. Người phụ trách bộ phận một cửa được báo về các hồ sơ dưới đây.',
    en: 'Nobody stands in during this absence. The head of the one-stop office is told of the dossiers below.',
  },
  none: { vi: 'Bạn không giữ hồ sơ nào đang mở', en: 'You hold no open dossier' },
  more: { vi: 'Mỗi lần bàn giao 100 hồ sơ; còn nữa ở lần sau.', en: '100 at a time; there are more.' },
  submit: { vi: 'Bàn giao các hồ sơ đã đánh dấu', en: 'Hand over those ticked' },
  done: { vi: 'đã bàn giao', en: 'handed over' },
  unseen: { vi: 'Hồ sơ không còn ở đơn vị của bạn', en: 'No longer in your unit' },
  back: { vi: 'Về hàng đợi', en: 'Back to the queue' },
});

export function HandingPage({ path, rows, more, away, handed }: HandingPageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  return (
    <DeskLayout title={words.title}>
      <div class="vc-act">
        <h1>{words.title}</h1>
        {!away && (
          <p>
            {words.notAway}{' '}
            <a class="ds-link" href="/can-bo/vang-mat">
              {words.say}
            </a>
          </p>
        )}
        {away && <p>{away.substitute === null ? words.nobody : words.to(away.substitute, dayText(away.to, locale))}</p>}
        {handed && <Handed lines={handed} />}
        {!handed && rows.length === 0 && <EmptyState title={words.none} />}
        {rows.length > 0 && <Held {...{ path, rows, more }} hands={away?.substitute != null} />}
        <LinkButton variant="secondary" href="/can-bo/ho-so">
          {words.back}
        </LinkButton>
      </div>
    </DeskLayout>
  );
}

function Handed({ lines }: { lines: readonly HandedLine[] }) {
  const words = texts(useFrame().locale);
  return (
    <section class="vc-bulk">
      <ul>
        {lines.map(({ id, code, refused }) => (
          <li key={id}>
            <span>
              <span class="vc-whole">{code || words.unseen}</span>: {refused ?? words.done}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Held({ path, rows, more, hands }: Pick<HandingPageProps, 'path' | 'rows' | 'more'> & { hands: boolean }) {
  const words = texts(useFrame().locale);
  const list = (
    <section class="vc-bulk">
      <ul>
        {rows.map(({ id, code, title, person_name: person }) => (
          <li key={id}>
            {hands ? (
              <label>
                <input class="ds-input" type="checkbox" name="chon" value={id} checked />
                <span>
                  <span class="vc-whole">{code}</span> · {title} – {person}
                </span>
              </label>
            ) : (
              <a class="ds-link" href={`/can-bo/ho-so/${code}`}>
                <span class="vc-whole">{code}</span> · {title} – {person}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
  if (!hands) return list;
  return (
    <CommandForm action={path}>
      {list}
      {more && <p>{words.more}</p>}
      <Button>{words.submit}</Button>
    </CommandForm>
  );
}
