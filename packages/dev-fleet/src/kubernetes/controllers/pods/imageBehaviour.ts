/** How containers of an image behave; its name says so, that a demo or a test can ask for it. */
export type ImageBehaviour = 'normal' | 'crash' | 'missing' | 'oom' | 'pending';

/** Words in a tag. */
const WORDS: ImageBehaviour[] = ['crash', 'missing', 'oom', 'pending'];

/** Words anywhere in an image, as the real control plane of the tests understands them, too. */
const PHRASES: Array<[phrase: string, behaviour: ImageBehaviour]> = [
  ['crashloop', 'crash'],
  ['imagepull-fail', 'missing'],
];

/** `quotes:4.13.0-crash` ends with status 1 soon after each start. */
export function behaviourOf(image: string): ImageBehaviour {
  const phrase = PHRASES.find(([text]) => image.includes(text));
  if (phrase) return phrase[1];
  const tag = image.slice(image.lastIndexOf(':') + 1);
  return WORDS.find(word => tag.includes(word)) ?? 'normal';
}
