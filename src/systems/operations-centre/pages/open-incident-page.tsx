/** Open incident page: somebody called, or saw it; what has happened, where, since when and how grave. */
import type { Instant } from '../../../platform/calendar/instant.ts';
import { inLanguage, type LocalText } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { Button } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { ErrorSummary, type FieldError } from '../../../platform/web/components/error-summary/error-summary.tsx';
import { Checkbox } from '../../../platform/web/components/field/checkbox.tsx';
import { Radios } from '../../../platform/web/components/field/radios.tsx';
import { Select } from '../../../platform/web/components/field/select.tsx';
import { TextInput } from '../../../platform/web/components/field/text-input.tsx';
import { BackLink } from '../../../platform/web/components/trail/trail.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import type { RunningDrill } from '../drill.ts';
import type { CentreRules } from '../rules.ts';
import { centreWords, whenText, levelText } from '../words.ts';
import { CENTRE } from './wall-page.tsx';

export const OPEN_INCIDENT = '/can-bo/trung-tam/mo-su-co';

export interface TypedIncident {
  readonly title: string;
  readonly kind: string;
  readonly severity: string;
  readonly commune: string;
  readonly place: string;
  readonly point: string;
  readonly day: string;
  readonly hour: string;
  readonly drill: boolean;
}

export interface OpenIncidentPageProps {
  readonly kinds: CentreRules['kinds'];
  readonly communes: readonly { readonly code: string; readonly name: LocalText }[];
  readonly drill: RunningDrill | undefined;
  readonly at: Instant;
  readonly typed: TypedIncident;
  readonly errors: readonly FieldError[];
}

const texts = defineTexts({
  title: { vi: 'Mở sự cố', en: 'Open an incident' },
  back: { vi: 'Trung tâm điều hành', en: 'Operations centre' },
  what: { vi: 'Chuyện gì đã xảy ra', en: 'What has happened' },
  whatHint: { vi: 'Một dòng, như sẽ hiện trên màn hình lớn.', en: 'One line, as the wall will show it.' },
  kind: { vi: 'Loại sự cố', en: 'Kind of incident' },
  level: { vi: 'Cấp', en: 'Level' },
  levelHint: { vi: 'Cấp 1 nhẹ nhất, cấp 5 nặng nhất.', en: 'Level 1 is the least, 5 the gravest.' },
  commune: { vi: 'Xã, phường', en: 'Commune' },
  communeHint: { vi: 'Để trống khi là việc của cả tỉnh.', en: 'Leave empty where it concerns the whole province.' },
  place: { vi: 'Chỗ nào', en: 'Where exactly' },
  point: { vi: 'Tọa độ', en: 'Coordinates' },
  pointHint: { vi: 'Vĩ độ, kinh độ: 11.3153, 106.1028', en: 'Latitude, longitude: 11.3153, 106.1028' },
  day: { vi: 'Ngày xảy ra', en: 'Day' },
  hour: { vi: 'Giờ xảy ra', en: 'Time' },
  hourHint: { vi: 'Như 14:05.', en: 'Such as 14:05.' },
  drill: {
    vi: (title: string, until: string) => `Sự cố giả định của diễn tập “${title}”, đến ${until}`,
    en: (title: string, until: string) => `Invented, of the drill “${title}”, until ${until}`,
  },
  open: { vi: 'Mở sự cố', en: 'Open the incident' },
});

export function OpenIncidentPage({ kinds, communes, drill, at, typed, errors }: OpenIncidentPageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  const errorOf = (name: string) => errors.find((error) => error.name === name)?.message;
  return (
    <OfficerLayout title={words.title}>
      <div class="vc-stack">
        <BackLink href={CENTRE}>{words.back}</BackLink>
        <h1>{words.title}</h1>
        <div class="vc-act">
          <ErrorSummary errors={errors} />
          <CommandForm action={OPEN_INCIDENT}>
            {drill && (
              <Checkbox
                name="dien-tap"
                value="co"
                checked={typed.drill}
                label={`${centreWords(locale).drill}. ${words.drill(drill.title, whenText(drill.endsAt, at, locale))}`}
              />
            )}
            <TextInput
              name="chuyen"
              label={words.what}
              hint={words.whatHint}
              value={typed.title}
              error={errorOf('chuyen')}
              maxLength={120}
            />
            <Select
              name="loai"
              label={words.kind}
              value={typed.kind}
              error={errorOf('loai')}
              options={kinds.map(({ key, name }) => ({ value: key, label: inLanguage(name, locale).text }))}
            />
            <Radios
              name="cap"
              label={words.level}
              hint={words.levelHint}
              inline
              value={typed.severity}
              error={errorOf('cap')}
              options={([1, 2, 3, 4, 5] as const).map((level) => ({
                value: String(level),
                label: levelText(level, locale),
              }))}
            />
            <Select
              name="xa"
              label={words.commune}
              hint={words.communeHint}
              optional
              value={typed.commune}
              error={errorOf('xa')}
              options={communes.map(({ code, name }) => ({ value: code, label: inLanguage(name, locale).text }))}
            />
            <TextInput name="cho" label={words.place} optional value={typed.place} maxLength={120} />
            <TextInput
              name="toa-do"
              label={words.point}
              hint={words.pointHint}
              optional
              value={typed.point}
              error={errorOf('toa-do')}
              maxLength={40}
              width={24}
            />
            <TextInput
              name="ngay"
              label={words.day}
              value={typed.day}
              error={errorOf('ngay')}
              maxLength={10}
              width={12}
            />
            <TextInput
              name="gio"
              label={words.hour}
              hint={words.hourHint}
              value={typed.hour}
              error={errorOf('gio')}
              maxLength={5}
              width={4}
            />
            <Button>{words.open}</Button>
          </CommandForm>
        </div>
      </div>
    </OfficerLayout>
  );
}
