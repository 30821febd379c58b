import { once } from 'node:events';
import { spawn } from 'node:child_process';
import { createServer, request } from 'node:http';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { floorOf } from './report.ts';
import type { Floor } from './report.ts';

/** What this machine costs before any of our code runs, in the folder the till's database will lie in. */
export async function measureFloors(dir: string): Promise<Floor[]> {
  return [
    floorOf('fsynced-insert', fsyncedInserts(join(dir, 'floor.db'), 300)),
    floorOf('loopback-http', await roundTrips(300)),
    floorOf('bare-node-start', await bareStarts(7)),
  ];
}

/** One row in a table of nothing else, on the disk before the statement returns: as durable as a sale. */
function fsyncedInserts(path: string, times: number): number[] {
  const db = new Database(path);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('CREATE TABLE floor (id INTEGER PRIMARY KEY, text TEXT)');
  const insert = db.prepare('INSERT INTO floor (text) VALUES (?)');
  const samples = Array.from({ length: times }, () => {
    const began = performance.now();
    insert.run('a sale');
    return performance.now() - began;
  });
  db.close();
  return samples;
}

/** A fresh connection, a small question and a small answer, as the till talks to the box. */
async function roundTrips(times: number): Promise<number[]> {
  const server = createServer((_asked, answer) => answer.end('{}')).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const samples: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const began = performance.now();
    await roundTrip(port);
    samples.push(performance.now() - began);
  }
  server.close();
  return samples;
}

function roundTrip(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, method: 'POST', agent: false }, (answer) => {
      answer.resume().on('end', resolve);
    });
    asked.on('error', reject).end('{}');
  });
}

/** A Node process that has nothing to do, from start to end. */
async function bareStarts(times: number): Promise<number[]> {
  const samples: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const began = performance.now();
    await once(spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' }), 'exit');
    samples.push(performance.now() - began);
  }
  return samples;
}
