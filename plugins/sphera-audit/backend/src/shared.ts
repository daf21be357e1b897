/**
 * Work that runs once at a time: whoever asks while it runs, or a while after,
 * gets the same answer.
 * @param keptMs how long an answer is good for, in milliseconds
 */
export function shared<T>(work: () => Promise<T>, keptMs = 0) {
  let answer: Promise<T> | undefined;
  const forget = () => {
    answer = undefined;
  };
  return (): Promise<T> => {
    if (!answer) {
      answer = work();
      answer.then(() => setTimeout(forget, keptMs).unref(), forget);
    }
    return answer;
  };
}
