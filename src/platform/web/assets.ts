/** Assets: the built files browsers load, found by their logical name in the manifest that scripts/build-assets.mjs writes. */

/** Logical name (`citizen.css`, `officer.js`, `be-vietnam-pro-400.woff2`) → path with a hash of the content. */
export type AssetManifest = Readonly<Record<string, string>>;

/** Throws when the name was not built: a page without its style sheet is a fault of the build, not of the reader. */
export function assetPath(assets: AssetManifest, name: string): string {
  const path = assets[name];
  if (!path) throw new Error(`no asset named ${name}: build the assets`);
  return path;
}
