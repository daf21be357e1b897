import { SERVICE_NEEDS } from '@sphera/plugin-creation-common';
import { NEEDS_WITH_PASSWORD } from '../looking/needsWithPassword';
import { readTemplate } from './__testUtils__/readTemplate';

/** What the step of a template that asks for secrets has as their list. */
async function secretsOf(name: 'microservice' | 'microfrontend') {
  const { template } = await readTemplate(name);
  const { steps } = template.spec as { steps: any[] };
  return steps.find(({ action }) => action === 'sphera-creation:create-secrets')
    .input.secrets;
}

describe('the template of a microservice', () => {
  it('asks for a secret for what comes with a password, as the plan says', async () => {
    const secrets = await secretsOf('microservice');
    expect(
      SERVICE_NEEDS.filter(need =>
        secrets.includes(`if '${need}' in parameters.needs`),
      ),
    ).toEqual(NEEDS_WITH_PASSWORD);
  });
});

describe('the template of a microfrontend', () => {
  it('asks for none', async () => {
    expect(await secretsOf('microfrontend')).toEqual([]);
  });
});
