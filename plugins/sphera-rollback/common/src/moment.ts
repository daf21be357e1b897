import { z } from 'zod/v3';

/** A moment as answers carry it. */
export const moment = (what: string) =>
  z.string().describe(`${what}, ISO 8601 in UTC`);
