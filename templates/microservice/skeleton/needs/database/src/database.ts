import { createPool, type Pool } from 'mysql2/promise';
import type { Part, Surroundings } from './part.ts';
import { number, text } from './settings.ts';

/** MySQL or MariaDB. */
export interface Database extends Part {
  pool: Pool;
}

/** `DATABASE_HOST`, `DATABASE_PORT` (3306), `DATABASE_NAME`, `DATABASE_USER`, `DATABASE_PASSWORD`, `DATABASE_CONNECTIONS` (10). */
export function connectDatabase({ env }: Surroundings): Database {
  const pool = createPool({
    host: text(env, 'DATABASE_HOST'),
    port: number(env, 'DATABASE_PORT', 3306),
    database: text(env, 'DATABASE_NAME'),
    user: text(env, 'DATABASE_USER'),
    password: text(env, 'DATABASE_PASSWORD'),
    connectionLimit: number(env, 'DATABASE_CONNECTIONS', 10),
    connectTimeout: 5_000,
  });
  return {
    pool,
    // The pool connects when it is first asked.
    async start() {},
    async check() {
      await pool.query('SELECT 1');
    },
    stop: () => pool.end(),
  };
}
