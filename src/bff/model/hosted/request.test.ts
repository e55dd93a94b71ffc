import { describe, expect, it } from 'vitest';
import type { ModelRequest } from '../port.ts';
import { chatAddress } from './address.ts';
import { type ProfileName, profileOf, profiles } from './profiles.ts';
import { requestBody } from './request.ts';

const call = { id: 'call_1', name: 'search_db', arguments: '{"query":"相机"}' };
const request: ModelRequest = {
  messages: [
    { role: 'system', text: 'You advise.' },
    { role: 'user', text: '有轻便的相机吗？' },
    {
      role: 'assistant',
      text: '',
      calls: [call],
      provider: { from: 'h/m', reasoning_content: 'They want light.', reasoning_details: [{ type: 'x' }] },
    },
    { role: 'tool', call_id: 'call_1', name: 'search_db', text: '2 items', ok: true, data: { secret: 'for the planner' } },
    { role: 'assistant', text: '有两款。', calls: [] },
  ],
  tools: [{ name: 'search_db', description: 'Searches.', parameters: { type: 'object' } }],
  max_output_tokens: 1500,
  facts: { locale: 'zh-CN' },
};

const sent = (profile: ProfileName, from = 'h/m') => JSON.parse(requestBody(request, { name: 'm', from, profile: profiles[profile] }));

describe('a request', () => {
  it('maps every role, replays ids, and sends neither facts nor a tool’s data', () => {
    expect(sent('deepseek')).toEqual({
      model: 'm',
      messages: [
        { role: 'system', content: 'You advise.' },
        { role: 'user', content: '有轻便的相机吗？' },
        {
          role: 'assistant',
          content: null,
          reasoning_content: 'They want light.',
          tool_calls: [{ id: 'call_1', type: 'function', function: { name: 'search_db', arguments: '{"query":"相机"}' } }],
        },
        { role: 'tool', tool_call_id: 'call_1', content: '2 items' },
        { role: 'assistant', content: '有两款。' },
      ],
      tools: [{ type: 'function', function: { name: 'search_db', description: 'Searches.', parameters: { type: 'object' } } }],
      max_tokens: 1500,
      stream: true,
      stream_options: { include_usage: true },
    });
  });

  it('sends each provider only the fields it takes', () => {
    expect(sent('openai')).toMatchObject({ max_completion_tokens: 1500 });
    expect(sent('openai')).not.toHaveProperty('max_tokens');
    expect(sent('mistral')).not.toHaveProperty('stream_options');
    expect(sent('qwen')).toMatchObject({ parallel_tool_calls: true });
    expect(sent('generic')).not.toHaveProperty('parallel_tool_calls');
    expect(sent('openai').messages[2]).not.toHaveProperty('reasoning_content');
    expect(sent('openrouter').messages[2]).toMatchObject({ reasoning_details: [{ type: 'x' }] });
  });

  it('gives one model’s reasoning to no other', () => {
    expect(sent('deepseek', 'elsewhere/n').messages[2]).not.toHaveProperty('reasoning_content');
  });

  it('maps ids that a provider would refuse to stable ones, the same in the call and in its result', () => {
    const [, , assistant, tool] = sent('mistral').messages;
    expect(assistant.tool_calls[0].id).toMatch(/^[a-zA-Z0-9]{9}$/);
    expect(tool).toMatchObject({ tool_call_id: assistant.tool_calls[0].id, name: 'search_db' });
  });

  it('is the same bytes each time', () => {
    const bytes = () => requestBody(structuredClone(request), { name: 'm', from: 'h/m', profile: profiles.generic });
    expect(bytes()).toBe(bytes());
  });
});

describe('a base URL', () => {
  it.each([
    ['https://api.openai.com/v1', 'https://api.openai.com/v1/chat/completions'],
    ['https://api.mistral.ai/v1/', 'https://api.mistral.ai/v1/chat/completions'],
    [
      'https://shop.openai.azure.com/openai/v1?api-version=preview',
      'https://shop.openai.azure.com/openai/v1/chat/completions?api-version=preview',
    ],
    ['http://127.0.0.1:8000/v1', 'http://127.0.0.1:8000/v1/chat/completions'],
    ['http://localhost:11434/v1', 'http://localhost:11434/v1/chat/completions'],
    ['http://[::1]:8000/v1', 'http://[::1]:8000/v1/chat/completions'],
    // Another spelling of 127.0.0.1.
    ['http://0x7f.1/v1', 'http://127.0.0.1/v1/chat/completions'],
  ])('%s is used', (base, address) => {
    expect(chatAddress(base).href).toBe(address);
  });

  it.each([
    'http://api.example.com/v1',
    'http://127.0.0.1.example.com/v1',
    'http://10.0.0.1/v1',
    'ftp://127.0.0.1/',
    'https://user:pass@api.example.com/v1',
    'v1',
    '',
  ])('%s is refused', (base) => {
    expect(() => chatAddress(base)).toThrow(TypeError);
  });

  it.each([
    ['https://api.openai.com/v1', 'openai'],
    ['https://shop.openai.azure.com/openai/v1', 'azure'],
    ['https://api.deepseek.com', 'deepseek'],
    ['https://api.mistral.ai/v1', 'mistral'],
    ['https://api.x.ai/v1', 'xai'],
    ['https://openrouter.ai/api/v1', 'openrouter'],
    ['https://dashscope-intl.aliyuncs.com/compatible-mode/v1', 'qwen'],
    ['http://localhost:11434/v1', 'ollama'],
    ['https://notopenai.com/v1', 'generic'],
  ])('%s names the profile %s', (base, profile) => {
    expect(profileOf(new URL(base))).toBe(profile);
  });
});
