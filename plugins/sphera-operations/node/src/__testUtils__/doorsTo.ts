import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import request from 'supertest';

/** What came back through a door: the output, or the sentence of the refusal. */
export type DoorAnswer =
  | { ok: true; output: unknown }
  | { ok: false; message: string };

/** Asks for an operation of the test capability through one door. */
export type Door = (
  authorization: string,
  operation: string,
  input: unknown,
) => Promise<DoorAnswer>;

/** Every door to the operations of a plugin. */
export function doorsTo(
  server: Server,
  plugin: string,
): Record<'HTTP' | 'actions registry' | 'MCP', Door> {
  const answerOf = ({ status, body }: request.Response, output: unknown) =>
    status < 400
      ? ({ ok: true, output } as const)
      : ({ ok: false, message: String(body.error?.message) } as const);
  return {
    HTTP: async (authorization, operation, input) => {
      const response = await request(server)
        .post(`/api/${plugin}/v1/${operation}`)
        .set('authorization', authorization)
        .send(input as object);
      return answerOf(response, response.body);
    },
    'actions registry': async (authorization, operation, input) => {
      const response = await request(server)
        .post(
          `/api/${plugin}/.backstage/actions/v1/actions/${plugin}:${operation}/invoke`,
        )
        .set('authorization', authorization)
        .send(input as object);
      return answerOf(response, response.body.output);
    },
    MCP: (authorization, operation, input) =>
      throughMcp(server, authorization, `${plugin}.${operation}`, input),
  };
}

async function throughMcp(
  server: Server,
  authorization: string,
  tool: string,
  input: unknown,
): Promise<DoorAnswer> {
  const { port } = server.address() as AddressInfo;
  const transport = new StreamableHTTPClientTransport(
    new URL(`http://localhost:${port}/api/mcp-actions/v1`),
    { requestInit: { headers: { authorization } } },
  );
  const client = new Client({ name: 'test', version: '1' });
  try {
    await client.connect(transport);
    const result: any = await client.callTool({
      name: tool,
      arguments: input as Record<string, unknown>,
    });
    const text: string = result.content?.[0]?.text ?? '';
    if (result.isError) return { ok: false, message: text };
    const json = /```json\n(.*)\n```/s.exec(text)?.[1] ?? text;
    return { ok: true, output: result.structuredContent ?? JSON.parse(json) };
  } catch (error) {
    return { ok: false, message: String(error) };
  } finally {
    await client.close();
  }
}
