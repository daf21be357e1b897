import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { App } from './App.tsx';
import { mount } from './remote.tsx';

describe('the page', () => {
  afterEach(cleanup);

  it('has one heading', () => {
    render(<App />);
    expect(screen.getAllByRole('heading')).toHaveLength(1);
  });

  it('counts how often the button was pressed', () => {
    render(<App />);
    const button = screen.getByRole('button', { name: 'Pressed 0 times' });
    fireEvent.click(button);
    expect(button.textContent).toBe('Pressed 1 time');
  });

  it('comes into an element of another page, and goes again', () => {
    const element = document.createElement('div');
    let unmount = () => {};
    act(() => {
      unmount = mount(element);
    });
    expect(element.querySelector('h1')).not.toBeNull();
    act(() => unmount());
    expect(element.innerHTML).toBe('');
  });
});
