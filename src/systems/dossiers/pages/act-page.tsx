/** An act page: one thing the applicant does with their dossier, with what it will cause, and the way back. */
import type { ComponentChildren } from 'preact';
import { BackLink } from '../../../platform/web/components/trail/trail.tsx';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { useLocale } from '../../../platform/web/frame.tsx';
import { CitizenLayout } from '../../../platform/web/layouts/citizen-layout.tsx';
import { Local } from '../../../platform/web/local.tsx';
import type { LoadedDossier } from '../load-dossier.ts';

const texts = defineTexts({ back: { vi: 'Về trang hồ sơ', en: 'Back to the dossier' } });

export interface ActPageProps {
  dossier: Pick<LoadedDossier, 'code' | 'definition'>;
  title: string;
  /** An error summary stands above everything. */
  above?: ComponentChildren;
  children: ComponentChildren;
}

export function ActPage({ dossier, title, above, children }: ActPageProps) {
  const words = texts(useLocale());
  return (
    <CitizenLayout title={`${title}: ${dossier.code}`}>
      <div class="vc-reading vc-stack">
        {above}
        <div>
          <BackLink href={`/ho-so/${dossier.code}`}>{words.back}</BackLink>
          <p class="vc-quiet vc-small">
            <span class="vc-whole">{dossier.code}</span> · <Local text={dossier.definition.name} />
          </p>
          <h1>{title}</h1>
        </div>
        {children}
      </div>
    </CitizenLayout>
  );
}
