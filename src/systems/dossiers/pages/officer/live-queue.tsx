/** Live queue: what has changed of a queue page that stands open, in the page's own parts. */
import { defineTexts } from '../../../../platform/i18n/texts.ts';
import { useFrame } from '../../../../platform/web/frame.tsx';
import { QueueRows, type QueueTableProps } from './queue-table.tsx';
import { QueueTabs, type QueueTabsProps } from './queue-tabs.tsx';

export interface LiveQueueProps extends QueueTabsProps, Pick<QueueTableProps, 'lines'> {
  /** Case ids of rows that belong in this queue no longer. */
  readonly gone: readonly string[];
}

const texts = defineTexts({ gone: { vi: 'Đã rời hàng đợi', en: 'No longer here' } });

export function LiveQueue({ lines, gone, ...tabs }: LiveQueueProps) {
  const words = texts(useFrame().locale);
  return (
    <div>
      <QueueTabs {...tabs} />
      <table>
        <tbody>
          <QueueRows asked={tabs.asked} lines={lines} />
          {gone.map((id) => (
            <tr key={id} data-key={id} data-gone>
              <td>{words.gone}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
