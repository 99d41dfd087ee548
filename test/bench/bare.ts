import { readFileSync } from 'node:fs'
import fastify from 'fastify'
import { connectSqlite } from '../../server/database/sqlite.ts'

// What ours is measured against: Fastify with nothing in front. `node test/bench/bare.ts FILE-TO-SEND DATABASE` listens on a free port and prints it.
const [bytesFrom, database] = process.argv.slice(2)
const bytes = readFileSync(bytesFrom!)
const connection = connectSqlite(database!)
connection.exec(
  'create table if not exists t (id integer primary key autoincrement, a text, b text, c integer, d text)',
)
const insert = connection.prepare('insert into t (a, b, c, d) values (?, ?, ?, ?) returning id')

const app = fastify()
app.get('/bytes', (_request, reply) => reply.type('text/html; charset=utf-8').send(bytes))
app.post('/row', (request, reply) => {
  const body = request.body as { what: string; happenedOn: string }
  return reply.code(201).send(insert.get(body.what, body.happenedOn, 1, new Date().toISOString()))
})
console.log(await app.listen({ host: '127.0.0.1', port: 0 }))
