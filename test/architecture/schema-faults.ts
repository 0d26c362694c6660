/** What a database must not look like: questions to the catalogue of PostgreSQL, each answering the names that break a rule. */
import type { Client } from 'pg';

const OURS = `n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'graphile_worker') and n.nspname !~ '^pg_'`;

/** Between two systems there is no foreign key; a system may reference platform tables, and the platform no system. */
export const foreignKeysBetweenSystems = (client: Client, systemSchemas: readonly string[]): Promise<string[]> =>
  names(
    client,
    `select n.nspname || '.' || r.relname || ' ' || c.conname as name
     from pg_constraint c
     join pg_class r on r.oid = c.conrelid join pg_namespace n on n.oid = r.relnamespace
     join pg_class f on f.oid = c.confrelid join pg_namespace t on t.oid = f.relnamespace
     where c.contype = 'f' and t.nspname = any($1) and t.nspname <> n.nspname`,
    [systemSchemas],
  );

export const tablesWithoutComment = (client: Client): Promise<string[]> =>
  names(
    client,
    `select n.nspname || '.' || r.relname as name from pg_class r join pg_namespace n on n.oid = r.relnamespace
     where r.relkind in ('r', 'p', 'v', 'm') and not r.relispartition and ${OURS} and coalesce(obj_description(r.oid, 'pg_class'), '') = ''`,
  );

/** `<table>_pkey`, `<table>_<what>_fkey`, `…_key`, `…_check`; other indexes `…_index`, or `…_key` when they are unique. */
export const misnamedConstraints = (client: Client): Promise<string[]> =>
  names(
    client,
    `select n.nspname || '.' || r.relname || ' ' || c.conname as name
     from pg_constraint c join pg_class r on r.oid = c.conrelid join pg_namespace n on n.oid = r.relnamespace
     where ${OURS} and not r.relispartition and c.conname !~ case c.contype
       when 'p' then '^' || r.relname || '_pkey$' when 'f' then '^' || r.relname || '_\\w+_fkey$'
       when 'u' then '^' || r.relname || '_(\\w+_)?key$' when 'c' then '^' || r.relname || '_\\w+_check$'
       else '^' end
     union all
     select n.nspname || '.' || r.relname || ' ' || x.relname
     from pg_index i join pg_class x on x.oid = i.indexrelid join pg_class r on r.oid = i.indrelid
     join pg_namespace n on n.oid = r.relnamespace
     where ${OURS} and not r.relispartition and not exists (select from pg_constraint c where c.conindid = x.oid)
       and x.relname !~ ('^' || r.relname || '_\\w+_' || case when i.indisunique then 'key' else 'index' end || '$')`,
  );

/** Money is whole đồng and instants have a zone: neither floats nor times without one. */
export const wrongTypes = (client: Client): Promise<string[]> =>
  names(
    client,
    `select n.nspname || '.' || r.relname || '.' || a.attname || ' ' || t.typname as name
     from pg_attribute a join pg_class r on r.oid = a.attrelid join pg_namespace n on n.oid = r.relnamespace
     join pg_type t on t.oid = a.atttypid
     where r.relkind in ('r', 'p') and ${OURS} and a.attnum > 0 and not a.attisdropped
       and t.typname in ('timestamp', 'time', 'timetz', 'money', 'float4', 'varchar', 'bpchar', 'json', 'char')`,
  );

/** What the running role owns, may create in, or may empty: nothing at all. */
export const powersOfApp = (client: Client): Promise<string[]> =>
  names(
    client,
    `select 'owns ' || n.nspname || '.' || r.relname as name from pg_class r join pg_namespace n on n.oid = r.relnamespace
       where pg_get_userbyid(r.relowner) = 'vamco_app' and n.nspname !~ '^pg_'
     union all select 'owns function ' || p.proname from pg_proc p where pg_get_userbyid(p.proowner) = 'vamco_app'
     union all select 'owns schema ' || nspname from pg_namespace where pg_get_userbyid(nspowner) = 'vamco_app'
     union all select 'owns the database' from pg_database where datname = current_database() and pg_get_userbyid(datdba) = 'vamco_app'
     union all select 'creates in ' || nspname from pg_namespace
       where nspname !~ '^pg_' and has_schema_privilege('vamco_app', oid, 'create')
     union all select 'creates schemas' where has_database_privilege('vamco_app', current_database(), 'create')
     union all select 'empties ' || n.nspname || '.' || r.relname from pg_class r join pg_namespace n on n.oid = r.relnamespace
       where r.relkind in ('r', 'p') and ${OURS} and has_table_privilege('vamco_app', r.oid, 'truncate, references, trigger')
     union all select 'is ' || r.rolname from pg_roles r
       where r.rolname <> 'vamco_app' and pg_has_role('vamco_app', r.oid, 'member')
     union all select 'is more than a role' from pg_roles
       where rolname = 'vamco_app' and (rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or rolreplication)`,
  );

/** A table of the journal that the running role could rewrite. */
export const rewritableJournal = (client: Client): Promise<string[]> =>
  names(
    client,
    `select 'journal.' || r.relname || ' ' || p as name from pg_class r join pg_namespace n on n.oid = r.relnamespace,
       unnest(array['update', 'delete']) p
     where n.nspname = 'journal' and r.relname in ('entry', 'checkpoint', 'position')
       and (has_table_privilege('vamco_app', r.oid, p)
         or p = 'update' and has_any_column_privilege('vamco_app', r.oid, 'update'))`,
  );

export const listTables = (client: Client): Promise<string[]> =>
  names(
    client,
    `select n.nspname || '.' || r.relname as name from pg_class r join pg_namespace n on n.oid = r.relnamespace
     where r.relkind in ('r', 'p') and not r.relispartition and ${OURS}`,
  );

export const listFunctions = (client: Client): Promise<string[]> =>
  names(
    client,
    `select distinct n.nspname || '.' || p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${OURS}`,
  );

async function names(client: Client, sql: string, values: unknown[] = []): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`select name from (${sql}) found order by name`, values);
  return rows.map((row) => row.name);
}
