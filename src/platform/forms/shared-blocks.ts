/** Shared blocks: the people and the wishes that many forms ask for in the same words. Field lists of the paper forms are to be confirmed against them. */
import type { SharedBlock } from './definition.ts';

const CONFIRM = 'Danh mục trường theo mẫu giấy / field list as on the paper form';

/** A person as civil-status forms describe one (TT 04/2020/TT-BTP). With a personal number the register fills the rest. */
export const PERSON: SharedBlock = {
  code: 'person',
  title: { vi: 'Người', en: 'Person' },
  fields: [
    {
      kind: 'text',
      key: 'full_name',
      label: { vi: 'Họ, chữ đệm, tên', en: 'Full name' },
      pattern: 'person-name',
      maxLength: 100,
      capitals: true,
      personal: true,
      prefill: 'full_name',
    },
    {
      kind: 'partial-date',
      key: 'birth_date',
      label: { vi: 'Ngày, tháng, năm sinh', en: 'Date of birth' },
      hint: {
        vi: 'Nếu không rõ ngày, tháng thì chỉ ghi năm. Ví dụ: 27 3 1985',
        en: 'If the day or month is not known, give the year only. For example: 27 3 1985',
      },
      min: '1890-01-01',
      max: 'today',
      personal: true,
      prefill: 'birth_date',
    },
    {
      kind: 'choice',
      key: 'sex',
      label: { vi: 'Giới tính', en: 'Sex' },
      options: [
        { value: 'male', label: { vi: 'Nam', en: 'Male' } },
        { value: 'female', label: { vi: 'Nữ', en: 'Female' } },
      ],
      prefill: 'sex',
    },
    {
      kind: 'choice',
      key: 'ethnicity',
      label: { vi: 'Dân tộc', en: 'Ethnicity' },
      list: 'ethnicities',
      display: 'select',
      prefill: 'ethnicity',
    },
    {
      kind: 'choice',
      key: 'nationality',
      label: { vi: 'Quốc tịch', en: 'Nationality' },
      list: 'nationalities',
      display: 'select',
      default: 'VN',
      prefill: 'nationality',
    },
    {
      kind: 'choice',
      key: 'id_kind',
      label: { vi: 'Giấy tờ tùy thân', en: 'Identity paper' },
      options: [
        { value: 'identity-card', label: { vi: 'Thẻ căn cước, căn cước công dân', en: 'Identity card' } },
        { value: 'passport', label: { vi: 'Hộ chiếu', en: 'Passport' } },
        { value: 'identity-certificate', label: { vi: 'Giấy chứng nhận căn cước', en: 'Identity certificate' } },
        { value: 'other', label: { vi: 'Giấy tờ khác', en: 'Another paper' } },
      ],
      prefill: 'id_kind',
      confirm: CONFIRM,
    },
    {
      kind: 'personal-number',
      key: 'personal_number',
      label: { vi: 'Số định danh cá nhân', en: 'Personal number' },
      visible: "id_kind == 'identity-card'",
      personal: true,
      prefill: 'personal_number',
    },
    {
      kind: 'text',
      key: 'id_number',
      label: { vi: 'Số giấy tờ', en: 'Number of the paper' },
      visible: "id_kind != '' && id_kind != 'identity-card'",
      pattern: 'code',
      maxLength: 30,
      personal: true,
      prefill: 'id_number',
    },
    {
      kind: 'text',
      key: 'id_issuer',
      label: { vi: 'Nơi cấp', en: 'Issued by' },
      visible: "id_kind != '' && id_kind != 'identity-card'",
      required: false,
      prefill: 'id_issuer',
    },
    {
      kind: 'date',
      key: 'id_date',
      label: { vi: 'Ngày cấp', en: 'Date of issue' },
      visible: "id_kind != '' && id_kind != 'identity-card'",
      required: false,
      max: 'today',
      prefill: 'id_date',
    },
    {
      kind: 'choice',
      key: 'residence_kind',
      label: { vi: 'Nơi cư trú được khai là', en: 'The residence given is' },
      options: [
        { value: 'permanent', label: { vi: 'Nơi thường trú', en: 'The permanent residence' } },
        { value: 'temporary', label: { vi: 'Nơi tạm trú', en: 'The temporary residence' } },
        { value: 'living', label: { vi: 'Nơi đang sinh sống', en: 'Where the person lives now' } },
      ],
      default: 'permanent',
      prefill: 'residence_kind',
      confirm: CONFIRM,
    },
    {
      kind: 'address',
      key: 'residence',
      label: { vi: 'Nơi cư trú', en: 'Residence' },
      personal: true,
      prefill: 'residence',
    },
  ],
};

/** How the result is to be received, and how many copies are wanted with it. */
export const RECEIVE: SharedBlock = {
  code: 'receive',
  title: { vi: 'Nhận kết quả', en: 'Receiving the result' },
  fields: [
    {
      kind: 'choice',
      key: 'receive_result',
      label: { vi: 'Bạn muốn nhận kết quả ở đâu?', en: 'How do you want to receive the result?' },
      options: [
        { value: 'centre', label: { vi: 'Tại Trung tâm Phục vụ hành chính công', en: 'At the public service centre' } },
        { value: 'post', label: { vi: 'Qua bưu chính công ích', en: 'By public post' } },
        { value: 'electronic', label: { vi: 'Bản điện tử', en: 'Electronic copy' } },
      ],
    },
    {
      kind: 'text',
      key: 'post_name',
      label: { vi: 'Người nhận bưu phẩm', en: 'Name for the post' },
      visible: "receive_result == 'post'",
      pattern: 'person-name',
      maxLength: 100,
      personal: true,
    },
    {
      kind: 'phone',
      key: 'post_phone',
      label: { vi: 'Số điện thoại nhận bưu phẩm', en: 'Phone number for the post' },
      visible: "receive_result == 'post'",
      personal: true,
    },
    {
      kind: 'address',
      key: 'post_address',
      label: { vi: 'Địa chỉ nhận bưu phẩm', en: 'Address for the post' },
      visible: "receive_result == 'post'",
      personal: true,
    },
    {
      kind: 'boolean',
      key: 'copies_wanted',
      label: { vi: 'Bạn có đề nghị cấp bản sao không?', en: 'Do you want copies?' },
    },
    {
      kind: 'integer',
      key: 'copies_count',
      label: { vi: 'Số lượng bản sao', en: 'Number of copies' },
      visible: 'copies_wanted',
      min: 1,
      max: 50,
    },
  ],
};

/** Who files: a person, with phone and e-mail. The relation to the person concerned is the form's own question. */
export const REQUESTER: SharedBlock = {
  code: 'requester',
  title: { vi: 'Người yêu cầu', en: 'Applicant' },
  fields: [
    ...PERSON.fields,
    {
      kind: 'phone',
      key: 'phone',
      label: { vi: 'Số điện thoại', en: 'Phone number' },
      personal: true,
      prefill: 'phone',
    },
    {
      kind: 'email',
      key: 'email',
      label: { vi: 'Thư điện tử', en: 'E-mail' },
      required: false,
      personal: true,
      prefill: 'email',
    },
  ],
};

export const SHARED_BLOCKS: readonly SharedBlock[] = [PERSON, REQUESTER, RECEIVE];
