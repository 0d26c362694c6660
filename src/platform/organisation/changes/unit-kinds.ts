/** Kinds of units in words. */
import type { LocalText } from '../../i18n/local-text.ts';
import type { UnitKind } from '../definition.ts';

export const UNIT_KIND_NAMES: Readonly<Record<UnitKind, Required<LocalText>>> = {
  'people-committee': { vi: 'Ủy ban nhân dân', en: 'People’s committee' },
  department: { vi: 'Sở, ban, ngành', en: 'Department' },
  section: { vi: 'Phòng, văn phòng', en: 'Section' },
  'one-stop': { vi: 'Bộ phận một cửa', en: 'One-stop office' },
  police: { vi: 'Công an', en: 'Police' },
  'land-office': { vi: 'Văn phòng đăng ký đất đai', en: 'Land registration office' },
};
