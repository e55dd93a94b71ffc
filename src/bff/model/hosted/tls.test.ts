import { expect, it, onTestFinished } from 'vitest';
import { say } from '../../../testing/scripted-model/script.ts';
import { startScriptedModel } from '../../../testing/scripted-model/server.ts';
import { hasOpenssl, startTlsFront } from '../../../testing/tls-front.ts';
import { createHostedModel } from './hosted.ts';
import { listen } from './testing.ts';

it.skipIf(!hasOpenssl)('a model behind TLS is read as one without', async () => {
  const model = await startScriptedModel([say('A light camera, 390 g.')]);
  const front = await startTlsFront(model.url);
  onTestFinished(async () => {
    front.close();
    await model.close();
  });
  expect(await listen(createHostedModel({ base_url: front.url, name: 'scripted' }))).toMatchObject({ text: 'A light camera, 390 g.' });
});

it.skipIf(!hasOpenssl)('a model behind TLS that nobody vouches for is not asked', async () => {
  const model = await startScriptedModel([say('never')]);
  const front = await startTlsFront(model.url);
  front.trust(false);
  onTestFinished(async () => {
    front.close();
    await model.close();
  });
  const heard = await listen(createHostedModel({ base_url: front.url, name: 'scripted', random: () => 0 }));
  expect(heard.failure).toMatchObject({ code: 'unavailable' });
  expect(model.requests).toHaveLength(0);
});
