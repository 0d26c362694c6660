/** Routes of opening an incident by hand. */
import { dayOf, findInstant, type Instant } from '../../../platform/calendar/instant.ts';
import type { Outcome } from '../../../platform/cases/act.ts';
import { newId } from '../../../platform/db/ids.ts';
import { problemOf } from '../../../platform/http/problem.ts';
import {
  type Answer,
  commandIdOf,
  fieldOf,
  type FormFields,
  get,
  notFound,
  outcomePage,
  page,
  post,
  type Route,
  seeOther,
} from '../../../platform/http/route.ts';
import { actorOf } from '../../../platform/identity/signed-in.ts';
import { positionFor } from '../../../platform/permissions/permissions.ts';
import type { Severity } from '../../../platform/system/contributions.ts';
import { tidyLine } from '../../../platform/text/fold.ts';
import { dayText } from '../../../platform/text/vietnamese-date.ts';
import type { FieldError } from '../../../platform/web/components/error-summary/error-summary.tsx';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { type CentreView, listCommunes, listOwnCentres, findView } from '../centres.ts';
import { findDrill } from '../drill.ts';
import { communeOf, type GeoPoint } from '../geo-point.ts';
import { openIncident, type OpenIncident } from '../open-incident.ts';
import { incidentPath } from '../pages/incident-path.ts';
import { OPEN_INCIDENT, OpenIncidentPage, type TypedIncident } from '../pages/open-incident-page.tsx';
import { getRules } from '../rules.ts';
import type { CentreTables } from '../tables.ts';
import { hourText } from '../words.ts';
import { HANDLE } from '../handlers.ts';
import type { CentreExchange } from './wall-routes.tsx';

const access = { permission: HANDLE } as const;

export const openRoutes: readonly Route<CentreTables>[] = [
  get(OPEN_INCIDENT, access, (exchange) => openPage(exchange)),
  post(OPEN_INCIDENT, access, open),
];

const texts = defineTexts({
  title: { vi: 'Hãy ghi chuyện gì đã xảy ra.', en: 'Say what has happened.' },
  kind: { vi: 'Hãy chọn loại sự cố.', en: 'Choose the kind of incident.' },
  severity: { vi: 'Hãy chọn cấp.', en: 'Choose the level.' },
  commune: { vi: 'Hãy chọn xã, phường của trung tâm mình.', en: 'Choose a commune of your own centre.' },
  point: {
    vi: 'Tọa độ như 11.3153, 106.1028, trong tỉnh.',
    en: 'Coordinates such as 11.3153, 106.1028, within the province.',
  },
  day: { vi: 'Ngày như 23/11/2026.', en: 'A day such as 23/11/2026.' },
  drill: {
    vi: 'Cuộc diễn tập đã kết thúc, sự cố chưa được mở. Gửi lại là mở một sự cố thật.',
    en: 'The drill is over and nothing was opened. Sent again, a real incident is opened.',
  },
  hour: { vi: 'Giờ như 14:05, không ở tương lai.', en: 'A time such as 14:05, not in the future.' },
});

interface Asked {
  readonly view: CentreView;
  /** All of them, or the own one. */
  readonly communes: Awaited<ReturnType<typeof listCommunes>>;
}

async function askedOf({ db, signedIn, clock }: CentreExchange): Promise<Asked | undefined> {
  const at = clock();
  const own = await listOwnCentres(db, signedIn, { permission: HANDLE, day: dayOf(at) });
  const view = await findView(db, own, { asked: '', at });
  if (!view) return undefined;
  const communes = await listCommunes(db, dayOf(at));
  return { view, communes: communes.filter(({ id }) => view.areas === 'all' || view.areas.includes(id)) };
}

async function openPage(
  exchange: CentreExchange,
  typed?: TypedIncident,
  errors: readonly FieldError[] = [],
): Promise<Answer> {
  const asked = await askedOf(exchange);
  if (!asked) return notFound;
  const { view, communes } = asked;
  return page(
    <OpenIncidentPage
      kinds={(await getRules(exchange.db, view.at)).kinds}
      communes={communes}
      drill={await findDrill(exchange.db, view)}
      at={view.at}
      typed={typed ?? { ...nothingTyped(view), drill: fieldOf(exchange.query, 'dien-tap') !== '' }}
      errors={errors}
    />,
    errors.length > 0 ? 422 : 200,
  );
}

const nothingTyped = ({ at }: CentreView): TypedIncident => ({
  title: '',
  kind: '',
  severity: '',
  commune: '',
  place: '',
  point: '',
  day: dayText(dayOf(at)),
  hour: hourText(at),
  drill: false,
});

