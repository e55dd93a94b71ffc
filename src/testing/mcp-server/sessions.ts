import { randomUUID } from 'node:crypto';
import { type McpServer, WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/server';

/** Streamable HTTP of the revision of 2025: each client has a session, and one that is not known (any more) answers 404. */
export function sessionHandler(createServer: () => McpServer): (request: Request) => Promise<Response> {
  const sessions = new Map<string, WebStandardStreamableHTTPServerTransport>();
  return async (request) => {
    const id = request.headers.get('mcp-session-id');
    if (id !== null) return sessions.get(id)?.handleRequest(request) ?? new Response('no such session', { status: 404 });
    const transport = new WebStandardStreamableHTTPServerTransport({
      sessionIdGenerator: randomUUID,
      onsessioninitialized: (issued) => {
        sessions.set(issued, transport);
      },
    });
    await createServer().connect(transport);
    return transport.handleRequest(request);
  };
}
