import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { settingsSchema } from './settingsSchema';

const documented = readFileSync(join(__dirname, '../../config.d.ts'), 'utf8');
const { stages } = settingsSchema.shape;
const stage = stages.unwrap().element;
const step = stage.shape.steps.element;
const action = step.shape.action.unwrap();

describe('each key of sphera.lifecycle', () => {
  it.each(
    [settingsSchema, stage, step, action].flatMap(schema =>
      Object.keys(schema.shape),
    ),
  )('is in config.d.ts: %s', key => {
    expect(documented).toMatch(new RegExp(`\\b${key}\\??:`));
  });
});
