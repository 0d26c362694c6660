/** What the provider remembers, kept in memory: sessions, codes and tokens end with the program. */
import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

interface Kept {
  readonly payload: AdapterPayload;
  readonly until: number;
}

/** One store for one provider. Every model has its own keys in it. */
export function memoryAdapter(): AdapterFactory {
  const store = new Map<string, Kept>();
  return (model) => adapterFor(model, store);
}

function adapterFor(model: string, store: Map<string, Kept>): Adapter {
  const prefix = `${model}:`;
  const find = async (id: string) => {
    const kept = store.get(prefix + id);
    return kept && kept.until > Date.now() ? kept.payload : undefined;
  };
  const findBy = async (field: 'uid' | 'userCode', value: string) => {
    const found = [...store].find(([key, { payload }]) => key.startsWith(prefix) && payload[field] === value);
    return found && find(found[0].slice(prefix.length));
  };
  return {
    find,
    findByUid: (uid) => findBy('uid', uid),
    findByUserCode: (code) => findBy('userCode', code),
    async upsert(id, payload, expiresIn = Number.POSITIVE_INFINITY) {
      forgetExpired(store);
      store.set(prefix + id, { payload, until: Date.now() + expiresIn * 1000 });
    },
    async consume(id) {
      const payload = await find(id);
      if (payload) payload.consumed = Math.floor(Date.now() / 1000);
    },
    async destroy(id) {
      store.delete(prefix + id);
    },
    async revokeByGrantId(grantId) {
      for (const [key, { payload }] of store) if (payload.grantId === grantId) store.delete(key);
    },
  };
}

function forgetExpired(store: Map<string, Kept>): void {
  const now = Date.now();
  for (const [key, { until }] of store) if (until <= now) store.delete(key);
}
