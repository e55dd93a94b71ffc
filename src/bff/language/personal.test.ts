import { describe, expect, it } from 'vitest';
import { personalIn } from './personal.ts';

const found = (text: string) => personalIn(text).map(({ kind, start, end }) => [kind, text.slice(start, end)]);

describe('personal data in texts', () => {
  it.each([
    ['write to mei.lin@example.com please', 'email', 'mei.lin@example.com'],
    ['我的电话是13812345678,晚上打', 'phone', '13812345678'],
    ['手机 138 1234 5678', 'phone', '138 1234 5678'],
    ['座机010-62345678', 'phone', '010-62345678'],
    ['call +44 20 7946 0958 after six', 'phone', '+44 20 7946 0958'],
    ['call (415) 555-2671', 'phone', '(415) 555-2671'],
    ['card 4111 1111 1111 1111 expires soon', 'card', '4111 1111 1111 1111'],
    ['身份证11010519491231002X', 'id', '11010519491231002X'],
    ['SSN 078-05-1120', 'id', '078-05-1120'],
    ['passport no: E12345678', 'id', 'E12345678'],
    ['微信号:mei_lin88', 'account', 'mei_lin88'],
    ['寄到浙江省杭州市西湖区文三路90号东部软件园1号楼', 'address', '浙江省杭州市西湖区文三路90号'],
    ['ship to 221B Baker Street, London', 'address', '221B Baker Street, London'],
    ['send it to 1600 Pennsylvania Ave, Apt 4, Washington, DC 20500', 'address', '1600 Pennsylvania Ave, Apt 4, Washington, DC 20500'],
    ['我叫王小明,想租相机', 'name', '王小明'],
    ['My name is Ada Lovelace and I need a lens', 'name', 'Ada Lovelace'],
    ['订单号 20261121', 'number', '20261121'],
    ['waybill 7731 2200 8812 31', 'number', '7731 2200 8812 31'],
  ])('%s', (text, kind, value) => {
    expect(found(text).find(([each]) => each === kind)?.[1]).toContain(value);
  });

  it('takes no longer for what was written to hold it up', () => {
    const hostile = ['市', '省市区县', '路', '街1号', '街1号111111', 'a.', 'Aa ', '1-', '1 Aa '].map((piece) =>
      piece.repeat(16_000 / piece.length),
    );
    const began = process.cpuUsage();
    for (const text of hostile) personalIn(text);
    const { user } = process.cpuUsage(began);
    // Quadratic ones took minutes; a generous bound, since no unit test measures speed.
    expect(user / 1000).toBeLessThan(5000);
  });

  it.each([
    ['from 2026-01-31 to 2026-02-07'],
    ['a budget of 12,999.00 yuan'],
    ['预算 1299 元以内,租 7 天'],
    ['Sony A7C II with FE 24-70mm F2.8'],
    ['RTX 4090 24GB or Ryzen 7950X3D'],
    ['a 4000x3000 picture at 1920-1080'],
    ['I live near a big road and need 3 lamps'],
    ['我是摄影师,叫外卖的时候也拍照'],
    ['这条街上的店'],
  ])('leaves alone: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});
