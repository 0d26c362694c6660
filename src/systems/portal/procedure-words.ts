/** Words for what definitions say in keys: levels, channels, subjects and the registers that papers are looked up in. */
import type { LocalText } from '../../platform/i18n/local-text.ts';

export const NOT_KNOWN: LocalText = { vi: 'Chưa có thông tin', en: 'Not known yet' };

export const LEVELS: Readonly<Record<string, Required<LocalText>>> = {
  province: { vi: 'Cấp tỉnh', en: 'Province' },
  district: { vi: 'Cấp huyện', en: 'District' },
  commune: { vi: 'Cấp xã', en: 'Commune' },
};

/** Who decides, where the definition names a kind of office and not a unit. */
export const AUTHORITIES: Readonly<Record<string, Required<LocalText>>> = {
  commune: { vi: 'Ủy ban nhân dân xã, phường', en: 'People’s Committee of the commune or ward' },
  district: { vi: 'Ủy ban nhân dân huyện', en: 'People’s Committee of the district' },
  'commune-police': { vi: 'Công an xã, phường', en: 'Police of the commune or ward' },
  'land-branch': { vi: 'Chi nhánh Văn phòng đăng ký đất đai', en: 'Branch of the land registration office' },
};

export const METHODS: Readonly<Record<'online' | 'counter' | 'post', Required<LocalText>>> = {
  online: { vi: 'Trực tuyến', en: 'Online' },
  counter: { vi: 'Trực tiếp', en: 'At the counter' },
  post: { vi: 'Qua bưu chính', en: 'By post' },
};

export const SUBJECTS: Readonly<Record<string, Required<LocalText>>> = {
  citizen: { vi: 'Công dân Việt Nam', en: 'Vietnamese citizens' },
  foreigner: { vi: 'Người nước ngoài', en: 'Foreigners' },
  'overseas-vietnamese': { vi: 'Người Việt Nam định cư ở nước ngoài', en: 'Vietnamese living abroad' },
  organisation: { vi: 'Tổ chức', en: 'Organisations' },
  enterprise: { vi: 'Doanh nghiệp', en: 'Enterprises' },
  cooperative: { vi: 'Hợp tác xã', en: 'Cooperatives' },
  'household-business': { vi: 'Hộ kinh doanh', en: 'Household businesses' },
  official: { vi: 'Cán bộ, công chức, viên chức', en: 'Officials' },
};

export const ONLINE: Readonly<Record<string, Required<LocalText>>> = {
  full: { vi: 'Toàn trình', en: 'From start to end' },
  part: { vi: 'Một phần', en: 'In part' },
  none: { vi: 'Không trực tuyến', en: 'Not online' },
  unknown: { vi: 'Chưa rõ', en: 'Not known yet' },
};
