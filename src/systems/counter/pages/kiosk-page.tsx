/** Kiosk pages (ki-ốt lấy số): choose what it is about, say whether one goes first, take the number; no name is asked for. */
import { inLanguage, type LocalText } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { Icon } from '../../../platform/web/components/icon/icon.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import { Local } from '../../../platform/web/local.tsx';
import type { GroupWaiting } from '../hall.ts';
import type { Ground, ServiceGroup } from '../rules.ts';
import { HallLayout } from './hall-layout.tsx';

export const KIOSK = '/lay-so';

const texts = defineTexts({
  title: { vi: 'Lấy số thứ tự', en: 'Take a number' },
  what: { vi: 'Ông/bà đến làm việc gì?', en: 'What have you come for?' },
  touch: { vi: 'Chạm vào một ô để lấy số. Không cần nhập tên.', en: 'Touch one to take a number. No name is needed.' },
  waiting: {
    vi: (count: number) => (count === 0 ? 'Chưa có ai chờ' : `${count} người đang chờ`),
    en: (count: number) => (count === 0 ? 'Nobody waits' : `${count} waiting`),
  },
  closed: { vi: 'chưa có quầy mở', en: 'no counter open yet' },
  first: { vi: 'Ông/bà có thuộc trường hợp được gọi trước không?', en: 'Do you go first?' },
  noPapers: { vi: 'Không phải đưa giấy tờ ở đây.', en: 'No papers are asked for here.' },
  no: { vi: 'Không, lấy số thường', en: 'No, an ordinary number' },
  back: { vi: 'Chọn lại việc', en: 'Choose again' },
  appointment: { vi: 'Có lịch hẹn', en: 'With an appointment' },
  appointmentHint: {
    vi: 'Đưa mã QR vào máy quét, hoặc nhập mã lịch hẹn',
    en: 'Hold the QR code to the scanner, or type the code',
  },
  checkIn: { vi: 'Nhận số', en: 'Take the number' },
  other: { vi: 'English', en: 'Tiếng Việt' },
});

export interface KioskPageProps {
  readonly unit: LocalText;
  readonly groups: readonly GroupWaiting[];
  /** Why a code gave no number. */
  readonly error?: string;
}

export function KioskPage({ unit, groups, error }: KioskPageProps) {
  const words = texts(useFrame().locale);
  return (
    <HallLayout title={words.title} unit={unit} kind="kiosk" aside={<LanguageKey />} scripts={['kiosk.js']}>
      <h1>{words.what}</h1>
      <p class="vc-hall-about">{words.touch}</p>
      <ul class="vc-kiosk-keys">
        {groups.map((group) => (
          <li key={group.key}>
            <a class="vc-kiosk-key" href={`${KIOSK}?nhom=${group.key}`}>
              <span class="vc-kiosk-letter" aria-hidden="true">
                {group.letter}
              </span>
              <span class="vc-kiosk-words">
                <span class="vc-kiosk-name">
                  <Local text={group.name} />
                </span>
                <span class="vc-kiosk-about">
                  <Local text={group.about} />
                </span>
                <span class="vc-kiosk-about">
                  {words.waiting(group.waiting)}
                  {group.places.length === 0 && `, ${words.closed}`}
                </span>
              </span>
            </a>
          </li>
        ))}
      </ul>
      <CheckIn error={error} />
    </HallLayout>
  );
}

/** A scanner types the code and presses Enter, so the field has the focus. */
function CheckIn({ error }: { readonly error: string | undefined }) {
  const words = texts(useFrame().locale);
  return (
    <section class="vc-kiosk-check-in">
      <h2>{words.appointment}</h2>
      <CommandForm action={`${KIOSK}/lich-hen`}>
        <label class="vc-hall-about" for="ma-hen">
          {words.appointmentHint}
        </label>
        <div class="vc-kiosk-code">
          <input
            class="ds-input"
            id="ma-hen"
            name="ma"
            type="text"
            maxLength={40}
            autocomplete="off"
            autofocus
            aria-invalid={error === undefined ? undefined : 'true'}
            aria-describedby={error === undefined ? undefined : 'ma-hen-loi'}
          />
          <button class="vc-kiosk-key" type="submit">
            <span class="vc-kiosk-name">{words.checkIn}</span>
          </button>
        </div>
        {error !== undefined && (
          <p class="vc-kiosk-error" id="ma-hen-loi" role="alert">
            {error}
          </p>
        )}
      </CommandForm>
    </section>
  );
}

/** One key, as large as the others. */
function LanguageKey({ path = KIOSK }: { path?: string }) {
  const { locale } = useFrame();
  const other = locale === 'vi' ? 'en' : 'vi';
  const joint = path.includes('?') ? '&' : '?';
  return (
    <a class="vc-hall-language" href={`${path}${joint}ngon-ngu=${other}`} lang={other} hreflang={other}>
      <Icon name="language" size={28} /> {texts(locale).other}
    </a>
  );
}

export interface GroundPageProps {
  readonly unit: LocalText;
  readonly group: ServiceGroup;
  readonly grounds: readonly Ground[];
}

export function GroundPage({ unit, group, grounds }: GroundPageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  return (
    <HallLayout
      title={words.title}
      unit={unit}
      kind="kiosk"
      aside={<LanguageKey path={`${KIOSK}?nhom=${group.key}`} />}
      scripts={['kiosk.js']}
    >
      <p class="vc-hall-about">
        <Local text={group.name} />
      </p>
      <h1>{words.first}</h1>
      <p class="vc-hall-about">{words.noPapers}</p>
      <CommandForm action={KIOSK}>
        <input type="hidden" name="nhom" value={group.key} />
        <ul class="vc-kiosk-keys">
          <li>
            <button class="vc-kiosk-key" data-first type="submit" name="uu-tien" value="">
              <span class="vc-kiosk-name">{words.no}</span>
            </button>
          </li>
          {grounds.map((ground) => (
            <li key={ground.key}>
              <button class="vc-kiosk-key" type="submit" name="uu-tien" value={ground.key}>
                <span class="vc-kiosk-name">{inLanguage(ground.name, locale).text}</span>
              </button>
            </li>
          ))}
        </ul>
      </CommandForm>
      <p>
        <a class="vc-kiosk-back" href={KIOSK}>
          <Icon name="chevron-left" size={28} /> {words.back}
        </a>
      </p>
    </HallLayout>
  );
}
