import type { DemoSource, Language } from '../DemoSource';

/** What a program is built and tested with. */
export const COMMANDS: Record<Language, { test: string; build: string }> = {
  go: { test: 'go test ./...', build: 'go build ./...' },
  kotlin: { test: './gradlew test', build: './gradlew installDist' },
  java: { test: './gradlew test', build: './gradlew installDist' },
  python: { test: 'python -m pytest', build: 'python -m build' },
  react: { test: 'npm test', build: 'npm run build' },
};

/** The files of a program that does as little as it can: by path, without those that say how it is built in pipelines. */
export function programTexts({
  service: { name },
  title,
  language,
}: DemoSource): Record<string, string> {
  switch (language) {
    case 'go':
      return {
        'go.mod': `module kestrel-parcels.example/${name}\n\ngo 1.25\n`,
        'main.go':
          'package main\n\nimport "net/http"\n\nfunc main() {\n\thttp.HandleFunc("/readyz", func(w http.ResponseWriter, _ *http.Request) {})\n\t_ = http.ListenAndServe(":8080", nil)\n}\n',
      };
    case 'python':
      return {
        'pyproject.toml': `[project]\nname = "${name}"\ndynamic = ["version"]\nrequires-python = ">=3.13"\n`,
        [`${name.replace(/-/g, '_')}/__main__.py`]:
          'from http.server import HTTPServer, SimpleHTTPRequestHandler\n\nHTTPServer(("", 8080), SimpleHTTPRequestHandler).serve_forever()\n',
      };
    case 'react':
      return {
        'package.json': `${JSON.stringify(
          {
            name,
            private: true,
            scripts: { build: 'vite build', test: 'vitest run' },
          },
          null,
          2,
        )}\n`,
        'src/App.tsx': `export const App = () => <h1>${title}</h1>;\n`,
      };
    default:
      return {
        'settings.gradle.kts': `rootProject.name = "${name}"\n`,
        [`src/main/${language}/Main.${language === 'java' ? 'java' : 'kt'}`]:
          language === 'java'
            ? 'public class Main {\n  public static void main(String[] args) {\n    System.out.println("ready");\n  }\n}\n'
            : 'fun main() {\n    println("ready")\n}\n',
      };
  }
}
