const NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/';

/** An answer of the query protocol. */
export const answerXml = (action: string, result: object): string =>
  `<${action}Response xmlns="${NAMESPACE}"><${action}Result>${elements(
    result,
  )}</${action}Result></${action}Response>`;

/** An error of the query protocol. */
export const errorXml = (type: string, message: string): string =>
  `<ErrorResponse xmlns="${NAMESPACE}"><Error>${elements({
    Type: 'Sender',
    Code: type,
    Message: message,
  })}</Error></ErrorResponse>`;

function elements(fields: object): string {
  return Object.entries(fields)
    .map(([name, value]) => {
      const content =
        typeof value === 'object' ? elements(value) : escaped(String(value));
      return `<${name}>${content}</${name}>`;
    })
    .join('');
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, letter => ENTITIES[letter]);
}
