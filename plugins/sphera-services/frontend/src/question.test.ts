import { isFiltered, readQuestion, writeQuestion } from './question';

describe('the question in the address', () => {
  it.each([
    [''],
    ['text=pay+ments&team=group%3Adefault%2Fmoney'],
    ['environment=staging&locked=true&mine=true'],
    ['type=microservice&lifecycle=production&system=checkout'],
    ['orderBy=owner&cursor=abc&order=desc&limit=100'],
  ])('is read and written back: %s', address => {
    const question = readQuestion(new URLSearchParams(address));
    expect(writeQuestion(question).toString()).toBe(address);
  });

  it('leaves out what goes without saying', () => {
    const question = {
      order: 'asc',
      mine: false,
      limit: 50,
      text: '',
    } as const;
    expect(writeQuestion(question).toString()).toBe('');
  });

  it('takes no page size that the page does not offer', () => {
    expect(readQuestion(new URLSearchParams('limit=100000')).limit).toBe(50);
  });

  it('filters by anything but order and place', () => {
    expect(isFiltered({ orderBy: 'owner', cursor: 'x', limit: 25 })).toBe(
      false,
    );
    expect(isFiltered({ locked: false })).toBe(true);
  });
});
