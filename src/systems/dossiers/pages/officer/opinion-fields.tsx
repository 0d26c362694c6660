/** Fields of a consultation: whom to ask, what and for how long; and the answer of the one who was asked. */
import { inLanguage } from '../../../../platform/i18n/local-text.ts';
import { ReviewList } from '../../../../platform/forms/review-list.tsx';
import { defineTexts } from '../../../../platform/i18n/texts.ts';
import { timeInSentence } from '../../../../platform/text/vietnamese-date.ts';
import { Checkboxes, Radios } from '../../../../platform/web/components/field/radios.tsx';
import { FileInput } from '../../../../platform/web/components/field/file-input.tsx';
import { Select } from '../../../../platform/web/components/field/select.tsx';
import { TextInput } from '../../../../platform/web/components/field/text-input.tsx';
import { Textarea } from '../../../../platform/web/components/field/textarea.tsx';
import { SummaryList } from '../../../../platform/web/components/summary-list/summary-list.tsx';
import { useFrame } from '../../../../platform/web/frame.tsx';
import { Local } from '../../../../platform/web/local.tsx';
import { partName } from '../../dossier-state.ts';
import { refusedParts } from '../../turns/part-reopening.ts';
import type { ActFieldsProps } from './act-fields.tsx';

const texts = defineTexts({
  units: { vi: 'Đơn vị cùng địa bàn', en: 'Units of the same place' },
  other: { vi: 'Cơ quan cấp tỉnh', en: 'Department of the province' },
  otherHint: {
    vi: 'Cần hỏi nhiều cơ quan cấp tỉnh thì hỏi từng cơ quan.',
    en: 'To ask several of them, ask one by one.',
  },
  question: { vi: 'Nội dung cần lấy ý kiến', en: 'What you ask' },
  days: { vi: 'Trả lời trong (ngày làm việc)', en: 'To be answered within (working days)' },
  unit: { vi: 'Đơn vị được hỏi', en: 'Unit asked' },
  asked: { vi: 'Nội dung được hỏi', en: 'Question' },
  due: { vi: 'Trả lời trước', en: 'Answer before' },
  opinion: { vi: 'Ý kiến của đơn vị', en: 'Opinion of your unit' },
  part: { vi: 'Phần việc', en: 'Part' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  taken: { vi: 'Lấy từ tờ khai chung', en: 'From the common form' },
  file: { vi: 'Xem tệp', en: 'See the file' },
  partUnit: { vi: 'Đơn vị thực hiện', en: 'Unit' },
  partDue: { vi: 'Xong trước', en: 'Due' },
  outcome: { vi: 'Kết quả phần việc', en: 'How it ended' },
  done: { vi: 'Đã xong', en: 'Done' },
  refused: { vi: 'Không giải quyết được', en: 'Refused' },
  reference: { vi: 'Số của giấy tờ đã cấp', en: 'Number of the paper issued' },
  note: { vi: 'Ghi chú, lý do nếu không giải quyết', en: 'Note, or why it is refused' },
  paper: { vi: 'Giấy tờ đã cấp', en: 'The paper issued' },
  paperHint: {
    vi: 'PDF, ảnh hoặc văn bản, tối đa 10 MB. Người nộp và cơ quan chủ trì xem được.',
    en: 'PDF, picture or document, 10 MB at most. The applicant and the lead body may see it.',
  },
  again: { vi: 'Lý do giao lại', en: 'Why it is asked for again' },
  which: { vi: 'Phần việc giao lại', en: 'The part' },
  reason: { vi: 'Lý do, nội dung đề nghị làm lại', en: 'Why it is asked for again, and what shall be done' },
});

export function AskOpinionFields({ askable = [], chosen, typed }: ActFieldsProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  const options = (near: boolean) =>
    askable
      .filter((unit) => unit.near === near)
      .map(({ id, name }) => ({ value: id, label: inLanguage(name, locale).text }));
  return (
    <>
      <Checkboxes name="unit" label={words.units} options={options(true)} values={chosen('unit')} optional />
      {options(false).length > 0 && (
        <Select
          name="other"
          label={words.other}
          hint={words.otherHint}
          options={options(false)}
          value={typed('other')}
          optional
        />
      )}
      <Textarea name="question" label={words.question} value={typed('question')} maxLength={4000} />
      <TextInput name="days" label={words.days} value={typed('days') || '5'} inputMode="numeric" maxLength={2} />
    </>
  );
}

export function GiveOpinionFields({ owed, typed }: ActFieldsProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  if (!owed) return null;
  const { consultation, question } = owed;
  return (
    <>
      <SummaryList
        rows={[
          { label: words.unit, value: <Local text={consultation.unitName} /> },
          { label: words.asked, value: question === '' ? '…' : question },
          { label: words.due, value: timeInSentence(consultation.dueAt, locale) },
        ]}
      />
      <input type="hidden" name="consultation" value={consultation.id} />
      <Textarea name="opinion" label={words.opinion} value={typed('opinion')} maxLength={4000} />
    </>
  );
}

export function EndPartFields({ dossier, owed, typed }: ActFieldsProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  if (!owed) return null;
  const { consultation, question, procedure, taken = [] } = owed;
  return (
    <>
      <SummaryList
        rows={[
          { label: words.part, value: <Local text={partName(dossier, consultation.part)} /> },
          ...(procedure === undefined
            ? []
            : [
                {
                  label: words.procedure,
                  value: (
                    <a class="ds-link vc-whole" href={`/thu-tuc/${procedure}`}>
                      {procedure}
                    </a>
                  ),
                },
              ]),
          { label: words.partUnit, value: <Local text={consultation.unitName} /> },
          { label: words.partDue, value: timeInSentence(consultation.dueAt, locale) },
          ...(question === '' ? [] : [{ label: words.again, value: question }]),
        ]}
      />
      {taken.length > 0 && (
        <>
          <h2>{words.taken}</h2>
          <ReviewList
            sections={taken}
            level={3}
            fileOf={(id) => (
              <a class="ds-link" href={`/tep/${id}`}>
                {words.file}
              </a>
            )}
          />
        </>
      )}
      <input type="hidden" name="consultation" value={consultation.id} />
      <Radios
        name="outcome"
        label={words.outcome}
        value={typed('outcome') || 'done'}
        options={[
          { value: 'done', label: words.done },
          { value: 'refused', label: words.refused },
        ]}
      />
      <TextInput name="reference" label={words.reference} value={typed('reference')} maxLength={100} optional />
      <FileInput name="file" label={words.paper} hint={words.paperHint} optional />
      <Textarea name="note" label={words.note} value={typed('note')} maxLength={4000} optional />
    </>
  );
}

export function ReopenPartFields({ dossier, typed }: ActFieldsProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  const refused = refusedParts(dossier);
  return (
    <>
      <Radios
        name="consultation"
        label={words.which}
        value={typed('consultation') || (refused[0]?.id ?? '')}
        options={refused.map(({ id, part, unitName }) => ({
          value: id,
          label: `${inLanguage(partName(dossier, part), locale).text} – ${inLanguage(unitName, locale).text}`,
        }))}
      />
      <Textarea name="reason" label={words.reason} value={typed('reason')} maxLength={2000} />
    </>
  );
}
