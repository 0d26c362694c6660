/** Acts on an incident: what its page offers now. Taking it stands in the head of the page. */
import type { ComponentChildren } from 'preact';
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { Button } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { Radios } from '../../../platform/web/components/field/radios.tsx';
import { Select } from '../../../platform/web/components/field/select.tsx';
import { TextInput } from '../../../platform/web/components/field/text-input.tsx';
import { Textarea } from '../../../platform/web/components/field/textarea.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import { OUTCOMES } from '../incident-state.ts';
import { levelText, outcomeText } from '../words.ts';
import type { IncidentPageProps } from './incident-page.tsx';
import { incidentPath } from './incident-path.ts';
import { RefusalSummary } from './refusal-summary.tsx';
import { typedIn } from './refused.ts';

const texts = defineTexts({
  take: { vi: 'Nhận xử lý', en: 'Take it' },
  takeOver: { vi: 'Nhận lại từ người đang giữ', en: 'Take it over' },
  onSite: { vi: 'Đã có mặt tại chỗ', en: 'On site' },
  note: { vi: 'Ghi chú', en: 'Note' },
  addNote: { vi: 'Ghi vào nhật ký', en: 'Add to the log' },
  handOver: { vi: 'Giao người khác', en: 'Hand over' },
  to: { vi: 'Người nhận', en: 'To whom' },
  handNote: { vi: 'Dặn lại', en: 'What they should know' },
  passOn: { vi: 'Chuyển trung tâm khác', en: 'Pass to another centre' },
  centre: { vi: 'Trung tâm nhận', en: 'Centre that takes it on' },
  passAbout: {
    vi: 'Không ai giữ sự cố cho đến khi có người ở trung tâm đó nhận.',
    en: 'Nobody holds it until somebody in that centre has taken it.',
  },
  severity: { vi: 'Đổi cấp', en: 'Change the level' },
  level: { vi: 'Cấp', en: 'Level' },
  why: { vi: 'Vì sao', en: 'Why' },
  join: { vi: 'Gộp vào sự cố khác', en: 'Join into another incident' },
  into: { vi: 'Mã sự cố giữ lại', en: 'Code of the incident that goes on' },
  close: { vi: 'Kết thúc sự cố', en: 'Close the incident' },
  outcome: { vi: 'Kết quả', en: 'How it ended' },
  ending: { vi: 'Đã làm gì', en: 'What was done' },
  left: {
    vi: (count: number) => `Còn ${count} việc chưa đánh dấu xong.`,
    en: (count: number) => `${count} steps are not ticked yet.`,
  },
  reopen: { vi: 'Mở lại sự cố', en: 'Reopen the incident' },
});

const MOST = 2000;

export function IncidentActs(props: IncidentPageProps) {
  const { state, accountId, refused } = props;
  const words = texts(useFrame().locale);
  if (state.closedAt !== null)
    return (
      <div class="vc-act">
        <RefusalSummary refused={refused} />
        <Closed {...props} />
      </div>
    );
  return (
    <div class="vc-act">
      <RefusalSummary refused={refused} />
      {state.assigneeId !== null && state.assigneeId !== accountId && (
        <CommandForm action={`${incidentPath(state)}/nhan`} version={state.version}>
          <Button variant="secondary">{words.takeOver}</Button>
        </CommandForm>
      )}
      {state.stage === 'taken' && (
        <CommandForm action={`${incidentPath(state)}/tai-cho`} version={state.version}>
          <Button variant="secondary">{words.onSite}</Button>
        </CommandForm>
      )}
      <CommandForm action={`${incidentPath(state)}/ghi-chu`} version={state.version}>
        <Textarea
          name="ghi-chu"
          label={words.note}
          rows={2}
          maxLength={MOST}
          {...typedIn(refused, 'ghi-chu', 'ghi-chu')}
        />
        <Button variant="secondary">{words.addNote}</Button>
      </CommandForm>
      <HandOver {...props} />
      <PassOn {...props} />
      <Severity {...props} />
      <Join {...props} />
      <Close {...props} />
    </div>
  );
}

/** Under the line that says nobody has taken it: on a phone the other acts lie below the steps and signals. */
export function TakeIncident({ state }: IncidentPageProps) {
  const words = texts(useFrame().locale);
  if (state.closedAt !== null || state.assigneeId !== null) return null;
  return (
    <CommandForm action={`${incidentPath(state)}/nhan`} version={state.version}>
      <Button>{words.take}</Button>
    </CommandForm>
  );
}

interface FoldedProps {
  readonly title: string;
  /** What was refused stays open. */
  readonly open: boolean;
  readonly children: ComponentChildren;
}

