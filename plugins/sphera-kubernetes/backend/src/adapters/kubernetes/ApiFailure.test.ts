import { ApiFailure } from './ApiFailure';

describe('what an API server says', () => {
  it('loses its full stop: who shows it sets one', () => {
    const { sentence, status } = ApiFailure.answered(500, {
      message: 'etcdserver: request timed out.',
    });
    expect(sentence).toBe(
      'It answers with an error (500): etcdserver: request timed out',
    );
    expect(status?.message).toBe('etcdserver: request timed out');
  });

  it('is its number where it says nothing', () => {
    expect(ApiFailure.answered(502).sentence).toBe(
      'It answers with an error (502): HTTP 502',
    );
  });
});
