/** Assign page: several dossiers given to one person, with what became of each. */
import { inLanguage } from '../../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../../platform/i18n/texts.ts';
import { Button, ButtonGroup, LinkButton } from '../../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../../platform/web/components/command-form/command-form.tsx';
import { ErrorSummary } from '../../../../platform/web/components/error-summary/error-summary.tsx';
import { EmptyState } from '../../../../platform/web/components/empty-state/empty-state.tsx';
import { Radios } from '../../../../platform/web/components/field/radios.tsx';
import { TextInput } from '../../../../platform/web/components/field/text-input.tsx';
import { SummaryList } from '../../../../platform/web/components/summary-list/summary-list.tsx';
import { useFrame } from '../../../../platform/web/frame.tsx';
import type { Candidate } from '../../candidates.ts';
import type { LoadedDossier } from '../../load-dossier.ts';
import { DeskLayout } from './desk-layout.tsx';

export interface AssignedLine {
  readonly dossier: LoadedDossier;
  /** To whom, once done. */
  readonly assigned?: string;
  /** Why not: a sentence. */
  readonly refused?: string;
}

export interface AssignPageProps {
  readonly lines: readonly AssignedLine[];
  /** How many of those chosen are not, or no longer, within what this person may assign. */
  readonly unseen: number;
  readonly candidates: readonly Candidate[];
  readonly assigned: boolean;
  /** Nobody was chosen. */
  readonly error?: string;
}

const texts = defineTexts({
  title: { vi: 'Phân công hồ sơ', en: 'Assign dossiers' },
  to: { vi: 'Giao cho', en: 'Assign to' },
  assign: { vi: 'Phân công', en: 'Assign' },
  reason: { vi: 'Lý do', en: 'Reason' },
  reasonHint: {
    vi: 'Cần ghi khi hồ sơ đang do người khác giữ; người nhận đọc được.',
    en: 'Needed where somebody else holds the dossier now; the new person reads it.',
  },
  back: { vi: 'Về hàng đợi', en: 'Back to the queue' },
  done: { vi: (name: string) => `Đã giao cho ${name}.`, en: (name: string) => `Given to ${name}.` },
  unseen: {
    vi: (count: number) => `${count} hồ sơ đã chọn không còn ở đơn vị của bạn nên không được phân công.`,
    en: (count: number) => `${count} of the dossiers selected are no longer in your unit and were not assigned.`,
  },
  nobody: {
    vi: 'Đơn vị đang giữ các hồ sơ này chưa có ai giữ vai trò của bước hiện tại.',
    en: 'Nobody holds the role of the present step in the unit that has these dossiers.',
  },
  none: { vi: 'Chưa chọn hồ sơ nào', en: 'No dossier is selected' },
  noneAbout: {
    vi: 'Đánh dấu hồ sơ bằng phím x trong hàng đợi rồi phân công.',
    en: 'Select dossiers in the queue with x, then assign.',
  },
});

export function AssignPage({ lines, unseen, candidates, assigned, error }: AssignPageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  return (
    <DeskLayout title={words.title}>
      <div class="vc-act">
        <ErrorSummary errors={error === undefined ? [] : [{ name: 'assignee', message: error }]} />
        <h1>{words.title}</h1>
        {lines.length === 0 ? (
          <EmptyState title={words.none}>
            <p>{words.noneAbout}</p>
          </EmptyState>
        ) : (
          <SummaryList
            rows={lines.map(({ dossier, assigned: to, refused }) => ({
              label: (
                <a class="ds-link" href={`/can-bo/ho-so/${dossier.code}`}>
                  {dossier.code}
                </a>
              ),
              value: to === undefined ? (refused ?? inLanguage(dossier.definition.name, locale).text) : words.done(to),
            }))}
          />
        )}
        {unseen > 0 && <p>{words.unseen(unseen)}</p>}
        {lines.length > 0 && candidates.length === 0 && <p>{words.nobody}</p>}
        {!assigned && candidates.length > 0 ? (
          <CommandForm action="/can-bo/phan-cong">
            {lines.map(({ dossier }) => (
              <input key={dossier.id} type="hidden" name="chon" value={dossier.id} />
            ))}
            <Radios
              name="assignee"
              label={words.to}
              error={error}
              options={candidates.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <TextInput name="reason" label={words.reason} hint={words.reasonHint} maxLength={500} optional />
            <ButtonGroup>
              <Button>{words.assign}</Button>
              <LinkButton variant="secondary" href="/can-bo/ho-so">
                {words.back}
              </LinkButton>
            </ButtonGroup>
          </CommandForm>
        ) : (
          <LinkButton href="/can-bo/ho-so">{words.back}</LinkButton>
        )}
      </div>
    </DeskLayout>
  );
}
