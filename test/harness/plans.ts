/** Plans: how the database would read what a function asks, for tests of lists that must stay quick however long they grow. */
import type { Kysely, QueryExecutorProvider } from 'kysely';

export interface Planned {
  /** To be given to the function instead of the database. */
  readonly db: QueryExecutorProvider;
  /** Of each statement it has sent, as PostgreSQL explains it. */
  readonly plans: readonly string[];
}

/** Each statement is explained and then run. */
export function explained<T>(db: Kysely<T>): Planned {
  const plans: string[] = [];
  const getExecutor: QueryExecutorProvider['getExecutor'] = () => {
    const executor = db.getExecutor();
    const executeQuery: typeof executor.executeQuery = async (query, ...more) => {
      const plan = await executor.executeQuery({ ...query, sql: `explain ${query.sql}` }, ...more);
      plans.push(plan.rows.map((row) => Object.values(row as Record<string, string>)[0]).join('\n'));
      return executor.executeQuery(query, ...more);
    };
    return new Proxy(executor, {
      get(target, name) {
        if (name === 'executeQuery') return executeQuery;
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
  };
  return { db: { getExecutor }, plans };
}
