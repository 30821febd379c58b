import { createServer } from 'node:http';
import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { LineFault } from '../../scripts/torture/line/faults.ts';
import { layLine } from '../../scripts/torture/line/faulty-line.ts';
import type { Size } from '../../scripts/torture/line/faulty-line.ts';
import { startWorldClock } from '../../scripts/torture/world-clock.ts';

const clock = startWorldClock(100);

/** A provider that says "yes N" to request number N, and a line to it on which `fault` happens to every call. */
async function openLine(
  fault: LineFault,
): Promise<{ asked: string[]; sizes: Size[]; say(body: string): Promise<string> }> {
  const asked: string[] = [];
  const provider = createServer((request, response) => {
    let body = '';
    request.on('data', (piece) => (body += String(piece)));
    request.on('end', () => {
      asked.push(body);
      response.end(`yes ${asked.length}`);
    });
  });
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
  const address = provider.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const sizes: Size[] = [];
  const line = await layLine(new URL(`http://127.0.0.1:${port}`), clock, {
    asked: () => {},
    fault: () => {},
    answered: (_call, size) => void sizes.push(size),
  });
  line.setWeather(() => fault);
  onTestFinished(async () => {
    await line.close();
    provider.close();
  });
  return { asked, sizes, say: (body) => post(Number(new URL(line.url).port), body) };
}

/** Everything that came back over one connection, as text. */
function post(port: number, body: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(
        `POST /pay HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
      ),
    );
    let text = '';
    socket.on('data', (piece) => (text += String(piece)));
    socket.on('error', () => {});
    socket.on('close', () => resolve(text));
  });
}

test('without a fault question and answer arrive', async () => {
  const line = await openLine({ kind: 'none' });
  expect(await line.say('pay')).toContain('yes 1');
  expect(line.asked).toEqual(['pay']);
});

test('a dropped answer is work done and nothing heard', async () => {
  const line = await openLine({ kind: 'answer-dropped' });
  expect(await line.say('pay')).toBe('');
  expect(line.asked).toEqual(['pay']);
});

test('a dropped request is nothing done and nothing heard', async () => {
  const line = await openLine({ kind: 'request-dropped' });
  expect(await line.say('pay')).toBe('');
  expect(line.asked).toEqual([]);
});

test('a doubled answer is one work and two answers', async () => {
  const line = await openLine({ kind: 'answer-twice' });
  expect((await line.say('pay')).match(/yes 1/g)).toHaveLength(2);
  expect(line.asked).toEqual(['pay']);
});

test('two calls in the air get each other’s answers', async () => {
  const line = await openLine({ kind: 'answers-swapped', ms: 100_000 });
  const first = line.say('first');
  await expect.poll(() => line.asked).toEqual(['first']);
  const second = line.say('second');
  expect([await first, await second].map((text) => /yes \d/.exec(text)?.[0])).toEqual(['yes 2', 'yes 1']);
});

test('the answer of the call before is given again', async () => {
  const line = await openLine({ kind: 'answer-of-another' });
  expect(await line.say('first')).toContain('yes 1');
  expect(await line.say('second')).toContain('yes 1');
  expect(line.asked).toEqual(['first', 'second']);
});

test('a request cut in its middle is no request', async () => {
  const line = await openLine({ kind: 'request-cut', after: 20 });
  expect(await line.say('pay')).toBe('');
  expect(line.asked).toEqual([]);
});

test('a request cut after its last byte is work done and nothing heard', async () => {
  const line = await openLine({ kind: 'request-cut', after: 1000 });
  expect(await line.say('pay')).toBe('');
  expect(line.asked).toEqual(['pay']);
});

test('an answer cut after some bytes is just those bytes', async () => {
  const line = await openLine({ kind: 'answer-cut', after: 12 });
  expect(await line.say('pay')).toBe('HTTP/1.1 200');
  expect(line.asked).toEqual(['pay']);
});

test.each([true, false])('an error page comes with the work done (%s) or not', async (done) => {
  const line = await openLine({ kind: 'error-page', status: 502, done });
  expect(await line.say('pay')).toContain('502');
  expect(line.asked).toEqual(done ? ['pay'] : []);
});

test('a late request is worked on when the till has long gone', async () => {
  const line = await openLine({ kind: 'request-late', ms: 2_000 });
  void line.say('pay');
  expect(line.asked).toEqual([]);
  await expect.poll(() => line.asked).toEqual(['pay']);
});

test('the line counts the bytes of a call and of its answer', async () => {
  const line = await openLine({ kind: 'none' });
  const answer = await line.say('pay');
  await line.say('pay twice');
  const [once, twice] = line.sizes;
  expect(once?.answer).toBe(answer.length);
  expect((twice?.request ?? 0) - (once?.request ?? 0)).toBe(' twice'.length);
});
