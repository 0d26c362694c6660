/** Approving that a scenario blocks (cho phép chặn hành vi): an act of a second account on the draft as it was shown, by a decision with number and date. */
import { type Instant, isoOf, type Day } from '../../../platform/calendar/instant.ts';
import type { Actor, Outcome } from '../../../platform/cases/act.ts';
import { refuse } from '../../../platform/cases/decision.ts';
import type { Db } from '../../../platform/db/database.ts';
import { newId } from '../../../platform/db/ids.ts';
import { digestOfBody } from '../../../platform/settings/setting.ts';
import { changedSince, findDraft } from '../../../platform/settings/setting-draft.ts';
import { findLast } from '../../../platform/settings/setting-versions.ts';
import { writeSettingAct } from '../../../platform/settings/write-setting-act.ts';
import { type Scenario, settingOf } from '../scenario.ts';
import { findApproval, listAuthors } from './block-approval.ts';

export interface ApproveBlock {
  readonly code: string;
  readonly commandId: string;
  /** Version of the draft that the page showed. */
  readonly shown: number;
  readonly decisionNumber: string;
  readonly decisionDay: Day;
  readonly at: Instant;
}

/** Refusals: `supervision.own-draft`, `.does-not-block`, `.approved-already`. A draft that was changed meanwhile answers `changed`. */
export async function approveBlock(db: Db, actor: Actor, command: ApproveBlock): Promise<Outcome> {
  const { code, commandId, shown, decisionNumber, decisionDay, at } = command;
  const setting = settingOf(code);
  const [draft, last, authors] = await Promise.all([
    findDraft<Scenario>(db, setting),
    findLast(db, setting),
    listAuthors(db, code),
  ]);
  const digest = draft ? digestOfBody(draft.body) : '';
  const follows = last?.number ?? 0;
  const decided = await refusal();
  const decision = { decision_number: decisionNumber, decision_day: decisionDay };
  return writeSettingAct(db, actor, {
    setting,
    commandId,
    shown,
    at,
    verb: 'supervision.approve-block',
    content: { digest, ...decision },
    decided,
    raced: ['block_approval_draft_key'],
    rows: [
      {
        table: 'supervision.block_approval',
        op: 'insert',
        values: {
          id: newId(),
          scenario: code,
          digest,
          follows,
          draft_version: shown,
          ...decision,
          approved_at: isoOf(at),
          approved_by: actor.id,
        },
      },
    ],
    entry: { type: 'supervision.block-approved', body: { scenario: code, digest, follows, ...decision } },
  });

  async function refusal(): Promise<Outcome | undefined> {
    if (!draft) return { kind: 'not-found' };
    const changed = changedSince(draft, shown);
    if (changed) return changed;
    if (draft.body.effect !== 'block') return refuse('supervision.does-not-block');
    if (authors.has(actor.id) || draft.changedBy === actor.id) return refuse('supervision.own-draft');
    const wanted = { scenario: draft.body, digest, last: follows };
    return (await findApproval(db, wanted)) ? refuse('supervision.approved-already') : undefined;
  }
}
