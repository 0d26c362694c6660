/** Editing the rules of the counter: one change on what stands now, checked as a whole, kept in the draft. */
import { platformPart } from '../../platform/db/platform-part.ts';
import {
  type Answer,
  commandIdOf,
  notFound,
  outcomePage,
  seeOther,
  shownVersionOf,
} from '../../platform/http/route.ts';
import { actorOf, type SignedIn } from '../../platform/identity/signed-in.ts';
import { findDraft, saveDraft } from '../../platform/settings/setting-draft.ts';
import { getLast } from '../../platform/settings/setting-versions.ts';
import type { FieldError } from '../../platform/web/components/error-summary/error-summary.tsx';
import { RULES } from './pages/rules-tabs.tsx';
import type { CounterExchange } from './routes/device-routes.tsx';
import { type CounterRules, RULES_SETTING } from './rules.ts';
import { rulesSetting } from './rules-setting.ts';

export interface RulesWorkedOn {
  readonly rules: CounterRules;
  readonly isDraft: boolean;
  /** Of the draft; 0 when there is none. */
  readonly version: number;
}

/** The draft where there is one, else what was published last. */
export async function readRulesWorkedOn({ db }: Pick<CounterExchange, 'db'>): Promise<RulesWorkedOn> {
  const draft = await findDraft<CounterRules>(platformPart(db), RULES_SETTING);
  if (draft) return { rules: draft.body, isDraft: true, version: draft.version };
  return { rules: (await getLast<CounterRules>(db, RULES_SETTING)).body, isDraft: false, version: 0 };
}

export interface RulesEdit {
  /** Named in the journal. */
  readonly part: string;
  readonly back: string;
  readonly rules: CounterRules;
  readonly showAgain: (errors: readonly FieldError[]) => Promise<Answer>;
}

export async function editRules(
  exchange: CounterExchange & { readonly signedIn: SignedIn },
  { part, back, rules, showAgain }: RulesEdit,
): Promise<Answer> {
  const { db, signedIn, clock, locale } = exchange;
  const commandId = commandIdOf(exchange);
  const shown = shownVersionOf(exchange);
  if (!commandId || shown === undefined) return notFound;
  const faults = rulesSetting.check(rules, rules, '');
  if (faults.length > 0)
    return showAgain(
      faults.map(({ at, message }) =>
        at === 'letter' ? { name: at, message: message[locale] } : { message: message[locale] },
      ),
    );
  const command = { setting: RULES_SETTING, commandId, shown, at: clock(), body: rules, part };
  const saved = await saveDraft(platformPart(db), actorOf(signedIn), command);
  return saved.kind === 'done' ? seeOther(`${RULES}/ban-nhap`) : outcomePage(saved, back);
}
