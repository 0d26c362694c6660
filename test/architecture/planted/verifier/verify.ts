/** planted: depcruise verifier-stands-alone */
import { database } from '../src/platform/db/database.ts';

export const verified = database;
