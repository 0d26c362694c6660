/** Offline form pages: the counter's form for one procedure, kept by the browser; and the same form again for what could not be sent. */
import { inLanguage } from '../../../../platform/i18n/local-text.ts';
import { FormErrorSummary } from '../../../../platform/forms/form-error-summary.tsx';
import { Checkbox } from '../../../../platform/web/components/field/checkbox.tsx';
import { ErrorSummary } from '../../../../platform/web/components/error-summary/error-summary.tsx';
import { useFrame } from '../../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../../platform/web/layouts/officer-layout.tsx';
import type { DeviceCalendar } from '../../offline/device-calendar.ts';
import { type CounterForm, ReceiveForm } from '../counter/receive-form.tsx';
import { OfflineSetting, type OfflineSettingProps } from './offline-setting.tsx';
import { OFFLINE_AGAIN, OFFLINE_SEND, offlineWords } from './offline-words.ts';

export interface OfflineFormProps extends Omit<OfflineSettingProps, 'page'> {
  readonly chosen: CounterForm;
  /** What the slip says of the procedure. */
  readonly slip: Readonly<Record<'term' | 'fees' | 'office', string>>;
  /** What the device reckons the return date with. */
  readonly due: DeviceCalendar | undefined;
}

export function OfflineFormPage({ chosen, slip, due, ...setting }: OfflineFormProps) {
  const { locale } = useFrame();
  const words = offlineWords(locale);
  const procedure = inLanguage(chosen.version.definition.name, locale).text;
  return (
    <OfficerLayout title={words.title} scripts={['offline-counter.js']}>
      <OfflineSetting page="form" {...setting} />
      <div
        class="vc-counter"
        data-offline="form"
        data-procedure={procedure}
        data-term={slip.term}
        data-fees={slip.fees}
        data-office={slip.office}
        data-due={due && JSON.stringify(due)}
      >
        <p role="alert" data-offline="fault" class="ds-validation-message" hidden />
        <h1>{words.title}</h1>
        <p role="status" data-offline="standing" />
        <ReceiveForm
          chosen={chosen}
          asked={{ the: '' }}
          offline={{ action: OFFLINE_SEND, submit: words.save, more: <p class="vc-quiet">{words.payLater}</p> }}
        />
      </div>
    </OfficerLayout>
  );
}

export interface OfflineAgainProps {
  readonly chosen: CounterForm;
  readonly number: string;
  /** ISO, as the device noted it. */
  readonly receivedAt: string;
  readonly deviceOff: string;
  readonly noted: string;
  readonly refused?: string;
  readonly asksRenumber: boolean;
}

export function OfflineAgainPage(props: OfflineAgainProps) {
  const { chosen, number, receivedAt, deviceOff, noted, refused, asksRenumber } = props;
  const { locale } = useFrame();
  const words = offlineWords(locale);
  return (
    <OfficerLayout title={words.again}>
      <div class="vc-counter">
        {refused && <ErrorSummary errors={[{ message: refused }]} />}
        <FormErrorSummary errors={chosen.errors} />
        <h1>{words.again}</h1>
        <p>{words.againAbout(number, noted)}</p>
        <ReceiveForm
          chosen={chosen}
          asked={{ the: '' }}
          offline={{
            action: OFFLINE_AGAIN,
            submit: words.submitAgain,
            more: (
              <>
                <input type="hidden" name="number" value={number} />
                <input type="hidden" name="received_at" value={receivedAt} />
                <input type="hidden" name="device_off" value={deviceOff} />
                {asksRenumber && <Checkbox name="renumber" label={words.renumber} hint={words.renumberHint} />}
              </>
            ),
          }}
        />
      </div>
    </OfficerLayout>
  );
}
