/** Saves a response as a file of the browser, under the name that it gives. */
export async function saveResponse(
  response: Response,
  otherwise: string,
): Promise<void> {
  // The browser keeps a large blob on its disk; nothing here holds it in memory.
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = nameOf(response) ?? otherwise;
  link.click();
  // Firefox reads the file after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

function nameOf(response: Response): string | undefined {
  const disposition = response.headers.get('content-disposition') ?? '';
  return /filename="([^"]+)"/.exec(disposition)?.[1];
}
