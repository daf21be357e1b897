import { jobsOf } from './Workflow';

const workflow = `
name: CI
on:
  push: { branches: [main] }
  pull_request:
jobs:
  build:
    runs-on: ubuntu-latest
  merge-freeze:
    name: sphera/merge-freeze
    if: github.event_name != 'push'
  image:
    needs: build
    if: github.event_name == 'push'
  deploy-to-staging:
    if: \${{ github.event_name == 'push' }}
`;

describe('the jobs of a workflow', () => {
  it('are those whose conditions go with the event', () => {
    expect(jobsOf(workflow, 'push')).toEqual([
      { name: 'build' },
      { name: 'image', does: 'image' },
      { name: 'deploy-to-staging', does: 'deploy', environment: 'staging' },
    ]);
    expect(jobsOf(workflow, 'pull_request')).toEqual([
      { name: 'build' },
      { name: 'sphera/merge-freeze' },
    ]);
  });

  it.each([
    ['on: push', 1],
    ['on: [push, pull_request]', 1],
    ['on: { workflow_dispatch: }', 0],
    ['on: pull_request', 0],
  ])('are there for a push with "%s": %i', (on, count) => {
    const text = `${on}\njobs: { build: { steps: [] } }\n`;
    expect(jobsOf(text, 'push')).toHaveLength(count);
  });

  it('are none where the file is no workflow', () => {
    expect(jobsOf('a: [', 'push')).toEqual([]);
    expect(jobsOf('', 'push')).toEqual([]);
  });

  it('are called as they are written where a name would have to be worked out', () => {
    const text =
      'on: push\njobs: { test: { name: "Node ${{ matrix.node }}" } }';
    expect(jobsOf(text, 'push')).toEqual([{ name: 'test' }]);
  });
});
