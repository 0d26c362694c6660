/** Unused sockets: browsers connect ahead of need, Node counts a connection that has asked nothing as busy, and a stop would wait a minute for it. */
import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** Answers what ends them. */
export function holdUnusedSockets(server: Server): () => void {
  const unused = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  server.on('request', ({ socket }) => unused.delete(socket));
  return () => {
    for (const socket of unused) socket.destroy();
  };
}
