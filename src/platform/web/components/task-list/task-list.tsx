/** Task list: the sections of a long form with how far each has come; the way back into any of them. */
import type { ComponentChildren } from 'preact';
import { defineTexts } from '../../../i18n/texts.ts';
import { useLocale } from '../../frame.tsx';
import { Tag } from '../tag/tag.tsx';

export type TaskState = 'done' | 'to-do' | 'in-progress' | 'wrong' | 'not-yet' | 'optional';

export interface Task {
  readonly title: ComponentChildren;
  readonly hint?: ComponentChildren;
  /** A section that cannot be opened yet has none. */
  readonly href?: string;
  readonly state: TaskState;
}

const texts = defineTexts({
  done: { vi: 'Đã xong', en: 'Done' },
  'to-do': { vi: 'Chưa làm', en: 'To do' },
  'in-progress': { vi: 'Đang làm', en: 'In progress' },
  wrong: { vi: 'Cần sửa', en: 'To correct' },
  'not-yet': { vi: 'Chưa mở', en: 'Not open yet' },
  optional: { vi: 'Không bắt buộc', en: 'Optional' },
});

export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  return (
    <ol class="vc-tasks">
      {tasks.map((task, index) => (
        <li key={index}>
          <span class="vc-task-name">
            {task.href ? (
              <a class="ds-link" href={task.href}>
                {task.title}
              </a>
            ) : (
              <span class="vc-quiet">{task.title}</span>
            )}
            {task.hint && <span class="vc-task-hint">{task.hint}</span>}
          </span>
          <TaskStatus state={task.state} />
        </li>
      ))}
    </ol>
  );
}

function TaskStatus({ state }: { state: TaskState }) {
  const word = texts(useLocale())[state];
  if (state === 'wrong') {
    return (
      <Tag tone="danger" icon="alert-circle">
        {word}
      </Tag>
    );
  }
  if (state === 'done' || state === 'not-yet' || state === 'optional') return <span class="vc-quiet">{word}</span>;
  return <Tag tone={state === 'to-do' ? 'info' : 'neutral'}>{word}</Tag>;
}
