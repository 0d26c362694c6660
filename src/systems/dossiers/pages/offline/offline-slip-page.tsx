/** Offline slip (giấy tạm nhận): what the applicant takes home when the line is down; the script fills it from what waits on the device. */
import { ButtonGroup, LinkButton } from '../../../../platform/web/components/button/button.tsx';
import { useFrame } from '../../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../../platform/web/layouts/officer-layout.tsx';
import { OfflineSetting, type OfflineSettingProps } from './offline-setting.tsx';
import { OFFLINE, offlineWords } from './offline-words.ts';

export function OfflineSlipPage(setting: Omit<OfflineSettingProps, 'page'>) {
  const { locale } = useFrame();
  const words = offlineWords(locale);
  const line = (label: string, slot: string) => (
    <div class="vc-summary-row">
      <dt>{label}</dt>
      <dd data-slot={slot} />
    </div>
  );
  return (
    <OfficerLayout title={words.slipTitle} scripts={['offline-counter.js']}>
      <OfflineSetting page="slip" {...setting} />
      <p role="alert" data-offline="gone" hidden>
        {words.slipGone}
      </p>
      <article class="vc-stack vc-offline-slip">
        <h1>{words.slipTitle}</h1>
        <div class="vc-stack" data-offline="slip" data-none={words.slipNoPapers} data-told={words.slipTold} hidden>
          <dl class="vc-summary">
            {line(words.slipCode, 'code')}
            {line(words.slipOffice, 'office')}
            {line(words.slipApplicant, 'name')}
            {line(words.slipProcedure, 'procedure')}
            {line(words.slipPapers, 'papers')}
            {line(words.slipReceived, 'time')}
            {line(words.slipTerm, 'term')}
            {line(words.slipDue, 'due')}
            {line(words.slipFees, 'fees')}
          </dl>
          <p>{words.slipOffline}</p>
          <p class="vc-offline-sign">{words.slipSigned}</p>
        </div>
      </article>
      <ButtonGroup>
        <button type="button" class="ds-button" data-offline="print" hidden>
          {words.slipPrint}
        </button>
        <LinkButton variant="secondary" href={OFFLINE}>
          {words.slipNext}
        </LinkButton>
      </ButtonGroup>
    </OfficerLayout>
  );
}
