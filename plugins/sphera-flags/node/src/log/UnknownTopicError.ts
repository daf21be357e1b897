/** There is no such topic. */
export class UnknownTopicError extends Error {
  name = 'UnknownTopicError';
  constructor(topic: string) {
    super(`There is no topic ${topic}`);
  }
}
