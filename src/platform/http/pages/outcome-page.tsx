/** Outcome page: why an act was not done (a rule, a page that was too old, a command used twice), with the way back. */
import { isoOf } from '../../calendar/instant.ts';
import type { Outcome } from '../../cases/act.ts';
import { defineTexts } from '../../i18n/texts.ts';
import type { Registry } from '../../system/registry.ts';
import { ButtonGroup, LinkButton } from '../../web/components/button/button.tsx';
import { useFrame } from '../../web/frame.tsx';
import { CitizenLayout } from '../../web/layouts/citizen-layout.tsx';
import { OfficerLayout } from '../../web/layouts/officer-layout.tsx';
import { Local } from '../../web/local.tsx';
import { problemOf } from '../problem.ts';

const texts = defineTexts({
  refused: { vi: 'Chưa thực hiện được', en: 'This was not done' },
  changed: { vi: 'Hồ sơ đã thay đổi', en: 'The dossier has changed' },
  basis: { vi: 'Căn cứ', en: 'Rule' },
  confirm: { vi: 'chờ xác nhận', en: 'to be confirmed' },
  since: { vi: 'Từ khi bạn mở trang:', en: 'Since you opened the page:' },
  back: { vi: 'Xem lại và làm tiếp', en: 'Look again and go on' },
  code: { vi: 'Mã', en: 'Code' },
});

export interface OutcomePageProps {
  readonly outcome: Exclude<Outcome, { kind: 'done' }>;
  readonly registry: Registry;
  /** Page to return to. */
  readonly back: string;
}

export function OutcomePage({ outcome, registry, back }: OutcomePageProps) {
  const frame = useFrame();
  const words = texts(frame.locale);
  const problem = problemOf(outcome, registry, frame.locale);
  const title = outcome.kind === 'changed' ? words.changed : words.refused;
  const spec = outcome.kind === 'refusal' ? registry.refusals.get(outcome.code) : undefined;
  const Layout = frame.reader.signedIn && frame.reader.desk ? OfficerLayout : CitizenLayout;
  return (
    <Layout frame={frame} title={title}>
      <div class="vc-reading vc-stack">
        <h1>{title}</h1>
        <p>{problem.title}</p>
        {spec?.basis && (
          <p class="vc-caption">
            {words.basis}: {spec.basis}
            {spec.confirm ? ` (${words.confirm})` : ''}
          </p>
        )}
        {outcome.kind === 'changed' && outcome.changes.length > 0 && (
          <>
            <p>{words.since}</p>
            <ul class="vc-list">
              {outcome.changes.map((change) => (
                <li key={`${change.type}-${change.at}`}>
                  <Local text={registry.entries.get(change.type)?.title ?? { vi: change.type }} />{' '}
                  <time datetime={isoOf(change.at)}>{isoOf(change.at).slice(11, 16)}</time>
                </li>
              ))}
            </ul>
          </>
        )}
        <ButtonGroup>
          <LinkButton href={back}>{words.back}</LinkButton>
        </ButtonGroup>
        <p class="vc-caption">
          {words.code}: <span class="vc-whole">{problem.code}</span>
        </p>
      </div>
    </Layout>
  );
}
