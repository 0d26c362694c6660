/** What a change touches: open dossiers by unit and step, processes to look at, people left without a position. */
import { defineTexts, type Locale } from '../../i18n/texts.ts';
import { groupedNumber } from '../../text/money.ts';
import { type Column, DataTable } from '../../web/components/data-table/data-table.tsx';
import { useLocale } from '../../web/frame.tsx';
import { Local } from '../../web/local.tsx';
import { unitPath } from '../changes/administrator.ts';
import type { Touched, TouchedStep } from '../changes/touched.ts';

const texts = defineTexts({
  none: {
    vi: 'Không hồ sơ đang mở nào đứng lại, không ai mất vị trí.',
    en: 'No open dossier stands still, and nobody loses their position.',
  },
  dossiers: { vi: 'Hồ sơ đang mở sẽ phải có người làm tiếp', en: 'Open dossiers that somebody must go on with' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  step: { vi: 'Bước (vai trò)', en: 'Step (role)' },
  count: { vi: 'Hồ sơ', en: 'Dossiers' },
  why: { vi: 'Vì sao', en: 'Why' },
  'unit-ends': { vi: 'Đơn vị kết thúc', en: 'The unit ends' },
  'nobody-holds': { vi: 'Không còn ai giữ vai trò này', en: 'Nobody holds this role any more' },
  waiting: { vi: 'chờ tiếp nhận', en: 'to be received' },
  stranded: {
    vi: 'Đơn vị còn hoạt động mà địa bàn kết thúc',
    en: 'Units that go on while their area ends',
  },
  seatless: { vi: 'Không còn giữ vị trí nào', en: 'Left without any position' },
});

export function TouchedList({ touched: { steps, seatless, stranded } }: { touched: Touched }) {
  const locale = useLocale();
  const words = texts(locale);
  if (steps.length + seatless.length + stranded.length === 0) return <p>{words.none}</p>;
  return (
    <>
      {steps.length > 0 && (
        <DataTable
          caption={words.dossiers}
          columns={columnsOf(locale)}
          rows={steps}
          keyOf={({ unit, step, role }) => `${unit} ${step} ${role}`}
        />
      )}
      {stranded.length > 0 && (
        <>
          <h3>{words.stranded}</h3>
          <ul class="vc-list">
            {stranded.map(({ id, name }) => (
              <li key={id}>
                <a class="ds-link" href={unitPath(id)}>
                  <Local text={name} />
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {seatless.length > 0 && (
        <>
          <h3>{words.seatless}</h3>
          <ul class="vc-list">
            {seatless.map(({ id, login, name }) => (
              <li key={id}>
                <a class="ds-link" href={`/quan-tri/tai-khoan/${id}`}>
                  {name}
                </a>{' '}
                <span class="vc-quiet">{login}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function columnsOf(locale: Locale): Column<TouchedStep>[] {
  const words = texts(locale);
  return [
    {
      key: 'unit',
      head: words.unit,
      names: true,
      cell: ({ unit, unitName }) => (
        <a class="ds-link" href={`/quan-tri/anh-huong?loai=don-vi&ma=${unit}`}>
          <Local text={unitName} />
        </a>
      ),
    },
    {
      key: 'step',
      head: words.step,
      labelled: true,
      cell: ({ step, role, roleName }) =>
        step === null ? (
          words.waiting
        ) : (
          <>
            {step}
            {roleName && ' · '}
            {roleName && <Local text={roleName} />} {role && `(${role})`}
          </>
        ),
    },
    { key: 'why', head: words.why, labelled: true, cell: ({ why }) => words[why] },
    {
      key: 'count',
      head: words.count,
      align: 'end',
      digits: true,
      labelled: true,
      cell: ({ count }) => groupedNumber(count, locale),
    },
  ];
}
