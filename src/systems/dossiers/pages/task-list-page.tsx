/** Task list of an application: its sections, how far each is, and the way to the review. */
import { dayOf } from '../../../platform/calendar/instant.ts';
import type { Draft } from '../../../platform/forms/draft.ts';
import type { SectionProgress } from '../../../platform/forms/progress.ts';
import { addDays } from '../../../platform/calendar/instant.ts';
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { dayText, timeInTable } from '../../../platform/text/vietnamese-date.ts';
import { Button, ButtonGroup, LinkButton } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { type Task, TaskList, type TaskState } from '../../../platform/web/components/task-list/task-list.tsx';
import { BackLink } from '../../../platform/web/components/trail/trail.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import { CitizenLayout } from '../../../platform/web/layouts/citizen-layout.tsx';
import { Local } from '../../../platform/web/local.tsx';
import type { ProcedureDefinition } from '../../procedures/index.ts';
import type { RegisterAnswer } from '../register-answers.ts';
import { REGISTER_PAPERS } from './register-papers-page.tsx';

export interface TaskListPageProps {
  definition: ProcedureDefinition;
  draft: Draft;
  sections: readonly SectionProgress[];
  /** Papers that a register answers. */
  lookedUp: readonly RegisterAnswer[];
  review: string;
  pathOf: (section: string) => string;
}

const texts = defineTexts({
  title: { vi: 'Hồ sơ đang soạn', en: 'Your application' },
  done: {
    vi: (done: number, all: number) => `Đã xong ${done} trên ${all} phần.`,
    en: (done: number, all: number) => `${done} of ${all} parts done.`,
  },
  saved: { vi: 'Lưu lần cuối', en: 'Last saved' },
  kept: { vi: 'giữ đến hết ngày', en: 'kept until' },
  review: { vi: 'Kiểm tra lại và nộp', en: 'Check and hand in' },
  notYet: { vi: 'Mở được khi đã xong các phần trên.', en: 'Opens when the parts above are done.' },
  next: { vi: 'Làm tiếp', en: 'Go on' },
  lookedUp: { vi: 'Giấy tờ cơ quan tra cứu thay bạn', en: 'Papers that are looked up for you' },
  noPaper: {
    vi: (n: number) => `${n} giấy tờ không phải nộp.`,
    en: (n: number) => `${n} not to be handed in.`,
  },
  paper: {
    vi: (n: number) => `${n} giấy tờ chưa tra cứu được: mang theo hoặc tải lên.`,
    en: (n: number) => `${n} not found: bring or upload.`,
  },
  mine: { vi: 'Hồ sơ của tôi', en: 'My dossiers' },
  discard: { vi: 'Bỏ bản nháp này', en: 'Discard this draft' },
});

const STATES: Readonly<Record<SectionProgress['state'], TaskState>> = {
  done: 'done',
  started: 'in-progress',
  'to-do': 'to-do',
};

export function TaskListPage({ definition, draft, sections, lookedUp, review, pathOf }: TaskListPageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  const done = sections.filter((section) => section.state === 'done').length;
  const open = sections.find((section) => section.state !== 'done');
  return (
    <CitizenLayout title={`${words.title}: ${inLanguage(definition.name, locale).text}`}>
      <div class="vc-reading vc-stack">
        <div>
          <BackLink href="/ho-so-cua-toi">{words.mine}</BackLink>
          <p class="vc-quiet vc-small">{words.title}</p>
          <h1>
            <Local text={definition.name} />
          </h1>
        </div>
        <p class="vc-lead">{words.done(done, sections.length)}</p>
        <div>
          <TaskList
            tasks={[
              ...sections.map((section) => ({
                title: <Local text={section.title} />,
                href: pathOf(section.key),
                state: STATES[section.state],
              })),
              ...lookedUpTask(lookedUp, words, pathOf(REGISTER_PAPERS)),
              open
                ? { title: words.review, hint: words.notYet, state: 'not-yet' }
                : { title: words.review, href: review, state: 'to-do' },
            ]}
          />
        </div>
        <ButtonGroup>
          <LinkButton href={open ? pathOf(open.key) : review}>{open ? words.next : words.review}</LinkButton>
        </ButtonGroup>
        <p class="vc-caption">
          {words.saved} {timeInTable(draft.updated_at, locale)}, {words.kept}{' '}
          {dayText(addDays(dayOf(draft.expires_at), -1), locale)}.
        </p>
        <CommandForm action={`/nop-ho-so/${draft.id}/xoa`}>
          <Button variant="tertiary">{words.discard}</Button>
        </CommandForm>
      </div>
    </CitizenLayout>
  );
}

/** It holds nobody up: a paper that is missing is brought later. */
function lookedUpTask(answers: readonly RegisterAnswer[], words: ReturnType<typeof texts>, href: string): Task[] {
  if (answers.length === 0) return [];
  const open = answers.filter(({ state }) => state !== 'answered').length;
  const done = answers.length - open;
  const hint = [...(done > 0 ? [words.noPaper(done)] : []), ...(open > 0 ? [words.paper(open)] : [])].join(' ');
  return [{ title: words.lookedUp, hint, href, state: open > 0 ? 'in-progress' : 'done' }];
}
