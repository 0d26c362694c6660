/** Log of an incident (nhật ký sự cố): its journal entries in words, newest first. */
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts, type Locale } from '../../../platform/i18n/texts.ts';
import { OfficerTimeline } from '../../../platform/web/components/timeline/officer-timeline.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { timeInTable } from '../../../platform/text/vietnamese-date.ts';
import { centreEntries } from '../events.ts';
import type { IncidentOutcome, IncidentState } from '../incident-state.ts';
import type { LogEntry } from '../read-incident.ts';
import { outcomeText } from '../words.ts';

const texts = defineTexts({
  program: { vi: 'chương trình', en: 'the program' },
  to: { vi: (name: string) => `cho ${name}`, en: (name: string) => `to ${name}` },
  level: {
    vi: (from: number, to: number) => `từ cấp ${from} lên hoặc xuống cấp ${to}`,
    en: (from: number, to: number) => `from level ${from} to ${to}`,
  },
  signals: { vi: (count: number) => `${count} tín hiệu`, en: (count: number) => `${count} signals` },
});

interface IncidentLogProps {
  readonly log: readonly LogEntry[];
  readonly steps: IncidentState['steps'];
}

export function IncidentLog({ log, steps }: IncidentLogProps) {
  const locale = useLocale();
  const words = texts(locale);
  return (
    <OfficerTimeline
      entries={log.map((entry) => {
        const about = aboutOf(entry, steps, locale);
        const detail = [about, entry.note]
          .filter((part) => part !== undefined && part !== null && part !== '')
          .join('. ');
        return {
          at: timeInTable(entry.at, locale),
          act: actOf(entry.type, locale),
          who: entry.who ?? words.program,
          ...(detail !== '' && { detail }),
        };
      })}
    />
  );
}

function actOf(type: string, locale: Locale): string {
  const spec = (centreEntries as Readonly<Record<string, { readonly title: { vi: string; en?: string } }>>)[type];
  return spec ? inLanguage(spec.title, locale).text : type;
}

/** What the entry itself says, without names that may be erased. */
function aboutOf({ body, to, unit }: LogEntry, steps: IncidentState['steps'], locale: Locale): string | undefined {
  const words = texts(locale);
  if (to === null && unit !== null) return words.to(inLanguage(unit, locale).text);
  if (to !== null) return words.to(to);
  if (typeof body.from === 'number' && typeof body.to === 'number') return words.level(body.from, body.to);
  if (typeof body.outcome === 'string') return outcomeText(body.outcome as IncidentOutcome, locale);
  if (typeof body.step === 'string') return stepNames([body.step], steps, locale);
  if (Array.isArray(body.steps)) return stepNames(body.steps as string[], steps, locale);
  if (typeof body.into === 'string') return body.into;
  if (typeof body.signals === 'number' && typeof body.from === 'string')
    return `${body.from}, ${words.signals(body.signals)}`;
  if (Array.isArray(body.signals)) return words.signals(body.signals.length);
  return undefined;
}

const stepNames = (keys: readonly string[], steps: IncidentState['steps'], locale: Locale): string =>
  keys
    .map((key) => {
      const step = steps.find((one) => one.key === key);
      return step ? inLanguage(step.text, locale).text : key;
    })
    .join('; ');
