import { renderInTestApp } from '@backstage/frontend-test-utils';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { SearchBox } from './SearchBox';

/** A page that takes its time to go on with what was searched for, as one with much on it does. */
function renderPage() {
  const searched: string[] = [];
  let goOn = (_text: string) => {};
  function Page() {
    const [text, setText] = useState('');
    goOn = setText;
    return (
      <SearchBox
        label="Search services"
        placeholder="Search"
        longest={100}
        text={text}
        onSearch={wanted => searched.push(wanted)}
      />
    );
  }
  renderInTestApp(<Page />);
  return {
    searched,
    /** The page is about this text from now on. */
    goOn: (text: string) => act(() => goOn(text)),
  };
}

const box = () => screen.findByRole('searchbox', { name: 'Search services' });

describe('a search box', () => {
  it('keeps what was typed while the page went on with the letters before', async () => {
    const { searched, goOn } = renderPage();
    await userEvent.type(await box(), 'Mo');
    await waitFor(() => expect(searched).toContain('Mo'));
    await userEvent.type(await box(), 'on');
    goOn('Mo');
    expect(await box()).toHaveValue('Moon');
    await waitFor(() => expect(searched.at(-1)).toBe('Moon'));
    goOn('Moon');
    expect(await box()).toHaveValue('Moon');
  });

  it('searches for what stands in it, also where that is what the page was about before', async () => {
    const { searched, goOn } = renderPage();
    await userEvent.type(await box(), 'Mo');
    await waitFor(() => expect(searched).toContain('Mo'));
    await userEvent.clear(await box());
    goOn('Mo');
    expect(await box()).toHaveValue('');
    await waitFor(() => expect(searched.at(-1)).toBe(''));
  });

  it('follows the page where that is about something else', async () => {
    const { searched, goOn } = renderPage();
    await userEvent.type(await box(), 'Moon');
    await waitFor(() => expect(searched.at(-1)).toBe('Moon'));
    goOn('Moon');
    goOn('');
    expect(await box()).toHaveValue('');
    goOn('Moon');
    expect(await box()).toHaveValue('Moon');
  });
});