const typedOf = (form: FormFields): TypedIncident => {
  const line = (name: string) => tidyLine(fieldOf(form, name)).slice(0, 120);
  return {
    title: line('chuyen'),
    kind: line('loai'),
    severity: line('cap'),
    commune: line('xa'),
    place: line('cho'),
    point: line('toa-do'),
    day: line('ngay'),
    hour: line('gio'),
    drill: fieldOf(form, 'dien-tap') !== '',
  };
};

async function open(exchange: CentreExchange): Promise<Answer> {
  const { db, platform, signedIn, form, locale } = exchange;
  const asked = await askedOf(exchange);
  if (!asked || !signedIn) return notFound;
  const typed = typedOf(form);
  const { kinds } = await getRules(db, exchange.clock());
  const drill = typed.drill ? await findDrill(db, asked.view) : undefined;
  // what was made up for a drill never becomes real by being late
  if (typed.drill && !drill) return openPage(exchange, { ...typed, drill: false }, [{ message: texts(locale).drill }]);
  const read = readIncident(typed, { ...asked, kinds: kinds.map(({ key }) => key), locale });
  if ('errors' in read) return openPage(exchange, typed, read.errors);
  const outcome: Outcome = await openIncident(
    { ...platform.acting, db },
    actorOf(signedIn, positionFor(signedIn, HANDLE)),
    {
      ...read.values,
      commandId: commandIdOf(exchange) ?? newId(),
      caseId: newId(),
      simulated: false,
      by: 'hand',
      drill: drill ? { id: drill.id, endsAt: drill.endsAt } : null,
      signal: null,
    },
  );
  if (outcome.kind === 'done') return seeOther(incidentPath({ code: outcome.answer.code as string }));
  if (outcome.kind !== 'refusal') return outcomePage(outcome, OPEN_INCIDENT);
  return openPage(exchange, typed, [{ message: problemOf(outcome, platform.registry, locale).title }]);
}

type Values = Pick<OpenIncident, 'kind' | 'severity' | 'title' | 'place' | 'areaId' | 'point' | 'at'>;

function readIncident(
  typed: TypedIncident,
  asked: Asked & { readonly kinds: readonly string[]; readonly locale: 'vi' | 'en' },
): { readonly values: Values } | { readonly errors: readonly FieldError[] } {
  const words = texts(asked.locale);
  const errors: FieldError[] = [];
  const { view, communes } = asked;
  const point = readPoint(typed.point);
  const near = point ? communeOf(point, communes) : undefined;
  const chosen = communes.find(({ code }) => code === typed.commune);
  const at = readTime(typed);
  if (typed.title === '') errors.push({ name: 'chuyen', message: words.title });
  if (!asked.kinds.includes(typed.kind)) errors.push({ name: 'loai', message: words.kind });
  if (!/^[1-5]$/.test(typed.severity)) errors.push({ name: 'cap', message: words.severity });
  // a commune's own centre answers for its commune alone
  if (typed.commune !== '' ? !chosen : view.areas !== 'all' && !near)
    errors.push({ name: 'xa', message: words.commune });
  if (typed.point !== '' && !near) errors.push({ name: 'toa-do', message: words.point });
  if (at === undefined || at > view.at) errors.push({ name: 'gio', message: words.hour });
  if (errors.length > 0 || at === undefined) return { errors };
  return {
    values: {
      kind: typed.kind,
      severity: Number(typed.severity) as Severity,
      title: { vi: typed.title },
      place: typed.place === '' ? null : typed.place,
      areaId: (chosen ?? near)?.id ?? null,
      point: point ?? null,
      at,
    },
  };
}

function readPoint(text: string): GeoPoint | undefined {
  const found = /^(-?\d{1,2}(?:\.\d{1,7})?)\s*[,; ]\s*(-?\d{1,3}(?:\.\d{1,7})?)$/.exec(text);
  return found ? { lat: Number(found[1]), lon: Number(found[2]) } : undefined;
}

/** `23/11/2026` and `14:05`; a seconds' difference to the clock is no future. */
function readTime({ day, hour }: TypedIncident): Instant | undefined {
  const date = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(day);
  const time = /^(\d{1,2})[:hg](\d{2})$/.exec(hour);
  if (!date || !time) return undefined;
  const two = (text = ''): string => text.padStart(2, '0');
  return findInstant(`${date[3]}-${two(date[2])}-${two(date[1])}T${two(time[1])}:${time[2]}`);
}
