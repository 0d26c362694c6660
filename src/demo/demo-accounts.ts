/** Demo accounts: the officers of every position with one password, and the citizens that the simulated VNeID signs in. */
import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { packFolderOf, fromRoot } from '../platform/config/project-root.ts';
import { createAccount } from '../platform/identity/account.ts';
import { DEMO_ADMINISTRATOR, makeDemoOfficers } from '../platform/identity/demo-officers.ts';
import { programActor } from '../platform/identity/signed-in.ts';
import { readOrganisation } from '../platform/organisation/pack.ts';
import type { Platform } from '../platform/system/platform.ts';

/** Of every officer of a demonstration, which is served to one machine only; printed at the start. */
export const DEMO_PASSWORD = 'vam-co-trinh-dien';
/** Phường Tân Ninh: whose officers are named at the start. */
export const DEMO_COMMUNE = '25459';
/** What the simulated VNeID asks for at level 2. */
const DEMO_PIN = '123456';

/** A person of the simulated VNeID, as simulators/vneid/people.json tells. */
export interface DemoPerson {
  readonly sub: string;
  readonly name: string;
  readonly personalNumber: string;
  readonly gender: 'male' | 'female';
  readonly birthDate: string;
  readonly phone: string;
  readonly email?: string;
  readonly level: 1 | 2;
  readonly residence: { readonly commune: string; readonly communeName: string; readonly detail: string };
}

export function readDemoPeople(): readonly DemoPerson[] {
  const file = JSON.parse(readFileSync(fromRoot('simulators/vneid/people.json'), 'utf8')) as { people: DemoPerson[] };
  return file.people;
}

/** Idempotent. Answers how many accounts were made. */
export async function makeDemoAccounts(platform: Platform): Promise<number> {
  const { organisation } = readOrganisation(packFolderOf(platform.config.province));
  if (!organisation) throw new Error('the organisation of the province pack is not usable');
  const { db, mode, clock } = platform;
  const officers = await makeDemoOfficers(db, { organisation, password: DEMO_PASSWORD, mode, clock });
  const citizens = mode === 'demo' ? await makeDemoCitizens(platform) : 0;
  return citizens + (officers.kind === 'made' ? officers.accounts : 0);
}

/** Their first sign-in through VNeID finds the account by its subject, with the dossiers it owns already. */
async function makeDemoCitizens({ db, clock }: Platform): Promise<number> {
  const known = await sql<{
    sub: string;
  }>`select vneid_sub as sub from identity.account where vneid_sub is not null`.execute(db);
  const subjects = new Set(known.rows.map((row) => row.sub));
  let made = 0;
  for (const person of readDemoPeople().filter(({ sub }) => !subjects.has(sub))) {
    const created = await createAccount(db, programActor('demo.accounts'), {
      kind: 'citizen',
      name: person.name,
      personalNumber: person.personalNumber,
      vneidSub: person.sub,
      phone: person.phone,
      ...(person.email ? { email: person.email } : {}),
      profile: {
        birth_date: person.birthDate,
        sex: person.gender,
        residence: {
          commune_code: person.residence.commune,
          commune_name: person.residence.communeName,
          detail: person.residence.detail,
        },
      },
      demo: true,
      at: clock(),
    });
    if (created.kind === 'created') made += 1;
  }
  return made;
}

/** What is printed beside the address: who can sign in, and how. Officers of the commune whose dossiers the citizens of the demo file. */
export function demoWelcome(config: { readonly dossiers: number }): string {
  const officers = [
    [`ttpvhcc-${DEMO_COMMUNE}.tn`, 'tiếp nhận một cửa, phường Tân Ninh'],
    [`vp-${DEMO_COMMUNE}.ht`, 'tư pháp - hộ tịch, phường Tân Ninh'],
    [`ubnd-${DEMO_COMMUNE}.ct`, 'lãnh đạo ký, phường Tân Ninh'],
    [`vp-${DEMO_COMMUNE}.vt`, 'văn thư, phường Tân Ninh'],
    [DEMO_ADMINISTRATOR, 'người quản trị'],
  ] as const;
  return [
    'Bản trình diễn: mọi người, mọi hồ sơ đều là mô phỏng. A demonstration: everybody and everything in it is simulated.',
    `  Cán bộ / officers, mật khẩu / password ${DEMO_PASSWORD}:`,
    ...officers.map(([login, what]) => `    ${login.padEnd(20)} ${what}`),
    `  Người dân / citizens: nút “Đăng nhập bằng VNeID (mô phỏng)”, chọn một người, mã PIN ${DEMO_PIN}.`,
    ...(config.dossiers === 0
      ? []
      : [
          `  Khoảng ${config.dossiers} hồ sơ mô phỏng đang được tạo. Some ${config.dossiers} simulated dossiers are being made.`,
        ]),
  ].join('\n');
}
