/** Offline page: the numbers a counter holds, the procedures it can receive without a line, and what waits on the device to be sent. */
import type { Day } from '../../../../platform/calendar/instant.ts';
import { fold } from '../../../../platform/text/fold.ts';
import { dayText } from '../../../../platform/text/vietnamese-date.ts';
import { Button } from '../../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../../platform/web/components/command-form/command-form.tsx';
import { TextInput } from '../../../../platform/web/components/field/text-input.tsx';
import { Notice } from '../../../../platform/web/components/notice/notice.tsx';
import { useFrame } from '../../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../../platform/web/layouts/officer-layout.tsx';
import { Local } from '../../../../platform/web/local.tsx';
import type { OfferedProcedure } from '../../../procedures/index.ts';
import { OfflineSetting, type OfflineSettingProps } from './offline-setting.tsx';
import { OFFLINE_CLOSE, OFFLINE_FORM, OFFLINE_RESERVE, offlineWords } from './offline-words.ts';

export interface HeldDay {
  readonly day: Day;
  readonly count: number;
  readonly first: string;
  readonly last: string;
}

export interface OfflinePageProps extends Omit<OfflineSettingProps, 'page'> {
  readonly held: readonly HeldDay[];
  /** How many one press reserves; undefined where the officer sits at no office. */
  readonly atOnce: number | undefined;
  readonly procedures: readonly OfferedProcedure[];
  /** Codes that were just voided. */
  readonly closed: readonly string[];
  /** The dossier that was just received after all. */
  readonly received: string;
}

export function OfflinePage({ held, atOnce, procedures, closed, received, ...setting }: OfflinePageProps) {
  const { locale } = useFrame();
  const words = offlineWords(locale);
  return (
    <OfficerLayout title={words.title} scripts={['offline-counter.js']}>
      <OfflineSetting page="home" {...setting} />
      <div class="vc-stack vc-offline">
        <h1>{words.title}</h1>
        <p>{words.about}</p>
        <noscript>
          <Notice kind="warning" title={words.noScript} />
        </noscript>
        {closed.length > 0 && <Notice kind="success" title={words.closed(closed.join(', '))} />}
        {received !== '' && <Notice kind="success" title={words.receivedAgain(received)} />}
        <div role="status" class="vc-stack" data-offline="standing" />
        <section class="vc-stack">
          <h2 id="da-nhan">{words.waiting}</h2>
          <div data-offline="rows" class="vc-stack" />
          <p class="vc-quiet">{words.privacy}</p>
        </section>
        <section class="vc-stack" aria-labelledby="nhan">
          <h2 id="nhan">{words.receive}</h2>
          <div class="vc-offline-filter">
            <TextInput name="loc" label={words.filter} optional maxLength={100} />
          </div>
          <ul class="vc-list vc-offline-procedures" data-offline="procedures">
            {procedures.map(({ code, name }) => (
              <li key={code} data-text={fold(`${code} ${name.vi} ${name.en ?? ''}`)}>
                <a class="ds-link" href={`${OFFLINE_FORM}/${code}`}>
                  <Local text={name} />
                </a>{' '}
                <span class="vc-quiet">{code}</span>
              </li>
            ))}
          </ul>
        </section>
        <Numbers held={held} atOnce={atOnce} />
      </div>
    </OfficerLayout>
  );
}

function Numbers({ held, atOnce }: Pick<OfflinePageProps, 'held' | 'atOnce'>) {
  const { locale } = useFrame();
  const words = offlineWords(locale);
  return (
    <section class="vc-stack" aria-labelledby="so">
      <h2 id="so">{words.numbers}</h2>
      {held.length === 0 && <p>{words.none}</p>}
      {held.map(({ day, count, first, last }) => (
        <p key={day}>{words.heldOn(dayText(day, locale), count, first, last)}</p>
      ))}
      {atOnce === undefined ? (
        <p>{words.noOffice}</p>
      ) : (
        <CommandForm action={OFFLINE_RESERVE} id="giu-so">
          <input type="hidden" name="device" value="" />
          <Button variant={held.length === 0 ? 'primary' : 'secondary'}>{words.reserve(atOnce)}</Button>
        </CommandForm>
      )}
      {held.length > 0 && (
        <CommandForm action={OFFLINE_CLOSE} id="chot-ngay">
          <p class="vc-quiet">{words.closeAbout}</p>
          <Button variant="secondary">{words.close}</Button>
        </CommandForm>
      )}
    </section>
  );
}
