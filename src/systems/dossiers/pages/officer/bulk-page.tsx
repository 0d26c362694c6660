/** Bulk page: what one act will cause for each of the dossiers chosen, before it is done; those it can't be done for stay with their reason. */
import { inLanguage } from '../../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../../platform/i18n/texts.ts';
import { Button, ButtonGroup, LinkButton } from '../../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../../platform/web/components/command-form/command-form.tsx';
import { EmptyState } from '../../../../platform/web/components/empty-state/empty-state.tsx';
import { Radios } from '../../../../platform/web/components/field/radios.tsx';
import { TextInput } from '../../../../platform/web/components/field/text-input.tsx';
import { useFrame } from '../../../../platform/web/frame.tsx';
import type { BulkAct } from '../../bulk-acts.ts';
import { NEEDS_REASON } from '../../bulk-reasons.ts';
import type { LoadedDossier } from '../../load-dossier.ts';
import { ACT_FACES, actLabels } from './act-words.ts';
import { CommonReason, OwnReason } from './bulk-reason-fields.tsx';
import { DeskLayout } from './desk-layout.tsx';

export interface BulkLine {
  readonly dossier: LoadedDossier;
  readonly effect: string;
  /** Why it can't be done: a sentence. */
  readonly blocked?: string;
}

export interface BulkPageProps {
  readonly act: BulkAct;
  readonly path: string;
  readonly lines: readonly BulkLine[];
  /** How many of those chosen are not, or no longer, within what this person works on. */
  readonly unseen: number;
  /** How many were more than can be done at once. */
  readonly leftOut: number;
  /** Some result is early and was announced to nobody. */
  readonly asksTold: boolean;
}

const texts = defineTexts({
  title: { vi: (act: string) => `${act}: nhiều hồ sơ`, en: (act: string) => `${act}: several dossiers` },
  will: { vi: 'Sẽ thực hiện', en: 'To be done' },
  wont: { vi: 'Không thực hiện được', en: 'Cannot be done' },
  draft: { vi: 'Xem dự thảo', en: 'See the draft' },
  draftOf: { vi: (code: string) => `văn bản của hồ sơ ${code}`, en: (code: string) => `of dossier ${code}` },
  untick: { vi: 'Bỏ đánh dấu hồ sơ chưa muốn làm.', en: 'Untick what should wait.' },
  submit: { vi: (act: string) => `${act} các hồ sơ đã đánh dấu`, en: (act: string) => `${act}: all that are ticked` },
  back: { vi: 'Về hàng đợi', en: 'Back to the queue' },
  note: { vi: 'Ý kiến chung cho các hồ sơ', en: 'An opinion for all of them' },
  how: { vi: 'Trả bằng cách', en: 'Handed over' },
  chosen: { vi: 'Theo cách từng người nộp đã chọn', en: 'As each applicant chose' },
  counter: { vi: 'Tại quầy', en: 'At the counter' },
  post: { vi: 'Qua bưu chính', en: 'By post' },
  electronic: { vi: 'Bản điện tử', en: 'Electronically' },
  told: {
    vi: 'Kết quả sớm chưa báo: đã báo người nộp qua',
    en: 'Early results not announced: the applicants were told',
  },
  phone: { vi: 'Điện thoại', en: 'By phone' },
  'in-person': { vi: 'Trực tiếp', en: 'In person' },
  unseen: {
    vi: (n: number) => `${n} hồ sơ đã chọn không còn ở đơn vị của bạn.`,
    en: (n: number) => `${n} of the dossiers chosen are no longer in your unit.`,
  },
  leftOut: {
    vi: (n: number) => `Mỗi lần làm được 100 hồ sơ: ${n} hồ sơ để lần sau.`,
    en: (n: number) => `100 can be done at once: ${n} are left for the next time.`,
  },
  none: { vi: 'Chưa chọn hồ sơ nào', en: 'No dossier is selected' },
  noneAbout: {
    vi: 'Đánh dấu hồ sơ trong hàng đợi (phím x) rồi chọn việc cần làm.',
    en: 'Tick dossiers in the queue (key x), then choose what to do.',
  },
});

