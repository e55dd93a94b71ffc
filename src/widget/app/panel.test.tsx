import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Frame } from '../../protocol/frames.ts';
import { FakeStream, refusal, streamOf } from '../testing/fake-bff.ts';
import { closing, opening, status, text } from '../testing/frames.ts';
import { mounted } from '../testing/mounted.tsx';

const field = () => page.getByRole('textbox', { name: 'Your message' });
const answer = (...frames: readonly Frame[]) => streamOf([...opening(), ...frames, ...closing()]);

describe('the panel', () => {
  it('shows nothing and asks nothing of the network before it is opened', async () => {
    const { bff, root } = mounted({});
    await vi.waitFor(() => expect(root.querySelector('.aisle-root')).not.toBeNull());
    expect(page.getByRole('region').query()).toBeNull();
    expect(bff.seen).toEqual([]);
    expect(sessionStorage.length).toBe(0);
  });

  it('greets in the words of the shop and offers its starter questions', async () => {
    const { call, bff } = mounted({
      shop: { name: 'Fieldhouse', greeting: 'Going outdoors?', starter_questions: ['A tent for two'] },
      chat: () => answer(...text('t', 'This one.')),
    });
    call('open');
    await expect.element(page.getByText('Going outdoors?')).toBeVisible();
    await page.getByRole('button', { name: 'A tent for two' }).click();
    await expect.element(page.getByText('This one.')).toBeVisible();
    expect(JSON.parse(bff.seen.find(({ path }) => path === '/v1/chat')?.body ?? '').message.text).toBe('A tent for two');
  });

  it('closes on Escape and gives the focus back to where it was', async () => {
    const button = document.body.appendChild(document.createElement('button'));
    const { call, emitted, root } = mounted({});
    button.focus();
    call('open');
    await vi.waitFor(() => expect(root.activeElement?.tagName).toBe('TEXTAREA'));
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('region')).not.toBeInTheDocument();
    expect(document.activeElement).toBe(button);
    expect(emitted.map(({ name }) => name)).toEqual(['open', 'close']);
    button.remove();
  });

  it('keeps what is typed from the hotkeys of the page', async () => {
    const heard = vi.fn();
    document.addEventListener('keydown', heard);
    const { call } = mounted({});
    call('open');
    await field().click();
    await userEvent.keyboard('s/');
    document.removeEventListener('keydown', heard);
    expect(heard).not.toHaveBeenCalled();
    await expect.element(field()).toHaveValue('s/');
  });

  it('opens again with its draft and its conversation after a page load', async () => {
    const first = mounted({ chat: () => answer(...text('t', 'One answer.')) });
    first.call('ask', 'a question');
    await expect.element(page.getByText('One answer.')).toBeVisible();
    await field().fill('half a thought');
    first.widget.unmount();
    mounted(
      {
        conversation: () => ({
          id: 'conversation-1',
          notes: [],
          messages: [
            { id: 'q', role: 'user', parts: [{ type: 'text', text: 'a question' }], metadata: { at: '' } },
            { id: 'a', role: 'assistant', parts: [{ type: 'text', text: 'One answer.', state: 'done' }], metadata: { at: '' } },
          ],
        }),
      },
      { again: true },
    );
    await expect.element(page.getByText('One answer.')).toBeVisible();
    await expect.element(field()).toHaveValue('half a thought');
  });

  it('reads the conversation of the page before as the shopper whom the shop named meanwhile', async () => {
    const first = mounted({ chat: () => answer(...text('t', 'One answer.')) });
    first.call('ask', 'a question');
    await expect.element(page.getByText('One answer.')).toBeVisible();
    first.widget.unmount();
    const { bff, call } = mounted({ conversation: () => ({ id: 'conversation-1', notes: [], messages: [] }) }, { again: true });
    call('theme', { accent: '#123456' });
    call('identify', { token: 'a.b.c' });
    await vi.waitFor(() => expect(bff.seen.map(({ path }) => path)).toContain('/v1/conversations/conversation-1?locale=en'));
    expect(bff.seen.map(({ headers }) => headers.get('authorization'))).toEqual(bff.seen.map(() => 'Bearer a.b.c'));
  });

  it('leaves the conversation of a shopper who signs out, and sends their token no more', async () => {
    const { bff, call } = mounted({ chat: () => answer(...text('t', 'Your parcel.')) });
    call('identify', { token: 'a.b.c' });
    call('ask', 'where is it?');
    await expect.element(page.getByText('Your parcel.')).toBeVisible();
    call('identify', null);
    await expect.element(page.getByText('Your parcel.')).not.toBeInTheDocument();
    call('ask', 'and now?');
    await expect.element(page.getByText('Your parcel.')).toBeVisible();
    const asked = bff.seen.filter(({ path }) => path === '/v1/chat');
    expect(asked.map(({ headers }) => headers.get('authorization'))).toEqual(['Bearer a.b.c', null]);
    expect(JSON.parse(asked[1]?.body ?? '').conversation_id).toBeUndefined();
  });

  it('leaves nothing behind when it is removed', async () => {
    const { call, widget, root } = mounted({});
    call('open');
    await expect.element(field()).toBeVisible();
    widget.unmount();
    expect(root.childElementCount).toBe(0);
    expect(root.adoptedStyleSheets).toEqual([]);
  });
});

