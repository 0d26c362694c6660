/** Held papers offered in an application: what the applicant has already, each with its validity and a button that uses it again. */
import type { Day } from '../../../platform/calendar/instant.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { Button } from '../../../platform/web/components/button/button.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import { Local } from '../../../platform/web/local.tsx';
import { validityWords } from '../../results/index.ts';
import { type HeldOffer, REUSE } from '../held-papers.ts';

const texts = defineTexts({
  title: { vi: 'Dùng lại giấy tờ đã có', en: 'Use papers you have already' },
  about: {
    vi: 'Những giấy tờ này có trong kho của bạn và còn giá trị, không phải nộp lại. Giá trị được kiểm tra lại khi nộp và khi tiếp nhận hồ sơ.',
    en: 'These are in your store and in force: no need to hand them in again. That is checked again when you submit and when the office accepts.',
  },
  use: { vi: 'Dùng lại', en: 'Use again' },
  for: { vi: 'cho', en: 'for' },
});

export function HeldOffers({ offers, day }: { offers: readonly HeldOffer[]; day: Day }) {
  const { locale } = useFrame();
  const words = texts(locale);
  if (offers.length === 0) return null;
  return (
    <section>
      <h2 class="vc-section-title">{words.title}</h2>
      <p>{words.about}</p>
      <ul class="vc-ruled">
        {offers.flatMap(({ path, label, papers }) =>
          papers.map((paper) => (
            <li key={`${path} ${paper.id}`}>
              <p>
                <strong>
                  <Local text={paper.name} />
                </strong>
                {paper.number !== null && `, ${paper.number}`}, <Local text={paper.unit} />
              </p>
              <p class="vc-quiet">
                {validityWords(paper, day, locale)} · {words.for}: <Local text={label} />
              </p>
              <Button variant="secondary" name={REUSE} value={`${path}|${paper.id}`}>
                {words.use}{' '}
                <span class="ds-sr-only">
                  {paper.name.vi} {words.for} {label.vi}
                </span>
              </Button>
            </li>
          )),
        )}
      </ul>
    </section>
  );
}
