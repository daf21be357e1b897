import { z } from 'zod/v3';

// Control characters but tab and newline, and the marks that reorder text.
const CONTROL = /(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u;
const HTML_TAG = /<[/!?]?[a-z]/i;
const SQL_STATEMENT =
  /;\s*(drop|alter|truncate)\s+(table|database)\b|;\s*(delete\s+from|insert\s+into|update\s+\w+\s+set)\b|\bunion\s+(all\s+)?select\b/i;
const SQL_BREAK_OUT = /['"`]\s*\)?\s*;?\s*--|['"]\s*(or|and)\s+['"\d]\S*\s*=/i;

/**
 * Text that a person writes and others read: trimmed, not empty, without
 * control characters, HTML tags or SQL that tries to break out of a quote. What
 * people write here travels on into chat, pipeline logs and CSV files, whose
 * escaping is not ours to check.
 */
export function plainText(options: { what: string; longest: number }) {
  const { what, longest } = options;
  return z
    .string()
    .trim()
    .min(1, `must not be empty: write ${what}`)
    .max(longest, `is too long: ${what} has at most ${longest} characters`)
    .refine(text => !CONTROL.test(text), {
      message: `must be plain text, without control characters`,
    })
    .refine(text => !HTML_TAG.test(text), {
      message: `must be plain text, without HTML tags`,
    })
    .refine(text => !SQL_STATEMENT.test(text) && !SQL_BREAK_OUT.test(text), {
      message: `must be plain text, without SQL statements`,
    });
}
