/** Display page (màn hình gọi số): which number goes to which place, read from the far end of the hall, told of changes as they come. */
import { h } from 'preact';
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { useFrame } from '../../../platform/web/frame.tsx';
import type { GroupWaiting, LatestCall } from '../hall.ts';
import { HallLayout } from './hall-layout.tsx';

export const DISPLAY = '/man-hinh-goi-so';
export const DISPLAY_LIVE = '/man-hinh-goi-so-truc-tiep';

export interface CallsShown {
  readonly calls: readonly LatestCall[];
  readonly groups: readonly GroupWaiting[];
  /** `14:05`. */
  readonly time: string;
}

const texts = defineTexts({
  title: { vi: 'Gọi số thứ tự', en: 'Numbers called' },
  place: { vi: 'Quầy', en: 'Counter' },
  called: {
    vi: (code: string, place: number) => `Mời số ${code} đến quầy ${place}`,
    en: (code: string, place: number) => `Number ${code}, please go to counter ${place}`,
  },
  served: {
    vi: (code: string, place: number) => `Số ${code} đang ở quầy ${place}`,
    en: (code: string, place: number) => `Number ${code} is at counter ${place}`,
  },
  none: { vi: 'Chưa gọi số nào', en: 'No number called yet' },
  noneAbout: { vi: 'Xin lấy số ở ki-ốt và chờ gọi.', en: 'Take a number at the kiosk and wait for the call.' },
  waiting: { vi: 'Đang chờ', en: 'Waiting' },
  nobody: { vi: 'Không có ai chờ', en: 'Nobody waits' },
  stale: { vi: 'Mất kết nối từ', en: 'No connection since' },
  ask: { vi: 'Xin hỏi cán bộ tại quầy.', en: 'Please ask at the counter.' },
  sound: { vi: 'Bật âm thanh', en: 'Turn sound on' },
});

export function DisplayPage({ unit, ...shown }: CallsShown & { readonly unit: LocalText }) {
  const words = texts(useFrame().locale);
  return (
    <HallLayout
      title={words.title}
      unit={unit}
      kind="display"
      scripts={['wall-display.js']}
      aside={
        <>
          <button class="vc-display-sound" type="button" data-sound hidden>
            {words.sound}
          </button>
          <Clock {...shown} />
        </>
      }
    >
      <h1 class="ds-sr-only">{words.title}</h1>
      <p class="vc-live-stale vc-display-stale" role="status" hidden>
        {words.stale} <time>{shown.time}</time>. {words.ask}
      </p>
      {h('live-list', { src: DISPLAY_LIVE }, <Calls {...shown} />, <WaitingLine {...shown} />)}
    </HallLayout>
  );
}

/** What changes, for the stream. */
export function DisplayChange(shown: CallsShown) {
  return (
    <div>
      <Clock {...shown} />
      <Calls {...shown} />
      <WaitingLine {...shown} />
    </div>
  );
}

function Clock({ time }: CallsShown) {
  return (
    <p class="vc-hall-time vc-live-updated" data-slot="time">
      <time>{time}</time>
    </p>
  );
}

function Calls({ calls }: CallsShown) {
  const words = texts(useFrame().locale);
  return (
    <div class="vc-calls" data-slot="calls" aria-live="polite">
      {calls.length === 0 ? (
        <div class="vc-calls-none">
          <p class="vc-calls-code">{words.none}</p>
          <p>{words.noneAbout}</p>
        </div>
      ) : (
        <ol>
          {calls.map(({ id, code, place, calls: times, isCalling }) => (
            <li key={id} data-call={`${id}.${times}`} data-calling={isCalling}>
              <span class="ds-sr-only">{isCalling ? words.called(code, place) : words.served(code, place)}</span>
              <span class="vc-calls-code" aria-hidden="true">
                {code}
              </span>
              <span class="vc-calls-place" aria-hidden="true">
                <small>{words.place}</small> {place}
              </span>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function WaitingLine({ groups }: CallsShown) {
  const words = texts(useFrame().locale);
  const waiting = groups.filter((group) => group.waiting > 0);
  return (
    <p class="vc-display-waiting" data-slot="waiting">
      {waiting.length === 0 ? words.nobody : `${words.waiting}: `}
      {waiting.map((group) => (
        <span key={group.key} class="vc-whole">
          <b>{group.letter}</b> {group.waiting}
        </span>
      ))}
    </p>
  );
}
