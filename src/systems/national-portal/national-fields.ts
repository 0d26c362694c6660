/** National fields: a dossier and a step of its work in the words of the portal's two sync services. Pure. */
import { dayOf, type Instant, minuteOfDay } from '../../platform/calendar/instant.ts';
import type { Json } from '../../platform/db/json.ts';
import type { NationalDossier, NationalStatus } from '../dossiers/index.ts';

const CHANNELS: Readonly<Record<NationalDossier['channel'], string>> = { counter: '1', online: '2', post: '3' };

/** `DongBoHoSoMC`. What has not come about is empty. Uploaded papers are named, not handed out; a result is where everybody can check it. */
export function dossierFields(
  dossier: NationalDossier,
  { status, origin }: { readonly status: NationalStatus; readonly origin: string | undefined },
): Json {
  const { applicant, procedure, field, receiveBy, returnedAt } = dossier;
  return {
    MaHoSo: dossier.code,
    MaTTHC: procedure.code,
    TenTTHC: procedure.name,
    MaLinhVuc: field.code,
    TenLinhVuc: field.name,
    KenhThucHien: CHANNELS[dossier.channel],
    ChuHoSo: applicant.name,
    LoaiDoiTuong: '1',
    MaDoiTuong: applicant.personalNumber ?? '',
    ThongTinKhac: applicant.address ?? '',
    Email: applicant.email ?? '',
    Fax: '',
    SoDienThoai: applicant.phone ?? '',
    TrichYeuHoSo: procedure.name,
    NgayTiepNhan: momentOf(dossier.acceptedAt),
    NgayHenTra: momentOf(dossier.dueAt),
    TrangThaiHoSo: String(status),
    NgayTra: momentOf(returnedAt),
    ThongTinTra: returnedAt === null ? '' : RETURNED[receiveBy],
    HinhThuc: receiveBy === 'post' ? '1' : '0',
    NgayKetThucXuLy: momentOf(dossier.endedAt),
    DonViXuLy: dossier.office,
    GhiChu: '',
    TaiLieuNop: dossier.papers.map(({ id, component, name }) => ({
      TepDinhKemId: id,
      TenTepDinhKem: name,
      IsDeleted: '0',
      MaThanhPhanHoSo: component,
      DuongDanTaiTepTin: '',
    })),
    DanhSachLePhi: dossier.fees.map(({ key, name, amount }) => ({
      TenPhiLePhi: name,
      MaPhiLePhi: key,
      HinhThucThu: '',
      Gia: String(amount),
      LoaiPhiLePhi: '',
    })),
    DanhSachTepDinhKemKhac: [],
    DanhSachHoSoBoSung: dossier.supplements.map(supplementFields),
    DanhSachGiayToKetQua: dossier.results.map(({ id, key, name, checkCode }) => ({
      TenGiayTo: name,
      MaThanhPhanHoSo: key,
      GiayToId: id,
      DuongDanTepTinKetQua: origin === undefined ? '' : `${origin}/xac-minh/${checkCode}`,
    })),
  };
}

const RETURNED: Readonly<Record<NationalDossier['receiveBy'], string>> = {
  counter: 'Trả tại bộ phận một cửa',
  post: 'Trả qua dịch vụ bưu chính',
  electronic: 'Trả bản điện tử',
};

const supplementFields = ({
  id,
  askedBy,
  askedAt,
  asked,
  suppliedAt,
  note,
}: NationalDossier['supplements'][number]) => ({
  HoSoBoSungId: id,
  NguoiYeuCauBoSung: askedBy,
  NoiDungBoSung: asked,
  NgayBoSung: momentOf(askedAt),
  NguoiTiepNhanBoSung: '',
  ThongTinTiepNhan: note,
  NgayTiepNhanBoSung: momentOf(suppliedAt),
  TrangThaiBoSung: suppliedAt === null ? '0' : '1',
  DanhSachGiayToBoSung: [],
  DanhSachLePhiBoSung: [],
  NgayHenTraTruoc: '',
  NgayHenTraMoi: '',
});

/** `CapNhatTienDoHoSoMC`. */
export function progressFields({ code, act }: NationalDossier, status: NationalStatus): Json {
  return {
    MaHoSo: code,
    NguoiXuLy: act.who,
    ChucDanh: act.position,
    ThoiDiemXuLy: momentOf(act.at),
    PhongBanXuLy: act.unit,
    NoiDungXuLy: act.what,
    TrangThai: String(status),
    NgayBatDau: momentOf(act.begunAt),
    NgayKetThucTheoQuyDinh: momentOf(act.stepDueAt),
  };
}

/** `20261123140500`, in the time of Hà Nội. */
export function momentOf(at: Instant | null): string {
  if (at === null) return '';
  const minute = minuteOfDay(at);
  const clock = [Math.floor(minute / 60), minute % 60, Math.floor(at / 1000) % 60];
  return dayOf(at).replaceAll('-', '') + clock.map((part) => String(part).padStart(2, '0')).join('');
}
