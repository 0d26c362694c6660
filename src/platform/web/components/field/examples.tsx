/** Examples of every kind of field: empty, filled in, with hint, with error, optional and prefilled. */
import type { Example } from '../../style-guide/example.ts';
import { Checkbox } from './checkbox.tsx';
import { DateInput } from './date-input.tsx';
import { Fieldset } from './fieldset.tsx';
import { FileInput } from './file-input.tsx';
import { Checkboxes, Radios } from './radios.tsx';
import { Select } from './select.tsx';
import { TextInput } from './text-input.tsx';
import { Textarea } from './textarea.tsx';

const places = [
  { value: 'mot-cua', label: 'Tại bộ phận một cửa', hint: 'Trong giờ hành chính' },
  { value: 'buu-dien', label: 'Qua bưu điện', hint: 'Có cước gửi' },
];
const peoples = [
  { value: 'kinh', label: 'Kinh' },
  { value: 'khmer', label: 'Khmer' },
];

export const examples: readonly Example[] = [
  { state: 'Một dòng', show: <TextInput name="ten" label="Họ, chữ đệm và tên" hint="Viết như trên giấy chứng sinh" /> },
  {
    state: 'Một dòng, có lỗi',
    show: (
      <TextInput
        name="so-dinh-danh"
        label="Số định danh cá nhân"
        value="07209412"
        width={12}
        inputMode="numeric"
        error="Số định danh cá nhân gồm 12 chữ số"
      />
    ),
  },
  {
    state: 'Không bắt buộc, có đơn vị, đã điền sẵn',
    show: (
      <TextInput
        name="dien-tich"
        label="Diện tích"
        value="120"
        width={12}
        suffix="m²"
        optional
        provenance="Lấy từ giấy chứng nhận"
      />
    ),
  },
  { state: 'Chỉ đọc', show: <TextInput name="ma" label="Mã hồ sơ" value="H53.15-261123-0001" readOnly /> },
  { state: 'Nhiều dòng', show: <Textarea name="ly-do" label="Lý do" optional /> },
  { state: 'Nhiều dòng, có lỗi', show: <Textarea name="noi-dung" label="Nội dung" error="Nhập nội dung thay đổi" /> },
  { state: 'Ngày', show: <DateInput name="ngay-sinh" label="Ngày sinh" hint="Ví dụ: 05 11 2026" /> },
  {
    state: 'Ngày, có lỗi',
    show: (
      <DateInput
        name="ngay-cap"
        label="Ngày cấp"
        value={{ day: '31', month: '2', year: '2026' }}
        error="Tháng 2 năm 2026 không có ngày 31"
      />
    ),
  },
  { state: 'Chọn trong danh sách dài', show: <Select name="dan-toc" label="Dân tộc" options={peoples} value="kinh" /> },
  {
    state: 'Chọn trong danh sách dài, có lỗi',
    show: <Select name="dan-toc-me" label="Dân tộc của mẹ" options={peoples} error="Chọn dân tộc của mẹ" />,
  },
  { state: 'Chọn một', show: <Radios name="nhan" label="Nhận kết quả ở đâu?" options={places} value="mot-cua" /> },
  {
    state: 'Chọn một, ngắn, có lỗi',
    show: (
      <Radios
        name="ket-hon"
        label="Cha mẹ đã đăng ký kết hôn chưa?"
        inline
        options={[
          { value: 'true', label: 'Rồi' },
          { value: 'false', label: 'Chưa' },
        ]}
        error="Chọn rồi hoặc chưa"
      />
    ),
  },
  { state: 'Chọn nhiều', show: <Checkboxes name="gui-kem" label="Gửi kèm" options={places} values={['buu-dien']} /> },
  {
    state: 'Cam đoan, chưa tích',
    show: <Checkbox name="cam-doan" label="Tôi cam đoan nội dung khai là đúng" error="Tích vào ô cam đoan để nộp" />,
  },
  { state: 'Tệp', show: <FileInput name="tep" label="Giấy chứng sinh" hint="Ảnh hoặc PDF, mỗi tệp không quá 10 MB" /> },
  {
    state: 'Tệp, đã có',
    show: (
      <FileInput
        name="tep-khac"
        label="Bản vẽ"
        multiple
        removeName="bo-tep"
        files={[{ id: '1', name: 'mat-bang-tang-1.pdf', detail: '1,2 MB, 23/11/2026 14:05', href: '#tep-khac' }]}
      />
    ),
  },
  {
    state: 'Nhóm trường',
    show: (
      <Fieldset legend="Người nộp hồ sơ" hint="Lấy từ tài khoản, sửa nếu khác">
        <TextInput name="nguoi-nop" label="Họ, chữ đệm và tên" value="Nguyễn Thị Hoa" />
        <TextInput name="dien-thoai" label="Số điện thoại" type="tel" autocomplete="tel" width={12} />
      </Fieldset>
    ),
  },
];