describe('writing', () => {
  it('does not send on the Enter that ends a composition', async () => {
    const { call, bff } = mounted({ chat: () => answer(...text('t', 'ok')) });
    call('open');
    await field().fill('相机');
    const element = field().element();
    const press = (init: KeyboardEventInit) =>
      element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...init }));
    press({ isComposing: true });
    press({ keyCode: 229 });
    expect(bff.seen.filter(({ path }) => path === '/v1/chat')).toEqual([]);
    press({});
    await expect.element(page.getByText('ok')).toBeVisible();
  });

  it('makes a new line of Shift+Enter and grows to five lines', async () => {
    const { call } = mounted({});
    call('open');
    await field().click();
    const one = field().element().clientHeight;
    await userEvent.keyboard('a{Shift>}{Enter}{/Shift}b');
    await expect.element(field()).toHaveValue('a\nb');
    await field().fill('1\n2\n3\n4\n5\n6\n7\n8\n9');
    await vi.waitFor(() => expect(field().element().clientHeight).toBeGreaterThan(one * 2));
    expect(field().element().clientHeight).toBeLessThan(one * 4);
  });

  it('lets the shopper write and send while an answer streams, and stops the old one', async () => {
    const held = new FakeStream();
    const answers = [held.response, answer(...text('t', 'Second.'))];
    const { call, bff } = mounted({ chat: () => answers.shift() ?? refusal(500, 'internal') });
    call('ask', 'first');
    await held.send(...opening(), status('Looking through 312 cameras…'));
    await expect.element(page.getByText('Looking through 312 cameras…')).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Stop answering' })).toBeVisible();
    await field().fill('second');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Second.')).toBeVisible();
    expect(bff.seen.some(({ path }) => path.endsWith('/stop'))).toBe(true);
  });

  it('refuses a message that is too long, and keeps it', async () => {
    const { call } = mounted({});
    call('open');
    await field().fill('x'.repeat(4003));
    await expect.element(page.getByRole('alert')).toHaveTextContent('3 characters too many.');
    await expect.element(page.getByRole('button', { name: 'Send' })).toBeDisabled();
  });
});

describe('an answer', () => {
  it('T5: streams Markdown as elements, and never as HTML', async () => {
    const { call, root } = mounted({
      chat: () =>
        answer(
          ...text(
            't',
            '**Bold** and\n\n- a [link](https://shop.example/)\n- [bad](javascript:alert(1))\n\n<img src=x onerror=alert(1)>\n\n![pixel](https://evil.example/p.png)',
          ),
        ),
    });
    call('ask', 'hello');
    await expect.element(page.getByRole('link', { name: 'link' })).toHaveAttribute('rel', 'noopener noreferrer');
    await expect.element(page.getByText('Bold', { exact: true })).toBeVisible();
    expect(page.getByRole('link').elements()).toHaveLength(1);
    expect(root.querySelector('img')).toBeNull();
    await expect.element(page.getByText('<img src=x onerror=alert(1)>')).toBeVisible();
  });

  it('tells a screen reader only that it began and that it is there', async () => {
    const held = new FakeStream();
    const { call } = mounted({ chat: () => held.response });
    call('ask', 'hello');
    const announced = page.getByRole('status').last();
    await expect.element(announced).toHaveTextContent('Answering');
    await held.send(...opening(), ...text('t', 'Some words'));
    await expect.element(page.getByText('Some words')).toBeVisible();
    await expect.element(announced).toHaveTextContent('Answering');
    await held.send(...closing());
    await expect.element(announced).toHaveTextContent('Answer ready');
    await expect.element(page.getByRole('log')).toHaveAttribute('aria-live', 'off');
  });

  it('goes on after a lost connection without losing or doubling a word', async () => {
    const held = new FakeStream();
    const rest = [...text('t', 'light, ', 'small, ', 'dear').slice(2), ...closing()];
    const { call } = mounted({ chat: () => held.response, stream: () => streamOf(rest, { from: 5 }) });
    call('ask', 'hello');
    await held.send(...opening(), ...text('t', 'light, ').slice(0, 2));
    await expect.element(page.getByText('light,')).toBeVisible();
    await held.cut();
    await expect.element(page.getByText('light, small, dear')).toBeVisible();
  });

  it.each([
    ['rate_limited', 429, 'These were many questions in a short time.'],
    ['unavailable', 503, 'The adviser does not answer right now.'],
    ['unauthorized', 401, 'The shop needs to sign you in again.'],
    ['forbidden', 403, 'The adviser is not switched on for this page.'],
  ])('says what happened and what to do on %s', async (code, httpStatus, sentence) => {
    const { call } = mounted({ chat: () => refusal(httpStatus, code) });
    call('ask', 'hello');
    await expect.element(page.getByRole('log').getByText(sentence, { exact: false })).toBeVisible();
    await expect.element(page.getByRole('log').getByText('hello', { exact: false })).toBeVisible();
  });

  it('offers to try again, and sends the same request', async () => {
    const answers = [refusal(503, 'unavailable'), answer(...text('t', 'Now it works.'))];
    const { call, bff } = mounted({ chat: () => answers.shift() ?? refusal(500, 'internal') });
    call('ask', 'hello');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.element(page.getByText('Now it works.')).toBeVisible();
    const bodies = bff.seen.filter(({ path }) => path === '/v1/chat').map(({ body }) => body);
    expect(bodies[1]).toBe(bodies[0]);
  });

  it('begins a new conversation on request', async () => {
    const { call, bff } = mounted({ chat: () => answer(...text('t', 'Here.')) });
    call('ask', 'hello');
    await page.getByRole('button', { name: 'New conversation' }).click();
    expect(page.getByText('Here.').query()).toBeNull();
    call('ask', 'again');
    await expect.element(page.getByText('Here.')).toBeVisible();
    expect(JSON.parse(bff.seen.findLast(({ path }) => path === '/v1/chat')?.body ?? '').conversation_id).toBeUndefined();
  });
});
