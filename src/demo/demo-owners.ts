/** Demo owners: citizens of the demonstration whose simulated dossiers they find under "my dossiers". */
import { sql } from 'kysely';
import type { Day } from '../platform/calendar/instant.ts';
import type { Db } from '../platform/db/database.ts';
import type { Owner } from '../simulation/filing.ts';
import { readDemoPeople } from './demo-accounts.ts';

/** Those whose account was made and whose commune is one of the day. */
export async function findOwners(db: Db, day: Day): Promise<Owner[]> {
  const rows = await sql<{ id: string; sub: string }>`
    select a.id, a.vneid_sub as sub from identity.account a
    join organisation.area r on r.code = a.profile #>> '{residence,commune_code}' and r.level = 'commune'
     and (r.valid_from is null or r.valid_from <= ${day}::date) and (r.valid_to is null or r.valid_to >= ${day}::date)
    where a.demo and a.vneid_sub is not null
  `.execute(db);
  const accounts = new Map(rows.rows.map((row) => [row.sub, row.id]));
  return readDemoPeople().flatMap(({ sub, name, gender, birthDate, personalNumber, phone, residence }) => {
    const account = accounts.get(sub);
    const person = { name, sex: gender, birthDate, personalNumber, phone };
    return account === undefined ? [] : [{ account, commune: residence.commune, person }];
  });
}
