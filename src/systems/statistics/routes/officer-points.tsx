/** Route of one dossier's points. */
import { dayOf, type Instant, instant } from '../../../platform/calendar/instant.ts';
import { type Answer, get, notFound, page, type Route } from '../../../platform/http/route.ts';
import { defineTexts, type Locale } from '../../../platform/i18n/texts.ts';
import { isWithin, scope } from '../../../platform/permissions/permissions.ts';
import { FIGURE_LIST, readAsked } from '../asked.ts';
import { type CountedUnit, listCounted } from '../../../platform/organisation/counted-units.ts';
import { getDefinitions } from '../current-definitions.ts';
import type { Definitions } from '../definitions.ts';
import type { FigureTable } from '../figure-table.ts';
import { countFigures } from '../figures.ts';
import { indexCells, keysOfIndices } from '../index-sheet.ts';
import { PointsPage } from '../pages/points-page.tsx';
import { type FiguresExchange, SEE } from '../read-figures.ts';
import { findPoints } from '../read-points.ts';
import { scoreIndex } from '../scores.ts';
import type { StatisticsTables } from '../tables.ts';

export const officerPointsRoutes: readonly Route<StatisticsTables>[] = [
  get(`${FIGURE_LIST}/:code`, { permission: SEE }, showPoints),
];

async function showPoints({ db, params, signedIn, clock, locale }: FiguresExchange): Promise<Answer> {
  const at = clock();
  const day = dayOf(at);
  const reach = await scope(db, signedIn, { permission: SEE, day });
  const units = await listCounted(db, reach, { era: 'then', day });
  const dossier = await findPoints(db, params.code ?? '', units);
  if (!dossier) return notFound;
  const [definitions, desk, everyUnit] = await Promise.all([
    getDefinitions(db),
    scope(db, signedIn, { permission: 'dossiers.process', day }),
    // its points are its own, whoever took part
    listCounted(db, 'all', { era: 'then', day }),
  ]);
  return page(
    <PointsPage
      dossier={dossier}
      indices={await pointsOf(db, { definitions, caseId: dossier.caseId, units: everyUnit, at }, locale)}
      dossierHref={dossier.openTo.some((unit) => isWithin(desk, unit)) ? `/can-bo/ho-so/${dossier.code}` : undefined}
      basis={definitions.circular01.basis}
    />,
  );
}

/** Whenever it ended. */
const EVER = { from: instant('2000-01-01'), to: instant('2200-01-01') };

const texts = defineTexts({
  title: { vi: 'Điểm từng chỉ số', en: 'Points by index' },
  index: { vi: 'Chỉ số', en: 'Index' },
  score: { vi: 'Điểm', en: 'Points' },
  note: { vi: 'Ghi chú', en: 'Note' },
  ofUnit: { vi: 'Tính cho cơ quan, không tính cho từng hồ sơ.', en: 'Reckoned for the unit, not for one dossier.' },
});

interface Asked {
  readonly definitions: Definitions;
  readonly caseId: string;
  readonly units: readonly CountedUnit[];
  readonly at: Instant;
}

async function pointsOf(
  db: FiguresExchange['db'],
  { definitions, caseId, units, at }: Asked,
  locale: Locale,
): Promise<FigureTable> {
  const { circular01, counts } = definitions;
  const keys = new Set(keysOfIndices(circular01));
  const asked = { counts: counts.counts.filter(({ key }) => keys.has(key)), span: { ...EVER, at }, units };
  const { lines } = await countFigures(db, { ...asked, caseId, line: 'all', offered: [] });
  const figures = lines.get('all') ?? {};
  const words = texts(locale);
  return {
    title: words.title,
    columns: [
      { key: 'index', head: words.index, words: true },
      { key: 'score', head: words.score },
      { key: 'note', head: words.note, words: true },
    ],
    rows: circular01.indices.map((index) => {
      const scored = scoreIndex(index, figures);
      const [name, score, , , , note] = indexCells(scored, readAsked({}), figures, locale);
      // its figures are the whole of it: there is no list behind them
      const { href: _, ...points } = score ?? { text: '' };
      const isUnits = !index.points;
      return {
        key: `${index.number}`,
        cells: [
          name ?? { text: '' },
          isUnits ? { text: '–' } : points,
          isUnits ? { text: words.ofUnit } : (note ?? { text: '' }),
        ],
      };
    }),
  };
}
