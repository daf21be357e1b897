import type { BusLogger } from '../KafkaBusOptions';

/** What was said. */
export class LogOfTest implements BusLogger {
  readonly lines: string[] = [];
  readonly details: string[] = [];
  readonly debug = (line: string) => void this.details.push(line);
  readonly info = (line: string) => void this.lines.push(line);
  readonly warn = (line: string) => void this.lines.push(line);
}
