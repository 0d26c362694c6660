/** Assurance levels: how sure the provider is of who signed in, and what a client may ask for. */

/** 1: an account the person registered alone. 2: identity checked by the police, here shown by a PIN. */
export type Level = 1 | 2;

const ACR_OF_LEVEL: Readonly<Record<Level, string>> = { 1: 'urn:vneid:level:1', 2: 'urn:vneid:level:2' };

export const ACR_VALUES: readonly string[] = Object.values(ACR_OF_LEVEL);

export const acrOf = (level: Level): string => ACR_OF_LEVEL[level];

/** The level of an `acr`; 0 for none or one we do not know. */
export function levelOf(acr: string | undefined): Level | 0 {
  if (acr === ACR_OF_LEVEL[1]) return 1;
  return acr === ACR_OF_LEVEL[2] ? 2 : 0;
}

/** What an authorization request asks for: `least` must be reached, `best` is tried. */
export interface WantedLevels {
  readonly least: Level;
  readonly best: Level;
}

/** Parameters of an authorization request, single and of text: the provider has seen to that. */
export interface RequestParams {
  readonly acr_values?: string;
  readonly claims?: string;
  readonly scope?: string;
  readonly login_hint?: string;
}

/**
 * Reads `acr_values` and `claims.id_token.acr`. Any of the values named is enough, so the lowest must be reached and the
 * highest is tried; a request that names none gets level 1. Undefined: it insists (`essential`) on values we do not know.
 */
export function wantedLevels(params: RequestParams): WantedLevels | undefined {
  const claim = acrClaim(params.claims);
  const named = [
    ...(params.acr_values ?? '').split(' '),
    ...(claim.values ?? []),
    ...(claim.value ? [claim.value] : []),
  ];
  const levels = named.map((acr) => levelOf(acr)).filter((level) => level !== 0);
  if (levels.length === 0) return claim.essential ? undefined : { least: 1, best: 1 };
  return { least: levels.includes(1) ? 1 : 2, best: levels.includes(2) ? 2 : 1 };
}

interface AcrClaim {
  readonly essential?: boolean;
  readonly value?: string;
  readonly values?: readonly string[];
}

/** The `claims` parameter has been checked by the provider: a JSON object. What it says of `acr` may still be anything. */
function acrClaim(claims: string | undefined): AcrClaim {
  if (!claims) return {};
  const acr = (JSON.parse(claims) as { id_token?: { acr?: unknown } }).id_token?.acr;
  if (typeof acr !== 'object' || acr === null) return {};
  const { essential, value, values } = acr as Record<string, unknown>;
  return {
    essential: essential === true,
    ...(typeof value === 'string' && { value }),
    ...(Array.isArray(values) && { values: values.filter((item) => typeof item === 'string') }),
  };
}
