/** Sealed text: values that only this installation can read back, for a stated time; what passes through other hands, or lies in a backup, says nothing. */
import { hkdfSync, type KeyObject } from 'node:crypto';
import { EncryptJWT, errors as joseErrors, type JWTPayload, jwtDecrypt } from 'jose';
import { asDate, type Instant } from '../calendar/instant.ts';

export async function sealText(
  values: JWTPayload,
  { secret, at, seconds }: { readonly secret: KeyObject; readonly at: Instant; readonly seconds: number },
): Promise<string> {
  return new EncryptJWT(values)
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .setIssuedAt(asDate(at))
    .setExpirationTime(asDate((at + seconds * 1000) as Instant))
    .encrypt(keyOf(secret));
}

/** Undefined when it was not sealed here, was changed, or is too old. */
export async function unsealText<T>(
  sealed: string | undefined,
  { secret, at }: { readonly secret: KeyObject; readonly at: Instant },
): Promise<T | undefined> {
  if (sealed === undefined) return undefined;
  try {
    const { payload } = await jwtDecrypt(sealed, keyOf(secret), {
      currentDate: asDate(at),
      contentEncryptionAlgorithms: ['A256GCM'],
      keyManagementAlgorithms: ['dir'],
    });
    return payload as T;
  } catch (error) {
    if (error instanceof joseErrors.JOSEError) return undefined;
    throw error;
  }
}

const keyOf = (secret: KeyObject): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, '', 'vneid sign-in cookie', 32));
