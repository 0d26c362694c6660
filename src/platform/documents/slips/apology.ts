/** The apology for a late result, with the one new date the rules allow (NĐ 61/2018 art. 19.9). */
import { dayOf, type Instant } from '../../calendar/instant.ts';
import { formDay, formTime } from '../paper/form-time.ts';
import type { Block } from '../paper/paper.ts';
import type { SlipApplicant } from './applicant.ts';
import type { SlipContext } from './slip-context.ts';
import type { SlipForm } from './slip-forms.ts';

export interface ApologySlip {
  readonly dossierCode: string;
  readonly applicant: SlipApplicant;
  readonly request: string;
  readonly receivedAt: Instant;
  readonly dueAt: Instant;
  readonly newDueAt: Instant;
  readonly reason: string;
  /** Body that is late; the issuing agency when absent. */
  readonly lateBody?: string;
  readonly signer: { readonly title: string; readonly name?: string };
}

/** TT 01/2018 form 04, TT 03/2025 form 04 [M]. */
export function apologyBlocks(data: ApologySlip, form: SlipForm, { office }: SlipContext): Block[] {
  const body = data.lateBody ?? office.agency;
  return [
    { kind: 'title', text: form.title.toUpperCase() },
    { kind: 'paragraph', align: 'center', runs: [{ text: 'Kính gửi: ' }, { text: data.applicant.name, filled: true }] },
    {
      kind: 'paragraph',
      indent: true,
      runs: [
        { text: `${upperFirst(formDay(dayOf(data.receivedAt)))}, ${body} tiếp nhận giải quyết hồ sơ của Ông/Bà ` },
        { text: data.applicant.name, filled: true },
        { text: ' về việc ' },
        { text: data.request, filled: true },
        { text: '; mã số: ' },
        { text: data.dossierCode, filled: true },
        { text: '.' },
      ],
    },
    { kind: 'fields', fields: [{ label: 'Thời gian hẹn trả kết quả', value: formTime(data.dueAt) }] },
    {
      kind: 'paragraph',
      indent: true,
      runs: [
        { text: `Tuy nhiên đến nay, ${body} chưa trả kết quả đúng thời hạn quy định với lý do: ` },
        { text: data.reason, filled: true },
      ],
    },
    {
      kind: 'paragraph',
      indent: true,
      runs: [
        {
          text: `Sự chậm trễ này đã gây phiền hà, tốn kém chi phí, công sức của Ông/Bà, ${body} xin lỗi Ông/Bà và sẽ trả kết quả vào `,
        },
        { text: formTime(data.newDueAt), filled: true },
        { text: '.' },
      ],
    },
    {
      kind: 'paragraph',
      indent: true,
      runs: [{ text: 'Mong nhận được sự thông cảm của Ông/Bà vì sự chậm trễ này./.' }],
    },
    {
      kind: 'signatures',
      signers: [
        {
          title: [data.signer.title.toUpperCase()],
          note: '(Ký số hoặc ký tên, đóng dấu)',
          name: data.signer.name,
          electronicMark: true,
        },
      ],
    },
  ];
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
