import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';

/**
 * Shows the page in an element. Other pages take it in with
 * `const { mount } = await import('https://…/remote.js')`.
 *
 * @returns takes it away again
 */
export function mount(element: Element): () => void {
  const root = createRoot(element);
  root.render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
  return () => root.unmount();
}
