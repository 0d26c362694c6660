/** Start page of an application: for whom it is, what will be asked, and the two things to choose before the first question. */
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { Button, ButtonGroup, LinkButton } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { ErrorSummary } from '../../../platform/web/components/error-summary/error-summary.tsx';
import { Radios } from '../../../platform/web/components/field/radios.tsx';
import { Select } from '../../../platform/web/components/field/select.tsx';
import { BackLink } from '../../../platform/web/components/trail/trail.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import { CitizenLayout } from '../../../platform/web/layouts/citizen-layout.tsx';
import { Local } from '../../../platform/web/local.tsx';
import { DRAFT_DAYS } from '../../../platform/forms/draft.ts';
import type { ProcedureDefinition } from '../../procedures/index.ts';

export type StartFault = 'area-missing' | 'case-missing' | 'no-office';

export interface StartPageProps {
  definition: ProcedureDefinition;
  communes: readonly { readonly value: string; readonly label: string }[];
  area: string;
  chosenCase: string;
  fault?: StartFault | undefined;
}

const texts = defineTexts({
  title: { vi: 'Nộp hồ sơ trực tuyến', en: 'Apply online' },
  before: { vi: 'Trước khi bắt đầu', en: 'Before you begin' },
  kept: {
    vi: `Điền từng phần, nghỉ lúc nào cũng được. Bản nháp được giữ ${DRAFT_DAYS} ngày kể từ lần lưu cuối.`,
    en: `Fill it in part by part and stop whenever you like. The draft is kept for ${DRAFT_DAYS} days after it was last saved.`,
  },
  answered: {
    vi: 'Sau khi nộp, cơ quan trả lời trong 8 giờ làm việc: tiếp nhận, yêu cầu bổ sung một lần, hoặc từ chối có lý do.',
    en: 'Once it is handed in, the office answers within 8 working hours: accepted, completed once, or refused with the reason.',
  },
  papers: { vi: 'Chuẩn bị ảnh chụp hoặc tệp của:', en: 'Have a photo or file ready of:' },
  area: { vi: 'Việc này ở xã, phường nào?', en: 'Which commune or ward does it concern?' },
  areaHint: {
    vi: 'Nơi cư trú, nơi có thửa đất hoặc nơi kinh doanh, tùy thủ tục. Hồ sơ đến đúng cơ quan theo nơi này.',
    en: 'Where the person lives, the land lies or the business is, as the procedure goes. It decides which office receives you.',
  },
  case: { vi: 'Trường hợp của bạn là gì?', en: 'Which case is yours?' },
  begin: { vi: 'Bắt đầu điền hồ sơ', en: 'Begin' },
  back: { vi: 'Xem lại thủ tục', en: 'Back to the procedure' },
  'area-missing': { vi: 'Hãy chọn xã, phường.', en: 'Choose the commune or ward.' },
  'case-missing': { vi: 'Hãy chọn trường hợp của bạn.', en: 'Choose your case.' },
  'no-office': {
    vi: 'Chưa xác định được cơ quan giải quyết thủ tục này ở nơi đã chọn. Hãy chọn nơi khác hoặc gọi tổng đài.',
    en: 'No office is known to decide this at the chosen place. Choose another place or call the hotline.',
  },
});

export function StartPage({ definition, communes, area, chosenCase, fault }: StartPageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  const cases = (definition.cases ?? []).filter((one) => one.when === undefined);
  const papers = definition.components.filter((one) => one.handling === 'handed-in' && one.kind !== 'form');
  const at = fault === 'case-missing' ? 'case' : 'area';
  return (
    <CitizenLayout title={`${words.title}: ${inLanguage(definition.name, locale).text}`}>
      <div class="vc-reading vc-stack">
        {fault && <ErrorSummary errors={[{ name: at, message: words[fault] }]} />}
        <div>
          <BackLink href={`/thu-tuc/${definition.code}`}>{words.back}</BackLink>
          <p class="vc-quiet vc-small">{words.title}</p>
          <h1>
            <Local text={definition.name} />
          </h1>
        </div>
        <section class="vc-rows">
          <h2>{words.before}</h2>
          <ul class="vc-list">
            {(definition.requirements ?? []).map((one) => (
              <li key={one.text.vi}>
                <Local text={one.text} />
              </li>
            ))}
            <li>{words.answered}</li>
            <li>{words.kept}</li>
          </ul>
          {papers.length > 0 && (
            <>
              <h3>{words.papers}</h3>
              <ul class="vc-list">
                {papers.map((one) => (
                  <li key={one.key}>
                    <Local text={one.name} />
                    {one.condition && (
                      <p class="vc-quiet vc-small">
                        <Local text={one.condition} />
                      </p>
                    )}
                  </li>
                ))}
              </ul>
            </>
          )}
        </section>
        <CommandForm action={`/thu-tuc/${definition.code}/nop`}>
          <Select
            name="area"
            label={words.area}
            hint={words.areaHint}
            options={communes}
            value={area}
            error={at === 'area' && fault ? words[fault] : undefined}
          />
          {cases.length > 0 && (
            <Radios
              name="case"
              label={words.case}
              options={cases.map((one) => ({ value: one.key, label: <Local text={one.name} /> }))}
              value={chosenCase}
              error={fault === 'case-missing' ? words[fault] : undefined}
            />
          )}
          <ButtonGroup>
            <Button>{words.begin}</Button>
            <LinkButton href={`/thu-tuc/${definition.code}`} variant="secondary">
              {words.back}
            </LinkButton>
          </ButtonGroup>
        </CommandForm>
      </div>
    </CitizenLayout>
  );
}
