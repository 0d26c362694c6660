/** planted: depcruise pages-are-pure */
import { database } from '../../../db/database.ts';

export const Asker = () => <p>{database}</p>;
