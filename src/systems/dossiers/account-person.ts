/** The person behind an account: what forms are filled from, and who the dossier is for. */
import type { Db } from '../../platform/db/database.ts';
import { type Address, type Answers, isAnswers } from '../../platform/forms/answers.ts';
import type { PrefillSources } from '../../platform/forms/prefill.ts';
import type { SignedIn } from '../../platform/identity/signed-in.ts';
import type { Profile } from '../../platform/identity/tables.ts';
import { textAt } from './application.ts';
import type { Applicant } from './submission.ts';

export interface AccountPerson {
  readonly name: string;
  readonly personalNumber: string | null;
  readonly taxCode: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly profile: Profile | null;
  readonly byVneid: boolean;
}

export async function findAccountPerson<T>(db: Db<T>, accountId: string): Promise<AccountPerson> {
  const found = await (db as unknown as Db)
    .selectFrom('identity.account')
    .select(['name', 'personal_number', 'tax_code', 'phone', 'email', 'profile', 'vneid_sub'])
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow();
  return {
    name: found.name,
    personalNumber: found.personal_number,
    taxCode: found.tax_code,
    phone: found.phone,
    email: found.email,
    profile: found.profile,
    byVneid: found.vneid_sub !== null,
  };
}

/** `account.…` of the forms. What is not known stays a question. */
export function prefillFrom(person: AccountPerson): PrefillSources {
  const { profile } = person;
  const values: Record<string, Answers[string]> = {
    ...(person.taxCode === null
      ? { full_name: person.name.toLocaleUpperCase('vi') }
      : { organisation_name: person.name, organisation_code: person.taxCode }),
    ...(person.personalNumber && {
      personal_number: person.personalNumber,
      id_kind: 'identity-card',
      nationality: 'VN',
    }),
    ...(person.phone && { phone: person.phone }),
    ...(person.email && { email: person.email }),
    ...(profile?.birth_date && { birth_date: profile.birth_date }),
    ...(profile?.sex && { sex: profile.sex }),
    ...(profile?.residence && { residence: residenceOf(profile.residence) }),
  };
  const label = person.byVneid
    ? { vi: 'tài khoản VNeID', en: 'the VNeID account' }
    : { vi: 'tài khoản của bạn', en: 'your account' };
  return { account: { label, values } };
}

const TAY_NINH = '80';

function residenceOf(residence: NonNullable<Profile['residence']>): Address {
  return {
    province: residence.commune_code ? TAY_NINH : '',
    commune: residence.commune_code ?? residence.commune_name ?? '',
    detail: residence.detail ?? '',
  };
}

/** An address of the register as forms keep one; of a commune outside the province the name stands for the code. */
export const registeredAddress = (
  communes: readonly { readonly value: string }[],
  { commune, communeName, detail }: { readonly commune: string; readonly communeName: string; readonly detail: string },
): Address =>
  communes.some(({ value }) => value === commune)
    ? { province: TAY_NINH, commune, detail }
    : { province: '', commune: communeName, detail };

/** Who files: the account, with phone and mail as just given in the form where it asks for them. */
export function applicantOf(signedIn: SignedIn, person: AccountPerson, answers: Answers): Applicant {
  const requester = isAnswers(answers.requester) ? answers.requester : {};
  const phone = textAt(requester, 'phone') || person.phone;
  const email = textAt(requester, 'email') || person.email;
  return {
    name: signedIn.name,
    ...(person.personalNumber && { personalNumber: person.personalNumber }),
    ...(phone && { phone }),
    ...(email && { email }),
  };
}
