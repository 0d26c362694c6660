/** Withdrawal page: asked once more, because it cannot be taken back. */
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { Button, ButtonGroup, LinkButton } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { Consequence } from '../../../platform/web/components/consequence/consequence.tsx';
import { Textarea } from '../../../platform/web/components/field/textarea.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import type { LoadedDossier } from '../load-dossier.ts';
import { ActPage } from './act-page.tsx';

const texts = defineTexts({
  title: { vi: 'Rút hồ sơ', en: 'Withdraw the dossier' },
  effect: {
    vi: 'Cơ quan dừng giải quyết và hồ sơ kết thúc. Không hoàn tác được; muốn làm lại phải nộp hồ sơ mới.',
    en: 'Work stops and the dossier ends. It cannot be undone; to go on you would hand in a new one.',
  },
  paid: {
    vi: 'Phí, lệ phí đã nộp được hoàn trả hay không theo quy định của từng khoản.',
    en: 'Whether fees already paid are returned follows the rule of each fee.',
  },
  reason: { vi: 'Lý do', en: 'Reason' },
  withdraw: { vi: 'Rút hồ sơ', en: 'Withdraw' },
  keep: { vi: 'Không rút', en: 'Keep it' },
});

export function WithdrawPage({ dossier }: { dossier: LoadedDossier }) {
  const words = texts(useLocale());
  return (
    <ActPage dossier={dossier} title={words.title}>
      <CommandForm action={`/ho-so/${dossier.code}/rut`} version={dossier.version}>
        <Textarea name="reason" label={words.reason} maxLength={2000} optional />
        <Consequence>{words.effect}</Consequence>
        {dossier.feePaid > 0 && <p class="vc-quiet">{words.paid}</p>}
        <ButtonGroup>
          <Button danger>{words.withdraw}</Button>
          <LinkButton href={`/ho-so/${dossier.code}`} variant="secondary">
            {words.keep}
          </LinkButton>
        </ButtonGroup>
      </CommandForm>
    </ActPage>
  );
}
