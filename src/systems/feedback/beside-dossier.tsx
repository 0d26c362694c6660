/** What feedback has on people's own dossier: the way to rate it once it is answered, and afterwards what they said. */
import { defineTexts } from '../../platform/i18n/texts.ts';
import type { ReadBesideOwnCase } from '../../platform/system/beside-case.ts';
import { findOwnDossier } from '../dossiers/index.ts';
import { scoreTexts } from './pages/rate-page.tsx';
import { listRatings } from './rating.ts';
import type { FeedbackTables } from './tables.ts';

const texts = defineTexts({
  rate: { vi: 'Đánh giá việc giải quyết hồ sơ', en: 'Rate how it was handled' },
  rated: { vi: (score: string) => `Bạn đã đánh giá: ${score}.`, en: (score: string) => `You have rated it: ${score}.` },
  see: { vi: 'Xem đánh giá', en: 'See your rating' },
  answered: { vi: 'Xem cơ quan trả lời', en: 'See the office’s answer' },
});

export const ratingBesideDossier: ReadBesideOwnCase<FeedbackTables> = async ({ db }, { code, reader, locale }) => {
  const { accountId } = reader;
  const dossier = await findOwnDossier(db, { code, accountId });
  if (!dossier?.isDecided) return undefined;
  const [given] = await listRatings(db, { accountId, code, limit: 1 });
  const words = texts(locale);
  const path = `/ho-so/${code}/danh-gia`;
  if (!given)
    return (
      <p>
        <a class="ds-link" href={path}>
          {words.rate}
        </a>
      </p>
    );
  return (
    <p>
      {words.rated(scoreTexts(locale)[given.score].toLowerCase())}{' '}
      <a class="ds-link" href={path}>
        {given.answer === null ? words.see : words.answered}
      </a>
    </p>
  );
};
