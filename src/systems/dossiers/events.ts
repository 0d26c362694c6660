/** What dossiers write to the journal, by type. */
import { Type } from 'typebox';
import { askedEntries } from './asked-events.ts';
import type { EntrySpec } from '../../platform/system/define-system.ts';
import { componentAnswered } from './component-answered.ts';
import { givingEntries } from './giving-events.ts';
import { At, at, file, Money, OrNull, v1, version, withSlip } from './entry-spec.ts';
import { exemptionJudged } from './exemption-entry.ts';
import { offlineEntries } from './offline/offline-events.ts';
import { paperEntries } from './paper-events.ts';
import { paperReused } from './reuse-entry.ts';

/** The acts that end a dossier's processing: with a result, by silence, or without either. */
export const ENDING_ENTRIES: readonly string[] = [
  'dossiers.result-issued',
  'dossiers.decided-by-silence',
  'dossiers.dossier-refused',
  'dossiers.processing-refused',
  'dossiers.dossier-withdrawn',
  'dossiers.dossier-stopped',
];

export const dossierEntries = {
  ...givingEntries,
  ...offlineEntries,
  'dossiers.dossier-submitted': v1(
    { vi: 'Nộp hồ sơ', en: 'Dossier submitted' },
    {
      version: Type.String(),
      case: OrNull(Type.String()),
      term: OrNull(Type.String()),
      answer_by: At,
      files: Type.Array(Type.Object({ component: Type.String(), file: OrNull(Type.String()) })),
    },
    { version: file, case: null, term: '0wd', answer_by: at, files: [{ component: 'giay-chung-sinh', file }] },
  ),
  'dossiers.paper-reused': paperReused,
  'dossiers.component-answered': componentAnswered,
  'dossiers.dossier-accepted': withSlip(
    { vi: 'Tiếp nhận hồ sơ', en: 'Dossier accepted' },
    { term: OrNull(Type.String()), promised: OrNull(At), shown: Type.Array(Type.String()), next_step: Type.String() },
    { term: '3wd', promised: at, shown: [], next_step: 'examine' },
  ),
  'dossiers.exemption-judged': exemptionJudged,
  'dossiers.supplement-asked': withSlip(
    { vi: 'Yêu cầu bổ sung, hoàn thiện hồ sơ', en: 'More papers asked for' },
    {
      components: Type.Array(OrNull(Type.String())),
      before_acceptance: Type.Boolean(),
      at_step: OrNull(Type.String()),
    },
    { components: ['giay-chung-sinh'], before_acceptance: true, at_step: 'receive' },
  ),
  'dossiers.supplement-supplied': v1(
    { vi: 'Bổ sung hồ sơ', en: 'Papers added' },
    { files: Type.Array(Type.Object({ component: Type.String(), file: Type.String() })), restarts: Type.Boolean() },
    { files: [{ component: 'giay-chung-sinh', file }], restarts: false },
  ),
  'dossiers.dossier-refused': withSlip(
    { vi: 'Từ chối tiếp nhận', en: 'Not accepted' },
    { outcome: Type.String() },
    { outcome: 'not-accepted' },
  ),
  'dossiers.dossier-withdrawn': v1(
    { vi: 'Rút hồ sơ', en: 'Withdrawn' },
    { outcome: Type.String() },
    { outcome: 'withdrawn' },
  ),
  'dossiers.dossier-stopped': withSlip(
    { vi: 'Dừng giải quyết', en: 'Stopped' },
    { outcome: Type.String() },
    { outcome: 'stopped' },
  ),
  'dossiers.processing-refused': withSlip(
    { vi: 'Từ chối giải quyết', en: 'Refused after examination' },
    { outcome: Type.String(), at_step: Type.String(), due: OrNull(At), late: Type.Boolean() },
    { outcome: 'refused', at_step: 'examine', due: at, late: false },
  ),
  'dossiers.early-result-told': v1(
    { vi: 'Báo có kết quả trước hạn', en: 'Told of an early result' },
    { how: Type.String(), due: OrNull(At) },
    { how: 'notice', due: at },
  ),
  'dossiers.payment-asked': v1(
    { vi: 'Yêu cầu thực hiện nghĩa vụ tài chính', en: 'Payment asked for' },
    { total: Money, paid: Money, items: Type.Array(Type.Object({ key: Type.String(), amount: Money })) },
    { total: 16000, paid: 0, items: [{ key: 'copies', amount: 16000 }] },
  ),
  'dossiers.payment-recorded': v1(
    { vi: 'Đã nộp tiền', en: 'Payment received' },
    { amount: Money, by: Type.String(), reference: Type.String(), paid: Money, due: Money, settles: Type.Boolean() },
    { amount: 16000, by: 'bank', reference: 'VC26112300001', paid: 16000, due: 16000, settles: true },
  ),
  'dossiers.step-completed': v1(
    { vi: 'Xong một bước', en: 'Step completed' },
    { step: Type.String(), next_step: Type.String(), to_unit: Type.String() },
    { step: 'examine', next_step: 'approve', to_unit: file },
  ),
  'dossiers.step-sent-back': v1(
    { vi: 'Trả lại bước trước', en: 'Sent back' },
    { step: Type.String(), to_step: Type.String() },
    { step: 'approve', to_step: 'examine' },
  ),
  'dossiers.draft-sent': v1(
    { vi: 'Gửi bản dự thảo để xác nhận', en: 'Draft sent for confirmation' },
    { silence_confirms: Type.String() },
    { silence_confirms: '1d' },
  ),
  'dossiers.draft-answered': v1(
    { vi: 'Trả lời bản dự thảo', en: 'Draft answered' },
    { answer: Type.String() },
    { answer: 'confirmed' },
  ),
  'dossiers.result-signed': v1(
    { vi: 'Ký kết quả', en: 'Result signed' },
    { outcome: Type.String(), step: Type.String(), file: Type.String(), sha256: Type.String() },
    { outcome: 'approved', step: 'sign', file, sha256: '00' },
  ),
  'dossiers.result-issued': v1(
    { vi: 'Vào số, đóng dấu kết quả', en: 'Result numbered and sealed' },
    { number: Type.String(), file: Type.String(), sha256: Type.String(), document: Type.String() },
    { number: '12/2026', file, sha256: '00', document: file },
  ),
  'dossiers.result-corrected': v1(
    { vi: 'Đính chính kết quả', en: 'Result corrected' },
    {
      number: Type.String(),
      file: Type.String(),
      sha256: Type.String(),
      document: Type.String(),
      corrects: Type.String(),
      old_number: Type.String(),
    },
    { number: '13/2026', file, sha256: '00', document: file, corrects: file, old_number: '12/2026' },
  ),
  'dossiers.result-returned': v1(
    { vi: 'Trả kết quả', en: 'Result handed over' },
    { how: Type.String() },
    { how: 'counter' },
  ),
  'dossiers.apology-sent': withSlip(
    { vi: 'Xin lỗi và hẹn lại ngày trả', en: 'Apology and new date' },
    { was_due: At, new_due: At },
    { was_due: at, new_due: at },
  ),
  'dossiers.due-reckoned-again': {
    title: { vi: 'Tính lại thời hạn theo lịch làm việc mới', en: 'Times by the new calendar' },
    versions: [
      version(1, { was_due: At, due: At }, { was_due: at, due: at }),
      // each pair only where that time has moved
      version(
        2,
        {
          was_due: Type.Optional(At),
          due: Type.Optional(At),
          was_step_due: Type.Optional(At),
          step_due: Type.Optional(At),
          was_answer_by: Type.Optional(At),
          answer_by: Type.Optional(At),
        },
        { was_due: at, due: at, was_step_due: at, step_due: at },
      ),
      // and the deadlines of other units
      version(
        3,
        {
          was_due: Type.Optional(At),
          due: Type.Optional(At),
          was_step_due: Type.Optional(At),
          step_due: Type.Optional(At),
          was_answer_by: Type.Optional(At),
          answer_by: Type.Optional(At),
          asked: Type.Optional(
            Type.Array(Type.Object({ consultation: Type.String(), unit: Type.String(), was_due: At, due: At })),
          ),
        },
        {
          was_due: at,
          due: at,
          asked: [
            {
              consultation: '01939b5e-0000-7000-8000-000000000001',
              unit: '01939b5e-0000-7000-8000-000000000002',
              was_due: at,
              due: at,
            },
          ],
        },
      ),
    ],
  },
  ...askedEntries,
  'dossiers.apology-drafted': v1(
    { vi: 'Soạn thư xin lỗi', en: 'Apology drafted' },
    {
      was_due: At,
      proposed: At,
      holder: Type.Object({
        unit: OrNull(Type.String()),
        role: OrNull(Type.String()),
        account: OrNull(Type.String()),
      }),
      signer: OrNull(Type.Object({ unit: Type.String(), role: Type.String() })),
    },
    {
      was_due: at,
      proposed: at,
      holder: { unit: file, role: 'HT', account: null },
      signer: { unit: file, role: 'CT' },
    },
  ),
  'dossiers.register-answered': v1(
    { vi: 'Cơ sở dữ liệu quốc gia về dân cư trả lời', en: 'The register of the population has answered' },
    { register: Type.String(), answer: Type.String(), refusal: OrNull(Type.String()) },
    { register: 'birth', answer: 'done', refusal: null },
  ),
  'dossiers.dossier-moved': v1(
    { vi: 'Chuyển cho đơn vị kế thừa', en: 'Passed to the legal successor' },
    { from: Type.String(), to: Type.String(), receiving: Type.String(), named: Type.Boolean() },
    { from: file, to: file, receiving: file, named: false },
  ),
  'dossiers.orphans-assigned': {
    title: { vi: 'Chỉ định đơn vị tiếp tục các hồ sơ', en: 'Unit named to go on with the dossiers' },
    versions: [
      { version: 1, body: Type.Object({ to: Type.String() }, { additionalProperties: false }), sample: { to: file } },
      {
        version: 2,
        body: Type.Object(
          {
            to: OrNull(Type.String()),
            areas: Type.Array(
              Type.Object({ area: Type.String(), unit: Type.String() }, { additionalProperties: false }),
            ),
          },
          { additionalProperties: false },
        ),
        sample: { to: null, areas: [{ area: '25459', unit: file }] },
      },
    ],
  },
  'dossiers.move-undone': v1(
    { vi: 'Hoàn lại việc chuyển', en: 'Moved back' },
    { from: Type.String(), to: Type.String(), batch: Type.String() },
    { from: file, to: file, batch: file },
  ),
  'dossiers.moves-undone': {
    title: { vi: 'Hoàn lại một lần chuyển hồ sơ', en: 'A batch of moves undone' },
    versions: [
      {
        version: 1,
        body: Type.Object({ batch: Type.String() }, { additionalProperties: false }),
        sample: { batch: file },
      },
    ],
  },
  'dossiers.application-ending': {
    title: { vi: 'Báo bản khai sắp hết hạn giữ', en: 'Told that an unfinished application ends' },
    versions: [
      {
        version: 1,
        body: Type.Object(
          { account: Type.String(), version: Type.String(), last_day: Type.String() },
          { additionalProperties: false },
        ),
        sample: { account: file, version: file, last_day: '2026-12-23' },
      },
    ],
  },
  ...paperEntries,
  'dossiers.decided-by-silence': v1(
    { vi: 'Hết hạn không trả lời: được thực hiện', en: 'No answer in time: may go ahead' },
    { basis: Type.String(), omission_of: Type.String(), at_step: OrNull(Type.String()) },
    { basis: 'Luật Quảng cáo, Điều 30', omission_of: file, at_step: 'examine' },
  ),
} as const satisfies Record<string, EntrySpec>;
