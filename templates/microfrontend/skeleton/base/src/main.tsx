import { mount } from './remote.tsx';

mount(document.getElementById('root')!);
