/** OpenSSL throws on keys and certificates it cannot work with; what a stranger sent is an answer, never a crash. */

/** Undefined when the crypto library refuses; anything else that is thrown goes on. */
export function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}
