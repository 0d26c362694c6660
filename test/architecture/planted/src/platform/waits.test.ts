/** planted: house every-test-runs every-test-runs every-test-runs */
import { describe, it } from 'vitest';

describe.only('a test', () => {
  it.skip('is set aside', () => undefined);
  it.todo('is not written');
});
