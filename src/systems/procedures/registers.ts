/** Registers (cơ sở dữ liệu) that a paper may be found in, by the names a definition gives them: what none of them holds is asked for. */
import type { LocalText } from '../../platform/i18n/local-text.ts';

export const REGISTERS: Readonly<Record<string, Required<LocalText>>> = {
  population: { vi: 'Cơ sở dữ liệu quốc gia về dân cư', en: 'the national population database' },
  residence: { vi: 'Cơ sở dữ liệu về cư trú', en: 'the residence database' },
  'civil-status': { vi: 'Cơ sở dữ liệu hộ tịch điện tử', en: 'the electronic civil-status database' },
  land: { vi: 'Cơ sở dữ liệu đất đai', en: 'the land database' },
  business: { vi: 'Cơ sở dữ liệu đăng ký kinh doanh', en: 'the business register' },
  tax: { vi: 'Cơ sở dữ liệu thuế', en: 'the tax database' },
  health: { vi: 'Cơ sở dữ liệu ngành y tế', en: 'the health database' },
  disability: { vi: 'Cơ sở dữ liệu về người khuyết tật', en: 'the register of persons with disabilities' },
  'poor-households': { vi: 'Cơ sở dữ liệu hộ nghèo', en: 'the register of poor households' },
  'building-permits': { vi: 'Cơ sở dữ liệu giấy phép xây dựng', en: 'the register of building permits' },
  'advertising-boards': { vi: 'Cơ sở dữ liệu bảng quảng cáo', en: 'the register of advertising boards' },
  vneid: { vi: 'Ứng dụng VNeID', en: 'VNeID' },
};