/** Folded: a page with six open forms says nothing. */
function Folded({ title, open, children }: FoldedProps) {
  return (
    <details class="vc-details" open={open}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}

function HandOver({ state, shown, refused }: IncidentPageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  return (
    <Folded title={words.handOver} open={refused?.act === 'giao'}>
      <CommandForm action={`${incidentPath(state)}/giao`} version={state.version}>
        <Select
          name="nguoi"
          label={words.to}
          options={shown.colleagues.map(({ accountId, name, title, unit }) => ({
            value: accountId,
            label: `${name}, ${inLanguage(title, locale).text}, ${inLanguage(unit, locale).text}`,
          }))}
          {...typedIn(refused, 'giao', 'nguoi')}
        />
        <Textarea
          name="loi-dan"
          label={words.handNote}
          rows={2}
          maxLength={MOST}
          {...typedIn(refused, 'giao', 'loi-dan')}
        />
        <Button variant="secondary">{words.handOver}</Button>
      </CommandForm>
    </Folded>
  );
}

function PassOn({ state, shown, refused }: IncidentPageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  return (
    <Folded title={words.passOn} open={refused?.act === 'chuyen-trung-tam'}>
      <CommandForm action={`${incidentPath(state)}/chuyen-trung-tam`} version={state.version}>
        <Select
          name="trung-tam"
          label={words.centre}
          options={shown.receivers.map(({ key, name }) => ({ value: key, label: inLanguage(name, locale).text }))}
          {...typedIn(refused, 'chuyen-trung-tam', 'trung-tam')}
        />
        <Textarea
          name="loi-nhan"
          label={words.handNote}
          rows={2}
          maxLength={MOST}
          {...typedIn(refused, 'chuyen-trung-tam', 'loi-nhan')}
        />
        <p class="vc-quiet">{words.passAbout}</p>
        <Button variant="secondary">{words.passOn}</Button>
      </CommandForm>
    </Folded>
  );
}

function Severity({ state, refused }: IncidentPageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  return (
    <Folded title={words.severity} open={refused?.act === 'cap'}>
      <CommandForm action={`${incidentPath(state)}/cap`} version={state.version}>
        <Radios
          name="cap"
          label={words.level}
          inline
          value={String(state.severity)}
          options={([1, 2, 3, 4, 5] as const).map((level) => ({
            value: String(level),
            label: levelText(level, locale),
          }))}
          {...typedIn(refused, 'cap', 'cap')}
        />
        <TextInput name="vi-sao" label={words.why} optional maxLength={MOST} {...typedIn(refused, 'cap', 'vi-sao')} />
        <Button variant="secondary">{words.severity}</Button>
      </CommandForm>
    </Folded>
  );
}

function Join({ state, refused }: IncidentPageProps) {
  const words = texts(useFrame().locale);
  return (
    <Folded title={words.join} open={refused?.act === 'gop'}>
      <CommandForm action={`${incidentPath(state)}/gop`} version={state.version}>
        <TextInput name="ma" label={words.into} maxLength={60} width={24} {...typedIn(refused, 'gop', 'ma')} />
        <Button variant="secondary">{words.join}</Button>
      </CommandForm>
    </Folded>
  );
}

function Close({ state, refused }: IncidentPageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  const left = state.steps.filter(({ doneAt }) => doneAt === null).length;
  return (
    <Folded title={words.close} open={refused?.act === 'ket-thuc'}>
      <CommandForm action={`${incidentPath(state)}/ket-thuc`} version={state.version}>
        {left > 0 && <p class="vc-quiet">{words.left(left)}</p>}
        <Radios
          name="ket-qua"
          label={words.outcome}
          options={OUTCOMES.map((outcome) => ({ value: outcome, label: outcomeText(outcome, locale) }))}
          {...typedIn(refused, 'ket-thuc', 'ket-qua')}
        />
        <Textarea
          name="da-lam"
          label={words.ending}
          rows={3}
          maxLength={MOST}
          {...typedIn(refused, 'ket-thuc', 'da-lam')}
        />
        <Button variant="secondary" danger>
          {words.close}
        </Button>
      </CommandForm>
    </Folded>
  );
}

function Closed({ state, refused, at }: IncidentPageProps) {
  const words = texts(useFrame().locale);
  if (state.outcome === 'joined' || (state.drillOverAt !== null && state.drillOverAt <= at)) return null;
  return (
    <CommandForm action={`${incidentPath(state)}/mo-lai`} version={state.version}>
      <Textarea name="vi-sao" label={words.why} rows={2} maxLength={MOST} {...typedIn(refused, 'mo-lai', 'vi-sao')} />
      <Button variant="secondary">{words.reopen}</Button>
    </CommandForm>
  );
}
