/** What officer pages load: Turbo for frames and streams (Drive off: links and forms stay plain), the keys, and lists that are told of changes. */
import * as Turbo from '@hotwired/turbo';
import { listenForOfficerKeys } from './keyboard/officer-keys.ts';
import { forgetPagesOnSignOut } from './leave/kept-pages.ts';
import { LiveList } from './live/live-list.ts';
import { markOpenRows } from './live/open-row.ts';

Turbo.session.drive = false;
listenForOfficerKeys();
markOpenRows();
forgetPagesOnSignOut();
customElements.define('live-list', LiveList);
