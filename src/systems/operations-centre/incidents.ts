/** Incidents (sự cố): the acts of a centre on them. */
import { type ActEnvironment, actOnCase, type Actor, type Outcome, type Verb } from '../../platform/cases/act.ts';
import { type IncidentCommand, type IncidentState, load } from './incident-state.ts';
import type { CentreTables } from './tables.ts';
import {
  decideClose,
  decideHandOver,
  decideNote,
  decideOnSite,
  decideReopen,
  decideSeverity,
  decideTake,
  decideTick,
} from './turns.ts';

type Env = ActEnvironment<CentreTables>;

const verb =
  <C extends IncidentCommand>(
    name: string,
    decide: Verb<CentreTables, IncidentState, C>['decide'],
    more: { readonly commutative?: true } = {},
  ) =>
  (env: Env, actor: Actor, command: C): Promise<Outcome> =>
    actOnCase(env, actor, command, { name: `operations-centre.${name}`, load, decide, ...more });

export const takeIncident = verb('take', decideTake);
export const arriveOnSite = verb('on-site', decideOnSite);
export const handOverIncident = verb('hand-over', decideHandOver);
export const changeSeverity = verb('severity', decideSeverity);
export const tickStep = verb('tick-step', decideTick);
export const noteIncident = verb('note', decideNote, { commutative: true });
export const closeIncident = verb('close', decideClose);
export const reopenIncident = verb('reopen', decideReopen);
