/** Head of a page about a part of a draft: the way back, what it is, and of which procedure. */
import { Local } from '../../../platform/web/local.tsx';
import type { Draft } from '../draft/draft.ts';

export interface DraftHeadProps {
  draft: Draft;
  title: string;
  back: { readonly href: string; readonly text: string };
}

export function DraftHead({ draft, title, back }: DraftHeadProps) {
  return (
    <>
      <p>
        <a class="ds-link" href={back.href}>
          {back.text}
        </a>
      </p>
      <h1>{title}</h1>
      <p class="vc-quiet">
        {draft.code} · <Local text={draft.definition.name} />
      </p>
    </>
  );
}
