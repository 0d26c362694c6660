/** Orphans page: open dossiers whose unit has ended without a known successor, each with the unit that an administrator names. */
import { defineTexts } from '../../../../platform/i18n/texts.ts';
import { Button } from '../../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../../platform/web/components/command-form/command-form.tsx';
import { EmptyState } from '../../../../platform/web/components/empty-state/empty-state.tsx';
import { ErrorSummary } from '../../../../platform/web/components/error-summary/error-summary.tsx';
import { TextInput } from '../../../../platform/web/components/field/text-input.tsx';
import { useFrame } from '../../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../../platform/web/layouts/officer-layout.tsx';
import type { Orphan } from '../../succession.ts';

export interface OrphansPageProps {
  readonly orphans: readonly Orphan[];
  readonly path: string;
  readonly refused?: string;
  /** Unit code typed, when it was refused. */
  readonly typed?: string;
}

const texts = defineTexts({
  title: { vi: 'Hồ sơ của đơn vị đã kết thúc', en: 'Dossiers of units that have ended' },
  about: {
    vi: 'Pháp luật và gói dữ liệu chưa cho biết ai tiếp tục. Đơn vị được chỉ định nhận hồ sơ cùng thời hạn đang chạy; việc chỉ định được ghi vào nhật ký.',
    en: 'Neither law nor pack says who goes on. The unit that is named takes the dossiers with their clocks as they run; naming it is written to the journal.',
  },
  none: { vi: 'Mọi hồ sơ đang mở đều có đơn vị giải quyết', en: 'Every open dossier has a unit' },
  noneAbout: { vi: 'Không cần chỉ định đơn vị nào.', en: 'Nothing has to be named.' },
  unit: { vi: 'Mã đơn vị tiếp nhận, giải quyết', en: 'Code of the unit that goes on' },
  hint: { vi: 'Ví dụ H53.101', en: 'Such as H53.101' },
  move: { vi: 'Chuyển các hồ sơ này', en: 'Move these dossiers' },
});

export function OrphansPage({ orphans, path, refused, typed }: OrphansPageProps) {
  const words = texts(useFrame().locale);
  const units = [...new Map(orphans.map((orphan) => [orphan.unit, orphan.unitName]))];
  return (
    <OfficerLayout title={words.title}>
      {refused && <ErrorSummary errors={[{ message: refused }]} />}
      <h1>{words.title}</h1>
      {orphans.length === 0 ? (
        <EmptyState title={words.none}>
          <p>{words.noneAbout}</p>
        </EmptyState>
      ) : (
        <>
          <p>{words.about}</p>
          {units.map(([unit, name]) => (
            <section key={unit} aria-label={name}>
              <h2>{name}</h2>
              <ul>
                {orphans
                  .filter((orphan) => orphan.unit === unit)
                  .map((orphan) => (
                    <li key={orphan.id}>
                      <span class="vc-whole">{orphan.code}</span> {orphan.title}
                    </li>
                  ))}
              </ul>
              <CommandForm action={path} id={`chuyen-${unit}`}>
                <input type="hidden" name="from" value={unit} />
                <TextInput
                  name={`unit.${unit}`}
                  label={words.unit}
                  hint={words.hint}
                  value={typed ?? ''}
                  maxLength={40}
                />
                <Button>{words.move}</Button>
              </CommandForm>
            </section>
          ))}
        </>
      )}
    </OfficerLayout>
  );
}
