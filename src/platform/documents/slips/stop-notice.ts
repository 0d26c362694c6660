/** Thông báo dừng giải quyết hồ sơ: work on the dossier ends without a result, and why. */
import { dayOf, type Instant } from '../../calendar/instant.ts';
import { formDay } from '../paper/form-time.ts';
import type { Block } from '../paper/paper.ts';
import type { SlipApplicant } from './applicant.ts';
import type { SlipContext } from './slip-context.ts';
import type { SlipForm } from './slip-forms.ts';

export interface StopNotice {
  readonly dossierCode: string;
  readonly applicant: SlipApplicant;
  readonly request: string;
  readonly receivedAt: Instant;
  readonly reason: string;
  /** Papers given back to the applicant. */
  readonly returned?: readonly string[];
  readonly signer: { readonly title: string; readonly name?: string };
}

/** TT 03/2025 form 05 [V title, M wording]; before it an ordinary notice. */
export function stopBlocks(data: StopNotice, form: SlipForm, { office }: SlipContext): Block[] {
  const returned = data.returned ?? [];
  return [
    { kind: 'title', text: form.title.toUpperCase(), under: `Mã hồ sơ: ${data.dossierCode}` },
    { kind: 'paragraph', align: 'center', runs: [{ text: 'Kính gửi: ' }, { text: data.applicant.name, filled: true }] },
    {
      kind: 'paragraph',
      indent: true,
      runs: [
        {
          text: `${upperFirst(formDay(dayOf(data.receivedAt)))}, ${office.agency} tiếp nhận hồ sơ của Ông/Bà đề nghị giải quyết thủ tục: `,
        },
        { text: data.request, filled: true },
        { text: '.' },
      ],
    },
    {
      kind: 'paragraph',
      indent: true,
      runs: [
        { text: `${office.agency} thông báo dừng giải quyết hồ sơ này với lý do cụ thể như sau: ` },
        { text: data.reason, filled: true },
      ],
    },
    ...(returned.length > 0
      ? ([
          { kind: 'paragraph', runs: [{ text: 'Giấy tờ trả lại cho Ông/Bà:' }] },
          { kind: 'list', items: returned },
        ] satisfies Block[])
      : []),
    { kind: 'paragraph', indent: true, runs: [{ text: 'Xin thông báo cho Ông/Bà được biết./.' }] },
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
