/** Action list: what an officer may do now, each with what it will cause; what is impossible stays, with its reason. */
import type { ComponentChildren } from 'preact';
import { defineTexts } from '../../../i18n/texts.ts';
import { useLocale } from '../../frame.tsx';
import { Button, LinkButton } from '../button/button.tsx';

export interface Action {
  readonly label: string;
  /** "Đồng hồ vẫn chạy." */
  readonly effect: ComponentChildren;
  readonly keyHint?: string;
  /** The likeliest one is primary; at most one in a list. */
  readonly primary?: boolean;
  /** Opens a page, submits the form around the list (or the form with the given id), or is blocked with the reason. */
  readonly does:
    | { readonly href: string }
    | { readonly name: string; readonly value: string; readonly form?: string }
    | { readonly blocked: ComponentChildren };
}

const texts = defineTexts({ blocked: { vi: 'Không dùng được: ', en: 'Not available: ' } });

export function ActionList({ actions }: { actions: readonly Action[] }) {
  return (
    <ul class="vc-actions">
      {actions.map((action) => (
        <li key={action.label}>
          <ActionButton {...action} />
          <ActionEffect {...action} />
        </li>
      ))}
    </ul>
  );
}

function ActionButton({ label, keyHint, primary, does }: Action) {
  const looks = { keyHint, variant: primary ? 'primary' : 'secondary' } as const;
  if ('blocked' in does) return <span class="vc-blocked">{label}</span>;
  if ('href' in does) {
    return (
      <LinkButton href={does.href} {...looks}>
        {label}
      </LinkButton>
    );
  }
  return (
    <Button {...does} {...looks}>
      {label}
    </Button>
  );
}

function ActionEffect({ effect, does }: Action) {
  const locale = useLocale();
  if (!('blocked' in does)) return <p>{effect}</p>;
  return (
    <p>
      {texts(locale).blocked}
      {does.blocked}
    </p>
  );
}
