/** Current ticket: who was called to this place or is served there, and what the officer can do now; what can't be done says why. */
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { Button, ButtonGroup } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { Select } from '../../../platform/web/components/field/select.tsx';
import { TextInput } from '../../../platform/web/components/field/text-input.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import type { CounterRules } from '../rules.ts';

export interface CurrentTicket {
  readonly id: string;
  readonly code: string;
  readonly group: string;
  readonly ground: string | null;
  readonly isPriority: boolean;
  readonly isServing: boolean;
  readonly calls: number;
  /** `14:05`: called, or serving since. */
  readonly since: string;
  /** What was opened here since it was called, to choose from. */
  readonly dossiers: readonly string[];
}

interface CurrentTicketPanelProps {
  readonly current: CurrentTicket;
  readonly others: readonly { readonly number: number; readonly groups: readonly string[] }[];
  readonly rules: CounterRules;
}

const texts = defineTexts({
  called: {
    vi: (calls: number, time: string) => `Đã gọi ${calls} lần, lần đầu lúc ${time}`,
    en: (calls: number, time: string) => `Called ${calls} times, first at ${time}`,
  },
  serving: { vi: (time: string) => `Phục vụ từ ${time}`, en: (time: string) => `Serving since ${time}` },
  priority: { vi: 'Ưu tiên', en: 'Priority' },
  start: { vi: 'Bắt đầu phục vụ', en: 'Start serving' },
  again: { vi: 'Gọi lại', en: 'Call again' },
  absent: { vi: 'Vắng mặt', en: 'Nobody came' },
  absentLater: {
    vi: (calls: number) => `Ghi vắng mặt được sau khi gọi ${calls} lần.`,
    en: (calls: number) => `Absence can be noted after ${calls} calls.`,
  },
  end: { vi: 'Kết thúc', en: 'End' },
  dossier: { vi: 'Hồ sơ đã tiếp nhận', en: 'Dossier taken in' },
  dossierHint: { vi: 'Mã hồ sơ, nếu có', en: 'Its code, if there is one' },
  transfer: { vi: 'Chuyển đi', en: 'Send on' },
  transferTo: { vi: 'Chuyển đến quầy', en: 'To the place' },
  transferFor: { vi: 'Để làm việc', en: 'To do' },
  transferSend: { vi: 'Chuyển', en: 'Send' },
  transferHint: {
    vi: 'Người được chuyển vẫn giữ thứ tự theo giờ lấy số.',
    en: 'They keep their turn by the time of their number.',
  },
  place: { vi: (number: number) => `Quầy ${number}`, en: (number: number) => `Place ${number}` },
});

export function CurrentTicketPanel({ current, others, rules }: CurrentTicketPanelProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  const group = rules.groups.find(({ key }) => key === current.group);
  const ground = rules.grounds.find(({ key }) => key === current.ground);
  return (
    <section class="vc-current" aria-labelledby="so-hien-tai">
      <h2 id="so-hien-tai" class="vc-current-code">
        {current.code}
      </h2>
      <p>{group ? inLanguage(group.name, locale).text : current.group}</p>
      {current.isPriority && (
        <p>
          <b>{words.priority}</b>
          {ground && `: ${inLanguage(ground.name, locale).text}`}
        </p>
      )}
      <p class="vc-quiet" role="status">
        {current.isServing ? words.serving(current.since) : words.called(current.calls, current.since)}
      </p>
      {current.isServing ? <Ending current={current} /> : <Calling current={current} rules={rules} />}
      <details class="vc-details">
        <summary>{words.transfer}</summary>
        <CommandForm action="/can-bo/xep-hang/chuyen">
          <input type="hidden" name="so" value={current.id} />
          <Select
            name="den-quay"
            label={words.transferTo}
            optional
            options={others.map(({ number }) => ({ value: String(number), label: words.place(number) }))}
          />
          <Select
            name="den-nhom"
            label={words.transferFor}
            hint={words.transferHint}
            optional
            options={rules.groups.map(({ key, name }) => ({ value: key, label: inLanguage(name, locale).text }))}
          />
          <Button variant="secondary">{words.transferSend}</Button>
        </CommandForm>
      </details>
    </section>
  );
}

function Calling({ current, rules }: Pick<CurrentTicketPanelProps, 'current' | 'rules'>) {
  const words = texts(useFrame().locale);
  const canBeAbsent = current.calls >= rules.absence.calls;
  return (
    <>
      <div class="vc-toolbar-start">
        <OneAct action="bat-dau" id={current.id} keyHint="b" primary>
          {words.start}
        </OneAct>
        <OneAct action="goi-lai" id={current.id} keyHint="l">
          {words.again}
        </OneAct>
        {canBeAbsent && (
          <OneAct action="vang" id={current.id} keyHint="v">
            {words.absent}
          </OneAct>
        )}
      </div>
      {!canBeAbsent && <p class="vc-quiet">{words.absentLater(rules.absence.calls)}</p>}
    </>
  );
}

function OneAct({
  action,
  id,
  keyHint,
  primary,
  children,
}: {
  readonly action: string;
  readonly id: string;
  readonly keyHint: string;
  readonly primary?: boolean;
  readonly children: string;
}) {
  return (
    <CommandForm action={`/can-bo/xep-hang/${action}`}>
      <input type="hidden" name="so" value={id} />
      <Button variant={primary ? 'primary' : 'secondary'} keyHint={keyHint}>
        {children}
      </Button>
    </CommandForm>
  );
}

function Ending({ current }: Pick<CurrentTicketPanelProps, 'current'>) {
  const words = texts(useFrame().locale);
  return (
    <CommandForm action="/can-bo/xep-hang/ket-thuc">
      <input type="hidden" name="so" value={current.id} />
      {current.dossiers.length > 0 ? (
        <Select
          name="ho-so"
          label={words.dossier}
          optional
          value={current.dossiers[0]}
          options={current.dossiers.map((code) => ({ value: code, label: code }))}
        />
      ) : (
        <TextInput name="ho-so" label={words.dossier} hint={words.dossierHint} optional maxLength={60} width={24} />
      )}
      <ButtonGroup>
        <Button keyHint="k">{words.end}</Button>
      </ButtonGroup>
    </CommandForm>
  );
}
