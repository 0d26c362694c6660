/** Passing an incident (chuyển trung tâm): down from the province's centre into that of a commune or a former district, and back up; who receives it has to take it. */
import type { Instant } from '../../platform/calendar/instant.ts';
import { MINUTE } from '../../platform/calendar/working-time.ts';
import {
  type ActEnvironment,
  actOnCase,
  type Actor,
  type DecisionContext,
  type Outcome,
} from '../../platform/cases/act.ts';
import { decision, type Decision, type Refusal, refuse } from '../../platform/cases/decision.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import { type Centre, findProvinceCentre, listCommuneCentres } from './centres.ts';
import { type IncidentCommand, type IncidentState, load } from './incident-state.ts';
import { TAKE_BY } from './open-incident.ts';
import { type CentreRules, kindOf } from './rules.ts';
import type { CentreDb } from './centre-act.ts';
import type { CentreTables } from './tables.ts';
import { closed, incidentRow, isClosed } from './turns.ts';

/** A centre that an incident may be passed to. */
export interface Receiver {
  /** `tinh`, the code of a commune, or the key of a former district. */
  readonly key: string;
  readonly name: LocalText;
  readonly unitId: string;
  readonly district: string | null;
}

/**
 * From everywhere the province and the former district it happened in, or each where nobody knows the commune; from these down any commune. The one
 * that has it is left out.
 */
export async function listReceivers(
  db: CentreDb,
  state: Pick<IncidentState, 'competent_unit' | 'district' | 'areaId'>,
  { rules, at }: { readonly rules: CentreRules; readonly at: Instant },
): Promise<readonly Receiver[]> {
  const [province, communes] = await Promise.all([findProvinceCentre(db, at), listCommuneCentres(db, at)]);
  if (!province) return [];
  const own = communes.find(({ unitId }) => unitId === state.competent_unit);
  const here = communes.find(({ areaId }) => areaId === state.areaId);
  const districts = rules.districts.list.filter(
    ({ communes: codes }) => here === undefined || codes.includes(here.areaCode),
  );
  const all: readonly Receiver[] = [
    { key: 'tinh', name: province.name, unitId: province.unitId, district: null },
    ...districts.map(({ key, name }) => ({ key, name, unitId: province.unitId, district: key })),
    ...(own ? [] : [...communes].toSorted((a, b) => Number(b === here) - Number(a === here)).map(receiverOf)),
  ];
  return all.filter(({ unitId, district }) => unitId !== state.competent_unit || district !== state.district);
}

const receiverOf = ({ areaCode, name, unitId }: Centre & { readonly areaCode: string }): Receiver => ({
  key: areaCode,
  name,
  unitId,
  district: null,
});

export interface PassIncident extends IncidentCommand {
  /** Undefined when no centre was chosen, or none that it may go to. */
  readonly to: Pick<Receiver, 'unitId' | 'district'> | undefined;
  readonly note: string;
  readonly rules: Pick<CentreRules, 'kinds'>;
}

export const passIncident = (
  env: ActEnvironment<CentreTables>,
  actor: Actor,
  { rules, ...command }: PassIncident,
): Promise<Outcome> =>
  actOnCase(env, actor, command, {
    name: 'operations-centre.pass',
    load,
    decide: (state: IncidentState, asked: typeof command, context) => decidePass(state, { ...asked, rules }, context),
  });

/** Nobody holds it until somebody there takes it: the time in which that must be begins anew. */
export function decidePass(
  state: IncidentState,
  { to, note, rules }: Pick<PassIncident, 'to' | 'note' | 'rules'>,
  { at }: Pick<DecisionContext, 'at'>,
): Decision | Refusal {
  if (isClosed(state)) return closed(state);
  if (!to) return refuse('operations-centre.no-centre-chosen');
  if (to.unitId === state.competent_unit && to.district === state.district)
    return refuse('operations-centre.has-it-already');
  if (note === '') return refuse('operations-centre.note-missing');
  const kind = kindOf(rules, state.incidentKind);
  return decision({
    change: {
      competent_unit: to.unitId,
      holding_unit: to.unitId,
      assignee_id: null,
      step: 'new',
      flags: state.drillId ? ['drill'] : [],
    },
    timers: { [TAKE_BY]: (at + kind.take_minutes * MINUTE) as Instant },
    rows: [incidentRow(state, { unit_id: to.unitId, district: to.district, holder_id: null, taken_at: null })],
    entries: [
      {
        type: 'operations-centre.incident-passed',
        dims: { unit: to.unitId, area: state.areaId ?? undefined, simulated: state.simulated || undefined },
        body: {
          code: state.code,
          from: state.competent_unit ?? undefined,
          unit: to.unitId,
          district: to.district ?? undefined,
        },
        content: { note },
      },
    ],
    answer: { code: state.code },
  });
}
