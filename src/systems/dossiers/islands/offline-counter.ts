/** The counter without a line: begins what each of its pages does in the browser. */
import { beginForm } from './offline/form-page.ts';
import { beginHome } from './offline/home-page.ts';
import { isOurs, say, setting, show } from './offline/setting.ts';
import { beginSlip } from './offline/slip-page.ts';

const BEGIN: Readonly<Record<string, () => Promise<void>>> = { home: beginHome, form: beginForm, slip: beginSlip };

// browsers keep pages and keys only for an address that nobody on the way can change
if (isOurs && !window.isSecureContext) show('guard', say('insecure'));
else if (isOurs && 'indexedDB' in window) void BEGIN[setting.page]?.();
