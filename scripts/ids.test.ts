import { expect, it } from 'vitest';
import { modelEnvironment, readCall, UsageError } from './replay/options.ts';

it('an id that begins like an option is an id', () => {
  const id = '-4n0aKq2Zr9sXbQ1LmPtUv_w';
  expect(readCall([id, '--live'], {})).toMatchObject({ subjects: [id], live: true });
  expect(readCall(['--save-case', 'cases', `-${id.slice(0, 23)}`], {})).toMatchObject({ subjects: [`-${id.slice(0, 23)}`], save: 'cases' });
});

it('a wrong call of replay is told what to change', () => {
  expect(() => readCall([], {})).toThrow(UsageError);
  expect(() => readCall(['run', '--modle', 'x'], {})).toThrow(/usage: npm run replay/);
  expect(() => modelEnvironment('some-model', {})).toThrow('set MODEL_BASE_URL');
});

it('the asked model answers alone', () => {
  const env = { MODEL_BASE_URL: 'https://api.example/v1', MODEL_NAME: 'usual', MODEL_API_KEY: 'k' };
  expect(modelEnvironment('other', env)).toMatchObject({ MODEL_NAME: 'other', MODEL_FALLBACKS: '[]' });
  expect(modelEnvironment('planner', env).MODEL_BASE_URL).toBeUndefined();
});
