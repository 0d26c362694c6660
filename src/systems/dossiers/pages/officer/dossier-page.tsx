/** Dossier page of an officer: the whole of what the pane shows in short. */
import { inLanguage } from '../../../../platform/i18n/local-text.ts';
import { useFrame } from '../../../../platform/web/frame.tsx';
import { DeskLayout } from './desk-layout.tsx';
import { DossierView, type DossierViewProps } from './dossier-view.tsx';

export function OfficerDossierPage(view: DossierViewProps) {
  const { locale } = useFrame();
  const name = inLanguage(view.dossier.definition.name, locale).text;
  return (
    <DeskLayout title={`${view.dossier.code} – ${name}`}>
      <DossierView {...view} />
    </DeskLayout>
  );
}
