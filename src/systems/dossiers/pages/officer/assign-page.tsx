/** Assign page: several dossiers given to one person, with what became of each. */
import type { HeldPosition } from '../../../../platform/identity/signed-in.ts';
import { inLanguage } from '../../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../../platform/i18n/texts.ts';
import { Button, ButtonGroup, LinkButton } from '../../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../../platform/web/components/command-form/command-form.tsx';
import { EmptyState } from '../../../../platform/web/components/empty-state/empty-state.tsx';
import { Radios } from '../../../../platform/web/components/field/radios.tsx';
import { SummaryList } from '../../../../platform/web/components/summary-list/summary-list.tsx';
import { useFrame } from '../../../../platform/web/frame.tsx';
import type { Candidate } from '../../candidates.ts';
import type { LoadedDossier } from '../../load-dossier.ts';
import { DeskLayout } from './desk-layout.tsx';

export interface AssignedLine {
  readonly dossier: LoadedDossier;
  /** To whom, once done. */
  readonly assigned?: string;
  /** Why not: a sentence, or that this person does not hold the step's role there. */
  readonly refused?: string;
}

export interface AssignPageProps {
  readonly lines: readonly AssignedLine[];
  readonly candidates: readonly Candidate[];
  readonly assigned: boolean;
  readonly position: HeldPosition | undefined;
  readonly can: (permission: string) => boolean;
}

const texts = defineTexts({
  title: { vi: 'Phân công hồ sơ', en: 'Assign dossiers' },
  to: { vi: 'Giao cho', en: 'Assign to' },
  assign: { vi: 'Phân công', en: 'Assign' },
  back: { vi: 'Về hàng đợi', en: 'Back to the queue' },
  done: { vi: (name: string) => `Đã giao cho ${name}.`, en: (name: string) => `Given to ${name}.` },
  'not-a-candidate': {
    vi: 'Người này không giữ vai trò của bước ở đơn vị đang giữ hồ sơ.',
    en: 'This person does not hold the step’s role in the unit that holds the dossier.',
  },
  none: { vi: 'Chưa chọn hồ sơ nào', en: 'No dossier is selected' },
  noneAbout: {
    vi: 'Đánh dấu hồ sơ bằng phím x trong hàng đợi rồi phân công.',
    en: 'Select dossiers in the queue with x, then assign.',
  },
});

export function AssignPage({ lines, candidates, assigned, position, can }: AssignPageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  return (
    <DeskLayout title={words.title} position={position} can={can}>
      <div class="vc-act">
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
              value:
                to !== undefined
                  ? words.done(to)
                  : refused === 'not-a-candidate'
                    ? words['not-a-candidate']
                    : (refused ?? inLanguage(dossier.definition.name, locale).text),
            }))}
          />
        )}
        {!assigned && lines.length > 0 ? (
          <CommandForm action="/can-bo/phan-cong">
            {lines.map(({ dossier }) => (
              <input key={dossier.id} type="hidden" name="chon" value={dossier.id} />
            ))}
            <Radios
              name="assignee"
              label={words.to}
              options={candidates.map(({ id, name }) => ({ value: id, label: name }))}
            />
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
