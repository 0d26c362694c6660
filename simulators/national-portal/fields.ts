/** The field list of the two sync services, as strictly as the names, dates and codes are known. */
import { type Static, Type } from 'typebox';

const Text = Type.String({ maxLength: 4000 });
const Code = Type.String({ minLength: 1, maxLength: 60 });
/** yyyyMMddHHmmss in the time of Hà Nội, or nothing yet. */
const Moment = Type.String({ pattern: '^([0-9]{14})?$' });
const Status = Type.String({ pattern: '^([1-9]|10)$' });
const closed = <P extends Parameters<typeof Type.Object>[0]>(properties: P) =>
  Type.Object(properties, { additionalProperties: false });

export const DossierFieldsSchema = closed({
  MaHoSo: Code,
  MaTTHC: Type.String({ pattern: '^[0-9]\\.[0-9]{6}$' }),
  TenTTHC: Text,
  MaLinhVuc: Text,
  TenLinhVuc: Text,
  KenhThucHien: Type.Enum(['1', '2', '3']),
  ChuHoSo: Text,
  LoaiDoiTuong: Type.Enum(['1', '2']),
  MaDoiTuong: Text,
  ThongTinKhac: Text,
  Email: Text,
  Fax: Text,
  SoDienThoai: Text,
  TrichYeuHoSo: Text,
  NgayTiepNhan: Moment,
  NgayHenTra: Moment,
  TrangThaiHoSo: Status,
  NgayTra: Moment,
  ThongTinTra: Text,
  HinhThuc: Type.Enum(['0', '1']),
  NgayKetThucXuLy: Moment,
  DonViXuLy: Text,
  GhiChu: Text,
  TaiLieuNop: Type.Array(
    closed({
      TepDinhKemId: Code,
      TenTepDinhKem: Text,
      IsDeleted: Type.Enum(['0', '1']),
      MaThanhPhanHoSo: Text,
      DuongDanTaiTepTin: Text,
    }),
  ),
  DanhSachLePhi: Type.Array(
    closed({
      TenPhiLePhi: Text,
      MaPhiLePhi: Text,
      HinhThucThu: Text,
      Gia: Type.String({ pattern: '^[0-9]+$' }),
      LoaiPhiLePhi: Text,
    }),
  ),
  DanhSachTepDinhKemKhac: Type.Array(closed({ TenGiayTo: Text, SoLuong: Text, LoaiGiayTo: Text })),
  DanhSachHoSoBoSung: Type.Array(
    closed({
      HoSoBoSungId: Code,
      NguoiYeuCauBoSung: Text,
      NoiDungBoSung: Text,
      NgayBoSung: Moment,
      NguoiTiepNhanBoSung: Text,
      ThongTinTiepNhan: Text,
      NgayTiepNhanBoSung: Moment,
      TrangThaiBoSung: Type.Enum(['0', '1']),
      DanhSachGiayToBoSung: Type.Array(Type.Unknown()),
      DanhSachLePhiBoSung: Type.Array(Type.Unknown()),
      NgayHenTraTruoc: Moment,
      NgayHenTraMoi: Moment,
    }),
  ),
  DanhSachGiayToKetQua: Type.Array(
    closed({ TenGiayTo: Text, MaThanhPhanHoSo: Text, GiayToId: Code, DuongDanTepTinKetQua: Text }),
  ),
});
export type DossierFields = Static<typeof DossierFieldsSchema>;

export const ProgressFieldsSchema = closed({
  MaHoSo: Code,
  NguoiXuLy: Text,
  ChucDanh: Text,
  ThoiDiemXuLy: Moment,
  PhongBanXuLy: Text,
  NoiDungXuLy: Text,
  TrangThai: Status,
  NgayBatDau: Moment,
  NgayKetThucTheoQuyDinh: Moment,
});
export type ProgressFields = Static<typeof ProgressFieldsSchema>;

export type Service = 'DongBoHoSoMC' | 'CapNhatTienDoHoSoMC';
