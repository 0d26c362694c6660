/** Section page: the questions of one section of an application. */
import type { FieldError } from '../../../platform/forms/field-error.ts';
import { FormErrorSummary } from '../../../platform/forms/form-error-summary.tsx';
import { liveForm } from '../../../platform/forms/live-form.ts';
import { SectionQuestions } from '../../../platform/forms/section-questions.tsx';
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { Button, ButtonGroup, LinkButton } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import type { HandedIn } from '../../../platform/web/components/field/file-input.tsx';
import { Notice } from '../../../platform/web/components/notice/notice.tsx';
import { BackLink } from '../../../platform/web/components/trail/trail.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import { CitizenLayout } from '../../../platform/web/layouts/citizen-layout.tsx';
import { Local } from '../../../platform/web/local.tsx';
import type { Day } from '../../../platform/calendar/instant.ts';
import type { Application } from '../application.ts';
import type { HeldOffer } from '../held-papers.ts';
import type { PersonBlock } from '../population-blocks.ts';
import { HeldOffers } from './held-offers.tsx';
import { RegisterFill, RegisterFillLink, type RegisterFillProps } from './register-fill.tsx';

export interface SectionPageProps {
  application: Application;
  section: string;
  files: readonly HandedIn[];
  offers: readonly HeldOffer[];
  /** People whom the register can fill in. */
  people: readonly PersonBlock[];
  /** Why the last press filled nothing in. */
  registerSaid?: RegisterFillProps['said'];
  today: Day;
  action: string;
  /** The task list. */
  back: string;
  errors?: readonly FieldError[];
  typed?: Readonly<Record<string, string>>;
  /** The draft was saved from another page since this one was opened. */
  isOutdated?: boolean;
}

const texts = defineTexts({
  part: {
    vi: (index: number, all: number) => `Phần ${index} trên ${all}`,
    en: (index: number, all: number) => `Part ${index} of ${all}`,
  },
  save: { vi: 'Lưu và tiếp tục', en: 'Save and continue' },
  list: { vi: 'Các phần của hồ sơ', en: 'All parts' },
  outdated: { vi: 'Bản nháp đã được lưu ở nơi khác', en: 'The draft was saved elsewhere' },
  outdatedAbout: {
    vi: 'Những gì bạn vừa gửi đã được lưu. Hãy xem lại phần này rồi tiếp tục.',
    en: 'What you just sent is saved. Look this part over once more, then go on.',
  },
});

export function SectionPage(props: SectionPageProps) {
  const { application, section, files, offers, people, registerSaid, today, action, back } = props;
  const { errors = [], typed = {}, isOutdated } = props;
  const { version, draft, context } = application;
  const { locale } = useFrame();
  const words = texts(locale);
  const { sections } = liveForm(version.form, draft.answers, context);
  const index = sections.findIndex((one) => one.section.key === section);
  const asked = sections[index]?.section;
  if (!asked) return null;
  return (
    <CitizenLayout
      title={`${inLanguage(asked.title, locale).text}: ${inLanguage(version.definition.name, locale).text}`}
    >
      <div class="vc-reading vc-stack">
        <FormErrorSummary errors={errors} />
        {isOutdated && (
          <Notice kind="warning" title={words.outdated}>
            <p>{words.outdatedAbout}</p>
          </Notice>
        )}
        <div>
          <BackLink href={back}>{words.list}</BackLink>
          <p class="vc-quiet vc-small">
            <Local text={version.definition.name} /> · {words.part(index + 1, sections.length)}
          </p>
          <h1>
            <Local text={asked.title} />
          </h1>
          {asked.hint && (
            <p class="vc-quiet">
              <Local text={asked.hint} />
            </p>
          )}
        </div>
        <RegisterFillLink blocks={people} said={registerSaid} />
        <CommandForm action={action} version={draft.version} multipart>
          <SectionQuestions
            form={version.form}
            section={section}
            heading={asked.title}
            answers={draft.answers}
            context={context}
            errors={errors}
            typed={typed}
            provenance={draft.provenance}
            files={files}
          />
          <RegisterFill blocks={people} />
          <HeldOffers offers={offers} day={today} />
          <ButtonGroup>
            <Button>{words.save}</Button>
            <LinkButton href={back} variant="secondary">
              {words.list}
            </LinkButton>
          </ButtonGroup>
        </CommandForm>
      </div>
    </CitizenLayout>
  );
}
