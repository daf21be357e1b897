import type { DemoSource } from '../DemoSource';
import { COMMANDS } from './programTexts';

/** The workflow that tests each change, and makes an image of each that came to `main`. */
export function workflowText({ language, service }: DemoSource): string {
  const { test, build } = COMMANDS[language];
  return `name: ci

on:
  push:
    branches: [main]
  pull_request:

permissions:
  contents: read

jobs:
  build:
    name: build
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: ${test}
      - run: ${build}

  image:
    name: image
    needs: build
    if: github.event_name == 'push'
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: docker build --tag "$IMAGE" . && docker push "$IMAGE"
        env:
          IMAGE: \${{ vars.IMAGES }}/${service.name}:\${{ github.sha }}
`;
}
