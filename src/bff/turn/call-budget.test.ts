import { expect, it } from 'vitest';
import { CallBudget } from './call-budget.ts';

it('the very same call runs twice, not three times, and other calls still do', () => {
  const budget = new CallBudget(8);
  expect(budget.take('search_db', '{}')).toBeNull();
  expect(budget.take('search_db', '{}')).toBeNull();
  expect(budget.take('search_db', '{}')).toMatch(/already/);
  expect(budget.take('search_db', '{"query":"x"}')).toBeNull();
});

it('after the last call every call is refused with a way on', () => {
  const budget = new CallBudget(1);
  expect(budget.take('a', '{}')).toBeNull();
  expect(budget.spent).toBe(true);
  expect(budget.take('b', '{}')).toMatch(/Answer now/);
});