export function BulkPage({ act, path, lines, unseen, leftOut, asksTold }: BulkPageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  const label = actLabels(locale)[act];
  const able = lines.filter(({ blocked }) => blocked === undefined);
  const unable = lines.filter(({ blocked }) => blocked !== undefined);
  return (
    <DeskLayout title={words.title(label)}>
      <div class="vc-act">
        <h1>{words.title(label)}</h1>
        {lines.length === 0 && (
          <EmptyState title={words.none}>
            <p>{words.noneAbout}</p>
          </EmptyState>
        )}
        {unseen > 0 && <p>{words.unseen(unseen)}</p>}
        {leftOut > 0 && <p>{words.leftOut(leftOut)}</p>}
        {unable.length > 0 && (
          <section aria-labelledby="wont" class="vc-bulk">
            <h2 id="wont">
              {words.wont} ({unable.length})
            </h2>
            <ul>
              {unable.map(({ dossier, blocked }) => (
                <li key={dossier.id}>
                  <Named dossier={dossier} />
                  <span>{blocked}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
        {able.length > 0 ? (
          <CommandForm action={path}>
            <input type="hidden" name="viec" value={ACT_FACES[act].slug} />
            <section aria-labelledby="will" class="vc-bulk">
              <h2 id="will">
                {words.will} ({able.length})
              </h2>
              <p class="vc-quiet">{words.untick}</p>
              <ul>
                {able.map(({ dossier, effect }) => (
                  <li key={dossier.id}>
                    <label>
                      <input
                        class="ds-input"
                        type="checkbox"
                        name="chon"
                        value={`${dossier.id}.${dossier.version}`}
                        checked
                      />
                      <Named dossier={dossier} />
                    </label>
                    <span>
                      {effect}
                      {act === 'sign' && (
                        <>
                          {' '}
                          <a class="ds-link" href={`/can-bo/ho-so/${dossier.code}/du-thao.pdf`}>
                            {words.draft}
                            <span class="ds-sr-only"> {words.draftOf(dossier.code)}</span>
                          </a>
                        </>
                      )}
                    </span>
                    {NEEDS_REASON.has(act) && <OwnReason dossier={dossier} />}
                  </li>
                ))}
              </ul>
            </section>
            {NEEDS_REASON.has(act) && <CommonReason act={act} dossiers={able.map(({ dossier }) => dossier)} />}
            {act === 'complete' && <TextInput name="note" label={words.note} maxLength={500} optional />}
            {act === 'hand-over' && (
              <Radios
                name="how"
                label={words.how}
                value="chosen"
                options={(['chosen', 'counter', 'post', 'electronic'] as const).map((value) => ({
                  value,
                  label: words[value],
                }))}
              />
            )}
            {asksTold && (
              <Radios
                name="told"
                label={words.told}
                options={(['phone', 'in-person'] as const).map((value) => ({ value, label: words[value] }))}
              />
            )}
            <ButtonGroup>
              <Button danger={act === 'refuse' || act === 'refuse-processing'}>{words.submit(label)}</Button>
              <LinkButton variant="secondary" href="/can-bo/ho-so">
                {words.back}
              </LinkButton>
            </ButtonGroup>
          </CommandForm>
        ) : (
          <LinkButton variant="secondary" href="/can-bo/ho-so">
            {words.back}
          </LinkButton>
        )}
      </div>
    </DeskLayout>
  );
}

export function Named({ dossier }: { dossier: LoadedDossier }) {
  const { locale } = useFrame();
  return (
    <span>
      <span class="vc-whole">{dossier.code}</span> · {inLanguage(dossier.definition.name, locale).text} –{' '}
      {dossier.applicant.name}
    </span>
  );
}
