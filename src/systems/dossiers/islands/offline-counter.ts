/** The counter without a line: begins what each of its pages does in the browser. */
import { beginForm } from './offline/form-page.ts';
import { beginHome } from './offline/home-page.ts';
import { isOurs, setting } from './offline/setting.ts';
import { beginSlip } from './offline/slip-page.ts';

const BEGIN: Readonly<Record<string, () => Promise<void>>> = { home: beginHome, form: beginForm, slip: beginSlip };

if (isOurs && 'indexedDB' in window) void BEGIN[setting.page]?.();
