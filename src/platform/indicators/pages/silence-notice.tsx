/** Silence notice: why there is no figure of an indicator now. */
import { Notice } from '../../web/components/notice/notice.tsx';
import { useLocale } from '../../web/frame.tsx';
import { type Silence, silenceTexts } from '../silence.ts';

export function SilenceNotice({ silence }: { readonly silence: Silence }) {
  const words = silenceTexts(useLocale());
  return (
    <Notice title={words[`${silence}Title`]}>
      <p>{words[`${silence}About`]}</p>
    </Notice>
  );
}
