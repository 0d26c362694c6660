/** What officer pages load: Turbo for frames and streams (Drive off: links and forms stay plain), and the keys. */
import * as Turbo from '@hotwired/turbo';
import { listenForOfficerKeys } from './keyboard/officer-keys.ts';

Turbo.session.drive = false;
listenForOfficerKeys();
