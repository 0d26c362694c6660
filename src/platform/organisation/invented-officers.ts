/** Invented officers: one made-up name for each position of a demonstration, always the same for the same position. */
import { createHash } from 'node:crypto';
import type { InventedOfficer, OfficerNames, Position } from './definition.ts';

export function inventOfficers(positions: readonly Position[], names: OfficerNames): InventedOfficer[] {
  return positions.map((position) => inventOfficer(position.key, names));
}

function inventOfficer(position: string, names: OfficerNames): InventedOfficer {
  const digest = createHash('sha256').update(position).digest();
  const pick = (list: readonly string[], at: number): string => list[digest.readUInt16BE(at) % list.length] as string;
  const sex = (digest[0] as number) % 2 === 0 ? 'male' : 'female';
  const fullName = [pick(names.family, 2), pick(names[sex].middle, 4), pick(names[sex].given, 6)].join(' ');
  return { position, fullName, sex, email: `${position.toLowerCase()}@${names.domain}` };
}
