/** Map on the page of a centre, with the table that says the same. */
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { DataTable } from '../../../platform/web/components/data-table/data-table.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import { Local } from '../../../platform/web/local.tsx';
import type { NamedCommune } from '../map-drawing.ts';
import type { WallShown } from '../read-wall.ts';
import { figureText } from '../words.ts';
import { inPart } from './part-path.ts';
import { WallMap } from './wall-map.tsx';
import { CENTRE } from './wall-page.tsx';

const texts = defineTexts({
  commune: { vi: 'Xã, phường', en: 'Commune' },
  mapTable: { vi: 'Số liệu của bản đồ theo xã, phường', en: 'The figures of the map by commune' },
  empty: { vi: 'Không có gì để đếm trên bản đồ.', en: 'There is nothing to count on the map.' },
  lost: { vi: 'Hệ thống của lớp này không trả lời.', en: 'The system of this layer does not answer.' },
  behind: { vi: 'Danh sách phía sau số liệu này', en: 'The list behind these figures' },
});

export function CentreMap(shown: WallShown) {
  const { locale } = useFrame();
  const words = texts(locale);
  const { layer, communes, view } = shown;
  const rows = communes
    .map((commune) => ({ ...commune, value: layer?.values.get(commune.id) ?? 0 }))
    .filter(({ value }) => value > 0)
    .toSorted((a, b) => b.value - a.value);
  return (
    <div class="vc-centre-map">
      <div class="vc-centre-sheet">
        <WallMap {...shown} />
      </div>
      {rows.length === 0 || !layer ? (
        <p class="vc-quiet">{layer?.isLost ? words.lost : words.empty}</p>
      ) : (
        <div>
          {layer.href !== undefined && (
            <p>
              <a class="ds-link" href={layer.href}>
                {words.behind}
              </a>
            </p>
          )}
          <DataTable
            caption={words.mapTable}
            rows={rows}
            keyOf={({ code }) => code}
            columns={[
              {
                key: 'commune',
                head: words.commune,
                names: true,
                cell: (commune) => <Name {...commune} isLink={view.kind !== 'commune'} />,
              },
              {
                key: 'value',
                head: `${inLanguage(layer.title, locale).text} (${inLanguage(layer.unit, locale).text})`,
                align: 'end',
                digits: true,
                cell: ({ value }) => figureText(value, 0, locale),
              },
            ]}
          />
        </div>
      )}
    </div>
  );
}

interface NameProps extends Pick<NamedCommune, 'code' | 'name'> {
  readonly isLink: boolean;
}

/** Of more than one commune each leads to its own page of the centre. */
const Name = ({ code, name, isLink }: NameProps) =>
  isLink ? (
    <a class="ds-link" href={inPart(CENTRE, { asked: code })}>
      <Local text={name} />
    </a>
  ) : (
    <Local text={name} />
  );
