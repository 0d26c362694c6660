/** Installing the job engine: graphile-worker's own schema, made by the database's owner, usable by the role the program runs as. */
import { Logger, runMigrations } from 'graphile-worker';
import type { ClientBase } from 'pg';

/** Its tables have row-level security switched on, and only the owner passes without a policy. */
const OPEN_TO_PROGRAM = `
  grant usage on schema graphile_worker to vamco_app;
  grant select, insert, update, delete on all tables in schema graphile_worker to vamco_app;
  grant usage on all sequences in schema graphile_worker to vamco_app;
  grant execute on all functions in schema graphile_worker to vamco_app;
  do $$ declare t regclass; begin
    for t in select c.oid from pg_class c where c.relnamespace = 'graphile_worker'::regnamespace and c.relrowsecurity
      and not exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'vamco_app')
    loop
      execute format('create policy vamco_app on %s to vamco_app using (true) with check (true)', t);
    end loop;
  end $$;
`;

/** Idempotent; `client` is connected as the owner too. */
export async function installJobs(ownerUrl: string, client: ClientBase): Promise<void> {
  await runMigrations({ connectionString: ownerUrl, maxPoolSize: 2, logger: SILENT });
  await client.query('begin');
  await client.query(OPEN_TO_PROGRAM);
  await client.query('commit');
}

const SILENT = new Logger(() => () => undefined);

export async function areJobsInstalled(client: ClientBase): Promise<boolean> {
  const found = await client.query<{ present: boolean }>(
    `select to_regclass('graphile_worker._private_jobs') is not null as present`,
  );
  return found.rows[0]?.present ?? false;
}
