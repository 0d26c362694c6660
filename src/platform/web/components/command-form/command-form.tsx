/** Command form: a form that does something. It carries the command's id, the version that was on the page and the token against forgery. */
import type { ComponentChildren } from 'preact';
import { useFrame } from '../../frame.tsx';

export interface CommandFormProps {
  action: string;
  /** The version of the case that this page showed; without one the command rests on no version. */
  version?: number | string;
  /** One id per attempt: sending the same form twice does the thing once. A new one is made unless given. */
  commandId?: string;
  /** Forms with files say so. */
  multipart?: boolean;
  id?: string;
  children?: ComponentChildren;
}

/** `novalidate`: the server words every mistake, in the reader's language and all at once. */
export function CommandForm({ action, version, commandId, multipart, id, children }: CommandFormProps) {
  const { csrf, newCommandId } = useFrame();
  return (
    <form
      id={id}
      class="vc-stack"
      method="post"
      action={action}
      enctype={multipart ? 'multipart/form-data' : undefined}
      noValidate
    >
      <input type="hidden" name="command_id" value={commandId ?? newCommandId()} />
      {version !== undefined && <input type="hidden" name="version" value={version} />}
      {csrf && <input type="hidden" name="csrf" value={csrf} />}
      {children}
    </form>
  );
}
