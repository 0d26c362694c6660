/** Bulk acts of a queue: what can be done to the rows that are ticked. */
import type { Queue } from '../../../../platform/cases/queues.ts';
import { defineTexts } from '../../../../platform/i18n/texts.ts';
import { Button } from '../../../../platform/web/components/button/button.tsx';
import { useFrame } from '../../../../platform/web/frame.tsx';
import type { BulkAct } from '../../bulk-acts.ts';
import { ACT_FACES, actLabels } from './act-words.ts';
import { BULK_FORM } from './queue-table.tsx';

export type QueueBulkAct = BulkAct | 'assign';

const WORKING: readonly QueueBulkAct[] = [
  'accept',
  'complete',
  'sign',
  'issue',
  'hand-over',
  'assign',
  'ask-supplement',
  'send-back',
  'refuse',
  'refuse-processing',
];

/** What the queue can hold something for. */
export const BULK_OF_QUEUE: Readonly<Record<Queue, readonly QueueBulkAct[]>> = {
  mine: WORKING,
  unit: WORKING,
  'to-receive': ['accept', 'assign', 'ask-supplement', 'refuse'],
  soon: WORKING,
  late: WORKING,
  waiting: ['assign'],
  'to-return': ['hand-over', 'assign'],
  'for-others': [],
  'from-others': WORKING,
  'return-here': ['hand-over'],
  done: [],
};

const texts = defineTexts({
  about: { vi: 'Việc làm với các hồ sơ đã đánh dấu', en: 'What to do with those ticked' },
  complete: { vi: 'Chuyển bước', en: 'Hand on' },
  go: { vi: 'Làm…', en: 'Do…' },
});

/** A form of its own: the boxes in the rows name it. */
export function QueueBulk({ acts }: { acts: readonly QueueBulkAct[] }) {
  const { locale } = useFrame();
  const words = texts(locale);
  const labels = { ...actLabels(locale), complete: words.complete };
  if (acts.length === 0) return null;
  return (
    <form id={BULK_FORM} class="vc-bulk-bar" action="/can-bo/nhieu-ho-so" aria-label={words.about} autocomplete="off">
      <select class="ds-input" name="viec" aria-label={words.about} data-width="auto">
        {acts.map((act) => (
          <option key={act} value={ACT_FACES[act].slug}>
            {labels[act]}
          </option>
        ))}
      </select>
      <Button variant="secondary" keyHint="g">
        {words.go}
      </Button>
    </form>
  );
}
