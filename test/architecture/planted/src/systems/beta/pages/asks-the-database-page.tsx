/** planted: depcruise pages-are-pure */
import { Client } from 'pg';

export const AsksTheDatabasePage = () => <p>{new Client().host}</p>;
