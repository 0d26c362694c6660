/** A house whose portal signs people in through the simulated VNeID, which runs as the program it is. */
import type { FastifyInstance } from 'fastify';
import { type RunningSimulator, startSimulator } from '../../simulators/start-simulator.ts';
import { VNEID_RETURN_PATH } from '../../src/platform/identity/sign-in-routes.tsx';
import { SIGNED_OUT_PATH } from '../../src/platform/identity/vneid-sign-out.ts';
import { serverOf } from './browse.ts';
import { aHouse, type House } from './house.ts';

export interface VneidHouse {
  readonly house: House;
  readonly server: FastifyInstance;
  readonly vneid: RunningSimulator;
  close(): Promise<void>;
}

/** `publicUrl` is where the provider sends people back to; nothing listens there, the tests carry its answers over. */
export async function aVneidHouse(publicUrl: string): Promise<VneidHouse> {
  const vneid = await startSimulator('vneid', {
    CLIENT_ID: 'portal',
    CLIENT_SECRET: 'secret',
    REDIRECT_URIS: `${publicUrl}${VNEID_RETURN_PATH}`,
    POST_LOGOUT_REDIRECT_URIS: `${publicUrl}${SIGNED_OUT_PATH}`,
  });
  const house = await aHouse({
    PUBLIC_URL: publicUrl,
    OIDC_ISSUER: vneid.url,
    OIDC_CLIENT_ID: 'portal',
    OIDC_CLIENT_SECRET: 'secret',
  });
  const server = await serverOf(house);
  return {
    house,
    server,
    vneid,
    async close() {
      await server.close();
      await house.close();
      await vneid.stop();
    },
  };
}
