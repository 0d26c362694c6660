/** Reports: what a dossier that has come to its step of registering tells the register of the population, one for each person. */
import { type QueryExecutorProvider, sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { type Answers, isAnswers } from '../../platform/forms/answers.ts';
import { getVersion } from '../procedures/index.ts';
import { textAt } from './application.ts';
import { type LoadedDossier, loadDossier } from './load-dossier.ts';
import type { DossierTables } from './tables.ts';

export type Report =
  | {
      readonly kind: 'birth';
      readonly name: string;
      readonly sex: string;
      readonly birthDate: string;
      /** Three digits, as personal numbers begin. */
      readonly province: string;
      /** Personal numbers of the parents who are known. */
      readonly parents: readonly string[];
    }
  | {
      readonly kind: 'residence';
      readonly personalNumber: string;
      readonly residence: { readonly commune: string; readonly communeName: string; readonly detail: string };
    };

/** Empty before the step that reports, after a rejection, and where the answers do not say enough: then the office does it by hand. */
export async function findReports<T>(db: Db<T>, caseId: string): Promise<readonly Report[]> {
  const kind = await findKind(db, caseId);
  if (!kind) return [];
  const dossier = await loadDossier(db as unknown as Db<DossierTables>, { id: caseId }, 'all');
  if (!dossier || !hasReached(dossier) || dossier.simulated) return [];
  return kind === 'birth' ? birthOf(dossier, await provinceOf(db)) : movesOf(dossier, await communeName(db, dossier));
}

/** Most procedures report nothing; theirs are told apart without loading the dossier. */
async function findKind(db: QueryExecutorProvider, caseId: string): Promise<Report['kind'] | undefined> {
  const rows = await sql<{ version_id: string }>`
    select version_id from dossiers.dossier where case_id = ${caseId}
  `.execute(db);
  const version = rows.rows[0] && (await getVersion(db, rows.rows[0].version_id));
  return version?.definition.process?.steps.find((step) => step.reports)?.reports;
}

function hasReached({ status, outcome, step, steps }: LoadedDossier): boolean {
  if (outcome === 'rejected' || (status !== 'open' && status !== 'decided')) return false;
  const [reports, present] = [steps.findIndex((one) => one.reports), steps.findIndex((one) => one.key === step)];
  return reports >= 0 && (status === 'decided' || present >= reports);
}

function birthOf({ answers }: LoadedDossier, province: string): Report[] {
  const child = blockAt(answers, 'child');
  const [name, sex, birthDate] = [textAt(child, 'full_name'), textAt(child, 'sex'), textAt(child, 'birth_date')];
  const parents = ['mother', 'father'].flatMap((who) => textAt(blockAt(answers, who), 'personal_number') || []);
  if (!name || !/^(fe)?male$/.test(sex) || !/^\d{4}-\d\d-\d\d$/.test(birthDate) || parents.length === 0) return [];
  return [{ kind: 'birth', name, sex, birthDate, province, parents }];
}

/** The person and those who move with them. */
function movesOf({ answers }: LoadedDossier, name: string): Report[] {
  const dwelling = blockAt(answers, 'dwelling');
  const [commune, detail] = [textAt(dwelling, 'commune'), textAt(dwelling, 'detail')];
  const together = Array.isArray(answers.together) ? answers.together : [];
  const numbers = [answers, ...together].flatMap((one) => textAt(one, 'personal_number') || []);
  if (!/^\d{5}$/.test(commune) || detail === '' || name === '') return [];
  return numbers.map((personalNumber) => ({
    kind: 'residence',
    personalNumber,
    residence: { commune, communeName: name, detail },
  }));
}

const blockAt = (answers: Answers, key: string): Answers => {
  const block = answers[key];
  return isAnswers(block) ? block : {};
};

/** A database is one province. */
async function provinceOf(db: QueryExecutorProvider): Promise<string> {
  const rows = await sql<{ code: string }>`
    select code from organisation.area where level = 'province' and valid_to is null limit 1
  `.execute(db);
  return (rows.rows[0]?.code ?? '').padStart(3, '0');
}

async function communeName(db: QueryExecutorProvider, { answers }: LoadedDossier): Promise<string> {
  const rows = await sql<{ name: string }>`
    select name ->> 'vi' as name from organisation.area
    where level = 'commune' and code = ${textAt(blockAt(answers, 'dwelling'), 'commune')} and valid_to is null
  `.execute(db);
  return rows.rows[0]?.name ?? '';
}
