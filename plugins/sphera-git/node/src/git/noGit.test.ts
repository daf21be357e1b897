import { givenRepository } from '../testUtils/givenRepository';

it('says in words that there is no git on the machine', async () => {
  const given = await givenRepository();
  const repository = given.open();
  const before = process.env.PATH;
  process.env.PATH = given.newFolder();
  try {
    const said = await repository.head().catch(error => String(error));
    expect(said).toBe(
      'RepositoryError: There is no git on this machine: install it',
    );
  } finally {
    process.env.PATH = before;
    await given.stop();
  }
});
