/** File input: choosing or photographing papers, with those already handed in listed above. */
import type { ComponentChildren } from 'preact';
import { defineTexts } from '../../../i18n/texts.ts';
import { useLocale } from '../../frame.tsx';
import { Button } from '../button/button.tsx';
import { Icon } from '../icon/icon.tsx';
import { Field, type FieldProps } from './field.tsx';

export interface HandedIn {
  readonly id: string;
  readonly name: string;
  /** "1,2 MB, 23/11/2026 14:05". */
  readonly detail?: ComponentChildren;
  readonly href?: string;
}

export interface FileInputProps extends FieldProps {
  /** Types the browser offers, such as `image/*,application/pdf`; what arrives is checked by the server all the same. */
  accept?: string;
  multiple?: boolean;
  /** A phone opens its camera at once. */
  capture?: boolean;
  files?: readonly HandedIn[];
  /** Name of the submit button that takes a file away; its value is the file's id. Without it files cannot be removed. */
  removeName?: string;
}

const texts = defineTexts({
  remove: { vi: 'Bỏ tệp', en: 'Remove' },
  handedIn: { vi: 'Tệp đã tải lên', en: 'Uploaded files' },
});

export function FileInput({ accept, multiple, capture, files = [], removeName, ...field }: FileInputProps) {
  const words = texts(useLocale());
  return (
    <Field {...field}>
      {(control) => (
        <>
          {files.length > 0 && (
            <ul class="vc-files" aria-label={words.handedIn}>
              {files.map((file) => (
                <li key={file.id}>
                  <Icon name="paperclip" />
                  <span class="vc-file-name">
                    {file.href ? (
                      <a class="ds-link" href={file.href}>
                        {file.name}
                      </a>
                    ) : (
                      file.name
                    )}
                    {file.detail && <span class="vc-file-detail">{file.detail}</span>}
                  </span>
                  {removeName && (
                    <Button variant="tertiary" name={removeName} value={file.id}>
                      {words.remove} <span class="ds-sr-only">{file.name}</span>
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )}
          <input
            class="vc-file"
            type="file"
            accept={accept}
            multiple={multiple}
            capture={capture ? 'environment' : undefined}
            {...control}
          />
        </>
      )}
    </Field>
  );
}
