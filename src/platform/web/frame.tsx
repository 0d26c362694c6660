/** The frame of a page: what every page is told about the request, the site and the reader, handed down so that components need no plumbing. */
import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { LocalText } from '../i18n/local-text.ts';
import type { Locale } from '../i18n/texts.ts';
import type { AssetManifest } from './assets.ts';

export interface SiteLink {
  readonly label: LocalText;
  readonly href: string;
  /** Nobody who works here has such a page. */
  readonly for?: 'citizens';
}

/** Where an officer works; only who has the permission is led there. */
export interface Place extends SiteLink {
  readonly permission: string;
}

/** What the province pack and the mounted systems say about the site. Only pages that exist are linked. */
export interface Site {
  /** "Dịch vụ công tỉnh Tây Ninh". */
  readonly service: LocalText;
  /** The body that answers for the site: "Ủy ban nhân dân tỉnh Tây Ninh". */
  readonly responsible: LocalText;
  /** Who runs it and when the counters are open, in one or two sentences. */
  readonly about: LocalText;
  /** Number as dialled and what calling costs, or nothing where there is none. */
  readonly hotline?: { readonly number: string; readonly note: LocalText };
  /** Links of the citizen header, at most four. */
  readonly menu: readonly SiteLink[];
  readonly services: readonly SiteLink[];
  readonly policies: readonly SiteLink[];
  /** Of officers: daily work first, then the keeping of the office. */
  readonly places: readonly Place[];
}

/** Who is reading: signed in, with the paths of their own page, of what they were told and of signing out (a POST), or a guest. */
export type Reader =
  | {
      readonly signedIn: true;
      readonly name: string;
      readonly home: string;
      /** Of sessions and password. */
      readonly account: string;
      readonly inbox: string;
      /** Notifications not read yet, counted to 100 at most. */
      readonly unread: number;
      readonly signOut: string;
      /** An officer's: the unit acted for now, and the places open to them. */
      readonly desk?: {
        readonly unit?: LocalText;
        readonly places: readonly SiteLink[];
        /** What waits for them, such as findings. */
        readonly counts?: readonly { readonly label: LocalText; readonly href: string; readonly count: number }[];
        /** Path of choosing the position acted in. */
        readonly seat: string;
      };
    }
  | { readonly signedIn: false; readonly signIn: string };

export interface PageFrame {
  readonly locale: Locale;
  /** Path with query as requested: the language switch and the current menu entry follow it. */
  readonly path: string;
  readonly assets: AssetManifest;
  readonly site: Site;
  readonly reader: Reader;
  /** In demo and bench databases every page says that people and figures are simulated. */
  readonly simulated: boolean;
  /** Hidden in each command form; checked by `http`. */
  readonly csrf?: string;
  /** Makes the id of a command, one for each form on the page. */
  readonly newCommandId: () => string;
  /** Nonce of the content security policy, for Turbo's one style element on officer pages. */
  readonly nonce?: string;
}

const FrameContext = createContext<PageFrame | undefined>(undefined);

export function FrameProvider({ frame, children }: { frame: PageFrame; children: ComponentChildren }) {
  return <FrameContext.Provider value={frame}>{children}</FrameContext.Provider>;
}

/** The frame of the page being rendered, or the one given. Throws where there is neither. */
export function useFrame(given?: PageFrame): PageFrame {
  const own = useContext(FrameContext);
  const frame = given ?? own;
  if (!frame) throw new Error('rendered without a page frame: wrap it in FrameProvider');
  return frame;
}

/** The language of the page; Vietnamese where a component is rendered by itself. */
export const useLocale = (): Locale => useContext(FrameContext)?.locale ?? 'vi';
