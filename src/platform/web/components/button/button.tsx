/** Button: one act on a page (submit or open), in Designsystemet's markup; `LinkButton` looks the same and goes somewhere. */
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../icon/icon.tsx';

interface Appearance {
  /** One primary button a page. Tertiary is for text buttons inside rows. */
  variant?: 'primary' | 'secondary' | 'tertiary';
  /** For what cannot be taken back. */
  danger?: boolean;
  icon?: IconName;
  /** The key that presses it on officer pages, shown beside the words. */
  keyHint?: string;
  children: ComponentChildren;
}

export interface ButtonProps extends Appearance {
  type?: 'submit' | 'button';
  name?: string;
  value?: string;
  /** The page opens with it in focus: Enter is enough. */
  autofocus?: boolean;
  /** Id of the form it submits when it stands outside. */
  form?: string;
  formAction?: string;
}

export interface LinkButtonProps extends Appearance {
  href: string;
  /** A file is saved instead of opened. */
  download?: boolean;
}

export function Button({ type = 'submit', name, value, autofocus, form, formAction, ...appearance }: ButtonProps) {
  return (
    <button
      type={type}
      name={name}
      value={value}
      autofocus={autofocus}
      form={form}
      formAction={formAction}
      {...attributesOf(appearance)}
    >
      <Face {...appearance} />
    </button>
  );
}

export function LinkButton({ href, download, ...appearance }: LinkButtonProps) {
  return (
    <a href={href} download={download} {...attributesOf(appearance)}>
      <Face {...appearance} />
    </a>
  );
}

/** Buttons that belong together: stacked at full width on phones, most likely first, in a row from 560 px. */
export function ButtonGroup({ children }: { children: ComponentChildren }) {
  return <div class="vc-buttons">{children}</div>;
}

function Face({ icon, keyHint, children }: Appearance) {
  return (
    <>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
      {keyHint && <kbd class="vc-key">{keyHint}</kbd>}
    </>
  );
}

function attributesOf({ variant = 'primary', danger, keyHint }: Appearance) {
  return {
    class: 'ds-button',
    'data-variant': variant === 'primary' ? undefined : variant,
    'data-color': danger ? 'danger' : undefined,
    'aria-keyshortcuts': keyHint,
  };
}
