/** Positions page: the positions an officer holds today, for whom and until when, and which one they act in. */
import { inLanguage, type LocalText } from '../../i18n/local-text.ts';
import { defineTexts } from '../../i18n/texts.ts';
import { dayText } from '../../text/vietnamese-date.ts';
import { Button } from '../../web/components/button/button.tsx';
import { CommandForm } from '../../web/components/command-form/command-form.tsx';
import { Radios } from '../../web/components/field/radios.tsx';
import { useLocale } from '../../web/frame.tsx';
import { OfficerLayout } from '../../web/layouts/officer-layout.tsx';
import type { HeldPosition } from '../signed-in.ts';

export interface PositionsPageProps {
  readonly positions: readonly HeldPosition[];
  readonly activeId: string | undefined;
}

const texts = defineTexts({
  title: { vi: 'Vị trí làm việc', en: 'Position acted in' },
  about: {
    vi: 'Việc bạn làm được ghi theo vị trí này khi vị trí ấy làm được; nếu không thì theo vị trí khác của bạn có đúng vai trò của bước.',
    en: 'What you do is recorded in this position where it may do it, else in another of yours that has the role of the step.',
  },
  none: { vi: 'Hôm nay bạn không giữ vị trí nào.', en: 'You hold no position today.' },
  one: { vi: 'Bạn giữ một vị trí:', en: 'You hold one position:' },
  choose: { vi: 'Làm việc ở vị trí', en: 'Act in' },
  save: { vi: 'Chọn vị trí này', en: 'Choose this position' },
  for: { vi: (name: string) => `Thừa ủy quyền của ${name}`, en: (name: string) => `By delegation from ${name}` },
  acting: { vi: 'Giữ quyền', en: 'Acting' },
  'in-charge': { vi: 'Được giao phụ trách', en: 'In charge' },
  until: { vi: (day: string) => `đến hết ngày ${day}`, en: (day: string) => `to the end of ${day}` },
});

export function PositionsPage({ positions, activeId }: PositionsPageProps) {
  const locale = useLocale();
  const words = texts(locale);
  const said = (text: LocalText): string => inLanguage(text, locale).text;
  const nameOf = ({ title, unitName }: HeldPosition): string => `${said(title)}, ${said(unitName)}`;
  const about = ({ forName, manner, until }: HeldPosition): string =>
    [
      forName && words.for(forName),
      manner !== 'full' && words[manner],
      until !== null && words.until(dayText(until, locale)),
    ]
      .filter(Boolean)
      .join(', ');
  return (
    <OfficerLayout title={words.title}>
      <div class="vc-reading vc-stack">
        <h1>{words.title}</h1>
        {positions.length === 0 && <p>{words.none}</p>}
        {positions.length === 1 &&
          positions.map((held) => (
            <p key={held.id}>
              {words.one} <strong>{nameOf(held)}</strong>
              {about(held) && ` (${about(held)})`}.
            </p>
          ))}
        {positions.length > 1 && (
          <>
            <p>{words.about}</p>
            <CommandForm action="/tai-khoan/vi-tri">
              <Radios
                name="position"
                label={words.choose}
                value={activeId}
                options={positions.map((held) => ({
                  value: held.id,
                  label: nameOf(held),
                  ...(about(held) && { hint: about(held) }),
                }))}
              />
              <Button>{words.save}</Button>
            </CommandForm>
          </>
        )}
      </div>
    </OfficerLayout>
  );
}
