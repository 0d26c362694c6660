/** The template that a slip is printed in: the one in force at the moment the slip was given. */
import type { QueryExecutorProvider } from 'kysely';
import type { Instant } from '../../calendar/instant.ts';
import { listVersions } from '../templates/template-store.ts';
import { versionAt } from '../templates/template-version.ts';
import type { SlipFamily, SlipMeaning } from './slip-forms.ts';
import { slipCode } from './slip-pack.ts';
import { type CompiledSlip, compileSlip } from './slip-template.ts';

/** A family without a slip of that meaning uses the one-stop form. Throws when there is none: then the pack was never loaded. */
export async function findSlip(
  db: QueryExecutorProvider,
  { meaning, family, at }: { readonly meaning: SlipMeaning; readonly family: SlipFamily; readonly at: Instant },
): Promise<CompiledSlip> {
  const codes = [...new Set([slipCode(meaning, family), slipCode(meaning, 'one-stop')])];
  const versions = await listVersions(db, codes);
  const found = codes
    .map((code) =>
      versionAt(
        versions.filter((one) => one.code === code),
        at,
      ),
    )
    .find(Boolean);
  if (!found) throw new Error(`there is no template of ${meaning}`);
  const { compiled, faults } = compileSlip(found.content);
  if (!compiled) throw new Error(`version ${found.version} of ${found.code} is wrong: ${JSON.stringify(faults)}`);
  return compiled;
}
