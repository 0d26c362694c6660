/** Forms for tests: a birth registration and a marital-status certificate, cut down to what is particular about them. */
import type { FormDefinition } from './definition.ts';
import { compileForm } from './compile-form.ts';
import type { Form, FormContext } from './form.ts';
import { listsFrom } from './form-lists.ts';

export const CONTEXT: FormContext = { today: '2026-11-23', channel: 'online', case: '', commune: '25459' };

const lists = listsFrom({
  communes: [
    { value: '25459', parent: '80', label: { vi: 'Phường Tân Ninh' } },
    { value: '25486', parent: '80', label: { vi: 'Xã Tân Biên' } },
    { value: '25489', parent: '80', label: { vi: 'Phường Tân Biên' } },
    { value: '25645', parent: '80', label: { vi: 'Phường Hoà Thành' } },
  ],
});

export const BIRTH: FormDefinition = {
  code: 'birth-registration',
  title: { vi: 'Đăng ký khai sinh', en: 'Birth registration' },
  paper: { vi: 'Tờ khai đăng ký khai sinh' },
  sections: [
    {
      key: 'child',
      title: { vi: 'Thông tin về trẻ', en: 'The child' },
      fields: [
        {
          kind: 'block',
          key: 'child',
          label: { vi: 'Trẻ', en: 'Child' },
          fields: [
            {
              kind: 'text',
              key: 'full_name',
              label: { vi: 'Họ, chữ đệm, tên', en: 'Full name' },
              pattern: 'person-name',
              maxLength: 60,
              personal: true,
            },
            { kind: 'date', key: 'birth_date', label: { vi: 'Ngày sinh', en: 'Date of birth' }, max: 'today' },
            {
              kind: 'choice',
              key: 'born_at',
              label: { vi: 'Trẻ sinh ở đâu?', en: 'Where was the child born?' },
              options: [
                { value: 'facility', label: { vi: 'Cơ sở y tế', en: 'Health facility' } },
                { value: 'home', label: { vi: 'Tại nhà', en: 'At home' } },
              ],
            },
            {
              kind: 'text',
              key: 'facility',
              label: { vi: 'Tên cơ sở y tế', en: 'Name of the facility' },
              visible: "born_at == 'facility'",
            },
            {
              kind: 'address',
              key: 'place',
              label: { vi: 'Nơi sinh', en: 'Place of birth' },
              visible: "born_at == 'home'",
              parts: 'commune',
            },
          ],
        },
      ],
    },
    {
      key: 'mother',
      title: { vi: 'Thông tin về mẹ', en: 'The mother' },
      fields: [
        {
          kind: 'boolean',
          key: 'mother_known',
          label: { vi: 'Đã xác định được người mẹ?', en: 'Is the mother known?' },
        },
        {
          kind: 'block',
          key: 'mother',
          label: { vi: 'Người mẹ', en: 'Mother' },
          use: 'person',
          prefill: 'population.mother',
          except: ['sex', 'residence_kind'],
          adjust: { ethnicity: { required: false } },
          visible: 'mother_known',
        },
      ],
    },
    {
      key: 'papers',
      title: { vi: 'Giấy tờ và cam đoan', en: 'Papers and pledge' },
      fields: [
        {
          kind: 'file',
          key: 'birth_paper',
          label: { vi: 'Giấy chứng sinh', en: 'Birth paper' },
          component: 'KQ004389',
          required: "child.born_at == 'facility'",
        },
        {
          kind: 'email',
          key: 'email',
          label: { vi: 'Thư điện tử', en: 'E-mail' },
          required: false,
          prefill: 'account.email',
          personal: true,
        },
        {
          kind: 'pledge',
          key: 'pledge',
          label: { vi: 'Tôi cam đoan những điều khai trên là đúng sự thật', en: 'I pledge that this is true' },
        },
      ],
    },
  ],
  checks: [
    {
      code: 'young-parent',
      effect: 'warn',
      when: 'days(mother.birth_date, child.birth_date) < 4383',
      at: 'mother.birth_date',
      message: {
        vi: 'Người mẹ chưa đủ 12 tuổi khi sinh con: hãy kiểm tra lại',
        en: 'The mother was younger than 12: please check',
      },
    },
    {
      code: 'name-repeated',
      effect: 'refuse',
      when: "child.full_name != '' && fold(child.full_name) == fold(mother.full_name)",
      at: 'child.full_name',
      message: { vi: 'Tên của trẻ đang trùng với tên của mẹ', en: 'The child has the name of the mother' },
    },
  ],
};

export const MARITAL: FormDefinition = {
  code: 'marital-status',
  title: { vi: 'Xác nhận tình trạng hôn nhân', en: 'Marital status' },
  sections: [
    {
      key: 'history',
      title: { vi: 'Quá trình cư trú', en: 'Residence history' },
      fields: [
        { kind: 'date', key: 'birth_date', label: { vi: 'Ngày sinh', en: 'Date of birth' } },
        {
          kind: 'group',
          key: 'periods',
          label: { vi: 'Các nơi đã cư trú', en: 'Places of residence' },
          item: { vi: 'Thời gian cư trú', en: 'Period' },
          min: 1,
          max: 3,
          fields: [
            { kind: 'address', key: 'place', label: { vi: 'Nơi cư trú', en: 'Residence' }, parts: 'commune' },
            { kind: 'partial-date', key: 'from', label: { vi: 'Từ', en: 'From' } },
            { kind: 'partial-date', key: 'to', label: { vi: 'Đến', en: 'To' }, required: false },
            { kind: 'boolean', key: 'married_then', label: { vi: 'Khi đó có vợ, chồng?', en: 'Married then?' } },
            { kind: 'text', key: 'spouse', label: { vi: 'Họ tên vợ, chồng', en: 'Spouse' }, visible: 'married_then' },
          ],
          checks: [
            {
              code: 'reversed',
              effect: 'refuse',
              when: 'answered(to) && to < from',
              at: 'to',
              message: { vi: 'Ngày kết thúc phải sau ngày bắt đầu', en: 'The end must follow the start' },
            },
          ],
        },
        { kind: 'integer', key: 'copies', label: { vi: 'Số bản', en: 'Copies' }, min: 1, max: 10 },
      ],
    },
  ],
  checks: [
    {
      code: 'gap',
      effect: 'warn',
      when: '!unbroken(periods, add_years(birth_date, 18), context.today)',
      at: 'periods',
      message: { vi: 'Các khoảng thời gian cư trú còn bị ngắt quãng', en: 'The periods leave a gap' },
    },
  ],
};

export function formOf(definition: FormDefinition): Form {
  const { form, faults } = compileForm(definition, { lists });
  if (faults) throw new Error(JSON.stringify(faults, undefined, 1));
  return form;
}
