/** Offline setting: what the script of the counter without a line must know, as data in the page, and the place where it warns; it holds no code. */
import { useFrame } from '../../../../platform/web/frame.tsx';
import {
  OFFLINE,
  OFFLINE_AGAIN,
  OFFLINE_NUMBERS,
  OFFLINE_SEND,
  OFFLINE_SLIP,
  OFFLINE_WORKER,
  scriptWords,
} from './offline-words.ts';

export interface OfflineSettingProps {
  readonly page: 'home' | 'form' | 'slip';
  readonly accountId: string;
  /** Locks what waits on the device; it is kept with the pages, and goes with them when the officer signs out. */
  readonly lock: string;
}

export function OfflineSetting({ page, accountId, lock }: OfflineSettingProps) {
  const { locale } = useFrame();
  return (
    <>
      <div
        id="mat-mang"
        hidden
        data-page={page}
        data-account={accountId}
        data-lock={lock}
        data-home={OFFLINE}
        data-slip={OFFLINE_SLIP}
        data-send={OFFLINE_SEND}
        data-again={OFFLINE_AGAIN}
        data-numbers={OFFLINE_NUMBERS}
        data-worker={OFFLINE_WORKER}
        data-words={JSON.stringify(scriptWords(locale))}
      />
      <p role="alert" class="ds-validation-message" data-offline="guard" hidden />
    </>
  );
}
