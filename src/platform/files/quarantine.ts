/** Whether a stored file may be opened, given what the virus check has said so far. */
import type { ScanState } from './antivirus.ts';
import { fileFault, type FileFault } from './file-fault.ts';

/** Undefined means yes. While nobody checks (no clamd configured) an unchecked file opens; a found one never does. */
export function openingFault(scan: ScanState, { checking }: { checking: boolean }): FileFault | undefined {
  if (scan === 'infected') return fileFault('files.infected');
  return scan === 'unknown' && checking ? fileFault('files.quarantined') : undefined;
}
