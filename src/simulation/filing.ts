/** Filing: an arrival becomes a dossier, with a person, valid answers and every paper the procedure asks for. */
import { dayOf } from '../platform/calendar/instant.ts';
import type { Outcome } from '../platform/cases/act.ts';
import type { Answers } from '../platform/forms/answers.ts';
import { newId } from '../platform/db/ids.ts';
import { NOBODY } from '../platform/identity/signed-in.ts';
import { findProcedure, getVersion, type PinnedVersion, planVersion } from '../systems/procedures/index.ts';
import { submitDossier } from '../systems/dossiers/submission.ts';
import type { Arrival } from './arrivals.ts';
import { inventAnswers, UnfilledForm } from './invented-answers.ts';
import { inventPerson, type InventedPerson, type NameParts } from './invented-person.ts';
import type { Stage } from './perform.ts';
import type { Chance } from './random.ts';

/** An account that simulated dossiers may belong to: a citizen of the demonstration. */
export interface Owner {
  readonly account: string;
  readonly commune: string;
  readonly person: InventedPerson;
}

export interface Filing {
  readonly caseId: string;
  readonly arrival: Arrival;
  readonly chance: Chance;
  readonly names: NameParts;
  readonly communes: readonly string[];
  readonly owners: readonly Owner[];
}

const OWNED = 0.12;

export async function fileDossier(stage: Stage, filing: Filing): Promise<Outcome['kind'] | 'unfilled'> {
  try {
    return await file(stage, filing);
  } catch (error) {
    if (error instanceof UnfilledForm) return 'unfilled';
    throw error;
  }
}

async function file(stage: Stage, filing: Filing): Promise<Outcome['kind']> {
  const { arrival, chance, caseId } = filing;
  const { db } = stage.platform;
  const found = await findProcedure(db, arrival.procedure, dayOf(arrival.at));
  const version = found?.version && (await getVersion(db, found.version.id));
  if (!version) return 'not-found';
  const owner =
    arrival.channel === 'online' && filing.owners.length > 0 && chance.happens(OWNED)
      ? chance.pick(filing.owners)
      : undefined;
  const areaCode = owner?.commune ?? filing.communes[arrival.commune] ?? '';
  const requester = owner?.person ?? inventPerson(chance, filing.names, { today: dayOf(arrival.at) });
  const { answers, files, papers } = await fill(stage, { ...filing, version, areaCode, requester, owner });
  const env = { ...(stage.platform.acting as unknown as Parameters<typeof submitDossier>[0]), clock: () => arrival.at };
  const actor = owner
    ? { id: owner.account, kind: 'person' as const, account: owner.account }
    : { id: NOBODY, kind: 'person' as const };
  const outcome = await submitDossier(env, actor, {
    commandId: newId(),
    caseId,
    versionId: version.id,
    channel: arrival.channel,
    areaCode,
    applicant: { name: requester.name, personalNumber: requester.personalNumber, phone: requester.phone },
    ...(owner ? { accountId: owner.account } : {}),
    answers,
    files,
    papers,
    receiveBy:
      arrival.channel === 'online'
        ? chance.weighted([
            ['electronic', 6],
            ['counter', 3],
            ['post', 1],
          ] as const)
        : arrival.channel === 'post'
          ? 'post'
          : 'counter',
    simulated: true,
  });
  return outcome.kind;
}

type ToFill = Filing & {
  readonly version: PinnedVersion;
  readonly areaCode: string;
  readonly requester: InventedPerson;
  readonly owner: Owner | undefined;
};

/** The answers name files by component until it is known which papers these answers ask for. */
async function fill(
  stage: Stage,
  to: ToFill,
): Promise<{ answers: Answers; files: { component: string; fileId: string }[]; papers: string[] }> {
  const { version, arrival, areaCode, chance, names, requester } = to;
  const context = { today: dayOf(arrival.at), channel: arrival.channel, case: '', commune: areaCode };
  const named = inventAnswers(version.form, {
    chance,
    names,
    context,
    requester,
    fileFor: (component) => `${FILE}${component}`,
  });
  const plan = planVersion(version, { answers: named, channel: arrival.channel, commune: areaCode, at: arrival.at });
  const asked = plan.components
    .filter((one) => one.handling === 'handed-in' && one.kind !== 'form')
    .map((one) => one.key);
  const inAnswers = [...JSON.stringify(named).matchAll(/"file:([^"]+)"/g)].map(([, component]) => component as string);
  const stored = new Map<string, string>();
  const upload = arrival.channel === 'online' ? [...asked, ...inAnswers] : inAnswers;
  for (const component of new Set(upload)) {
    const paper = { caseId: to.caseId, purpose: 'component' as const, component, at: arrival.at };
    const file = await stage.papers.store(to.owner ? { ...paper, by: to.owner.account } : paper);
    stored.set(component, file.id);
  }
  const text = JSON.stringify(named).replace(/"file:([^"]+)"/g, (_, component: string) =>
    JSON.stringify(stored.get(component)),
  );
  return {
    answers: JSON.parse(text) as Answers,
    files:
      arrival.channel === 'online'
        ? asked.map((component) => ({ component, fileId: stored.get(component) as string }))
        : [],
    papers: arrival.channel === 'online' ? [] : asked,
  };
}

const FILE = 'file:';
