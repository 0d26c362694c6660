/** Dossier page of an officer: the whole of what the pane shows in short. */
import type { HeldPosition } from '../../../../platform/identity/signed-in.ts';
import { inLanguage } from '../../../../platform/i18n/local-text.ts';
import { useFrame } from '../../../../platform/web/frame.tsx';
import { DeskLayout } from './desk-layout.tsx';
import { DossierView, type DossierViewProps } from './dossier-view.tsx';

export interface OfficerDossierPageProps extends DossierViewProps {
  readonly position: HeldPosition | undefined;
  readonly can: (permission: string) => boolean;
}

export function OfficerDossierPage({ position, can, ...view }: OfficerDossierPageProps) {
  const { locale } = useFrame();
  const name = inLanguage(view.dossier.definition.name, locale).text;
  return (
    <DeskLayout title={`${view.dossier.code} – ${name}`} position={position} can={can}>
      <DossierView {...view} />
    </DeskLayout>
  );
}
