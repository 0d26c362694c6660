/** Types of build-assets.mjs, which is plain JavaScript because the starter runs it before anything is built. */
export const ASSET_PREFIX: string;
/** Answers the manifest: logical name → path under /assets/. */
export function buildAssets(outDir: string): Promise<Record<string, string>>;
