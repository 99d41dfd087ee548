import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getTableColumns, getTableName } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { reservedWords } from '#domain/plan.ts'
import { words } from '#words/index.ts'
import { buildApp } from '../server/app.ts'
import { sqliteGuards } from '../server/database/guards.ts'
import { fileIn, openDatabase } from '../server/database/open.ts'
import { connectSqlite } from '../server/database/sqlite.ts'
import { sqliteTables } from '../server/database/tables.ts'
import { rooms } from '../server/rooms.ts'
import { circlesIn, exportsOf, filesOf, importsOf, textOf, type Import } from './support/imports.ts'
import { sentencesIn, wordsReadIn } from './support/words-read.ts'
import { world } from './support/world.ts'

// The walls of the house, as docs/decisions.md and the README tell them. A test here that goes red asks for the wall to be
// kept, or moved with a reason – not for the test to be loosened.

/** What a file must not reach, told by name. */
const outside = (pattern: string, allowed: (one: Import, file: string) => boolean) =>
  filesOf(pattern).flatMap((file) =>
    importsOf(file)
      .filter((one) => !allowed(one, file))
      .map((one) => `${file} imports ${one.from}`),
  )

describe('walls', () => {
  test('domain imports nothing but itself', () => {
    expect(filesOf('server/domain/*.ts').length).toBeGreaterThan(10)
    expect(outside('server/domain/**/*.ts', (one) => one.from.startsWith('./'))).toEqual([])
  })

  test('words import domain, each other, and types', () => {
    const allowed = (one: Import) =>
      one.typeOnly || one.from.startsWith('.') || one.from.startsWith('#domain/')
    expect(outside('server/words/**/*.ts', allowed)).toEqual([])
  })

  test('web imports from the server only #domain, #words and types', () => {
    const allowed = ({ file, typeOnly, from }: Import) =>
      typeOnly || from.startsWith('#') || file === undefined || !file.startsWith('server/')
    expect(filesOf('web/**/*.{ts,svelte}').length).toBeGreaterThan(10)
    expect(outside('web/**/*.{ts,svelte}', allowed)).toEqual([])
  })

  test('the server imports no Svelte and nothing of web', () => {
    const allowed = ({ from }: Import) => !/^svelte|\.svelte$|\/web\//.test(from)
    expect(outside('server/**/*.ts', allowed)).toEqual([])
  })

  test('only stores speak SQL', () => {
    const speakers = /\/([\w-]+\.)?(store|tables)\.ts$|^server\/database\/|^server\/http\/idempotency\.ts$/
    const allowed = ({ from }: Import, file: string) => !from.startsWith('drizzle-orm') || speakers.test(file)
    expect(outside('server/**/*.ts', allowed)).toEqual([])
    const raw = filesOf('server/**/*.ts').filter(
      (file) => !file.startsWith('server/database/') && /better-sqlite3|from 'postgres'/.test(textOf(file)),
    )
    expect(raw).toEqual([])
  })

  test('the environment is read once, in main.ts', () => {
    const readers = filesOf('{server,web,seed}/**/*.{ts,svelte}').filter((file) =>
      textOf(file).includes('process.env'),
    )
    expect(readers).toEqual(['server/main.ts'])
  })

  test('nothing reads a folder beside the clone', () => {
    const suspects = filesOf('{server,web,test,seed,docs}/**/*.{ts,mjs,svelte,json,md}').concat('README.md')
    expect(suspects.filter((file) => textOf(file).includes(`..${'/shared'}`))).toEqual([])
  })
})

/** The floors: below all rooms lie the rules, the sentences and the doors to the data. */
const floors = ['domain', 'words', 'database', ...rooms.map(({ name }) => name)]

const roomOf = (file: string): string | undefined =>
  floors.filter((floor) => file.startsWith(`server/${floor}/`)).toSorted((a, b) => b.length - a.length)[0]

const nameOf = (file: string): string => file.split('/').at(-1)!

/** They gather what several rooms know: pages and what they load, routes, forms, duties, mails, actions, and what the API answers. */
const isEdge = (file: string): boolean =>
  /^([\w-]+\.)?(page|routes)\.ts$|(^|-)(loader|form)\.ts$|^(duties|mails|actions|json|room|site)\.ts$/.test(
    nameOf(file),
  )

/** What only its own room, and the list of rooms, may know of. */
const isDoor = (file: string): boolean =>
  /^([\w-]+\.)?(page|routes)\.ts$|(^|-)(loader|form)\.ts$|^(duties|mails|actions|room)\.ts$/.test(
    nameOf(file),
  )

/** What an edge may read of any room. */
const isReadable = (file: string): boolean => /^([\w-]+\.)?(store|view|tables|schema)\.ts$/.test(nameOf(file))

/** What stands on the wrong floor, and why it stays. The list may only get shorter. */
const upward: Record<string, string> = {
  'server/database/plan.ts imports server/http/refusal.ts':
    'a plan that is not there is refused in one place',
}

/** They list what rooms have; they know nothing of it. */
const lists = /^server\/database\/(tables|schema\.\w+)\.ts$/

describe('floors', () => {
  const files = filesOf('server/**/*.ts')
  const inWeb = filesOf('web/**/*.{ts,svelte}')
  const reached = (file: string) => importsOf(file).filter((one) => !one.typeOnly && one.file !== undefined)

  test('the list of rooms is the folders', () => {
    const folders = filesOf('server/{*,*/*}/').map((folder) => folder.replace(/^server\/|\/$/g, ''))
    const noRooms = /^(boot|commands|seed|words\/.*|domain|words|database|reports\/.*)$/
    expect(floors.slice(3).toSorted()).toEqual(folders.filter((folder) => !noRooms.test(folder)).toSorted())
    // A room lies in the house or in a room, and nothing deeper.
    const deeper = filesOf('server/*/*/*/').filter((folder) => !/^server\/words\//.test(folder))
    expect(deeper.map((folder) => folder.replace(/\/$/, ''))).toEqual(['server/reports/pdf/templates'])
  })

  test('a room stands on the rooms before it; what gathers also reads stores and views', () => {
    const found = files.flatMap((file) => {
      const room = roomOf(file)
      if (room === undefined || lists.test(file)) return []
      return reached(file).flatMap(({ file: to }) => {
        const other = roomOf(to!)
        if (other === room || (other !== undefined && floors.indexOf(other) < floors.indexOf(room))) return []
        if (!to!.startsWith('server/') || (other !== undefined && isEdge(file) && isReadable(to!))) return []
        return [`${file} imports ${to}`]
      })
    })
    expect(found.toSorted()).toEqual(Object.keys(upward).toSorted())
    expect(found.length).toBeLessThan(10)
  })

  test('no room reaches into the pages, routes, duties or mails of another, nor into the list of rooms', () => {
    const found = files.flatMap((file) => {
      const room = roomOf(file)
      if (room === undefined) return []
      return reached(file).flatMap(({ file: to }) => {
        const other = roomOf(to!)
        const shared = other === 'http' || other === room
        return to === 'server/rooms.ts' || (!shared && other !== undefined && isDoor(to!))
          ? [`${file} imports ${to}`]
          : []
      })
    })
    expect(found).toEqual([])
  })

  test('no files reach each other round a circle, and at most three by types', () => {
    expect(circlesIn(files, { typesToo: false })).toEqual([])
    expect(circlesIn(inWeb, { typesToo: false })).toEqual([])
    // The largest is what rooms are given, which names the types of what stands above it; it may only get smaller.
    const byTypes = circlesIn(files, { typesToo: true }).map((circle) => circle.length)
    expect(byTypes.length).toBeLessThanOrEqual(3)
    expect(Math.max(...byTypes)).toBeLessThanOrEqual(101)
  })

  test('only app.ts, pages.ts and commands read the list of rooms', () => {
    const readers = files.filter((file) => importsOf(file).some((one) => one.file === 'server/rooms.ts'))
    expect(readers.filter((file) => !/^server\/(app|pages)\.ts$|^server\/commands\//.test(file))).toEqual([])
  })

  test('the house is no larger than it was drawn', () => {
    const loose = filesOf('server/*.*').filter((file) => file !== 'server/boot.mjs')
    const tops = filesOf('server/*/')
    expect(loose.length).toBeLessThanOrEqual(7)
    expect(tops.length).toBeLessThanOrEqual(23)
  })

  test('every room has the files that README promises', () => {
    const without = rooms
      .map(({ name }) => name)
      .filter((name) => !['http'].includes(name) && !filesOf(`server/${name}/room.ts`).length)
    expect(without).toEqual([])
  })

  test('web and words call a room as the server does', () => {
    const known = new Set(floors)
    const web = filesOf('web/{*,*/*}/').map((folder) => folder.replace(/^web\/|\/$/g, ''))
    const noRooms = /^(ui|styles|worker)$|\/parts$/
    expect(web.filter((folder) => !noRooms.test(folder) && !known.has(folder))).toEqual([])
    for (const lang of ['sv', 'en']) {
      const catalogues = filesOf(`server/words/${lang}/*`).map((path) =>
        nameOf(path.replace(/\/$/, '')).replace(/\.ts$/, ''),
      )
      expect(catalogues.filter((name) => name !== 'catalogues' && !known.has(name))).toEqual([])
      // Nothing lies beside the catalogues: each is in their list, or a part of one that is.
      const written = filesOf(`server/words/${lang}/**/*.*`)
      const read = new Set(written.flatMap((file) => importsOf(file).map((one) => one.file)))
      const strays = written.filter((file) => !read.has(file) && nameOf(file) !== 'catalogues.ts')
      expect(strays).toEqual([])
    }
  })

  test('nothing exported bears a name that the house gave up', () => {
    const gaveUp =
      /^(deeds?|may|gist|frame|framing|framed|desk|telling|door|waysIn|act|reach|said|made|troubled|notices)$|^told[A-Z]|^still([A-Z]|$)|Notice$|^frameOf$/i
    const exported = [...files, ...inWeb].flatMap((file) =>
      exportsOf(file)
        .filter((name) => gaveUp.test(name) && !file.startsWith('server/words/'))
        .map((name) => `${file} exports ${name}`),
    )
    expect(exported).toEqual([])
  })
})

describe('routes', () => {
  test('every route is open or names a deed, and a first word of an address is reserved', async () => {
    const { parts } = await world()
    const urls: string[] = []
    const app = await buildApp(parts, (one) => one.addHook('onRoute', (route) => void urls.push(route.url)))
    await app.ready()
    await app.close()
    const firstWords = urls.map((url) => url.split('/')[1]!).filter((word) => word && !/^[:*]/.test(word))
    expect(firstWords).toContain('api')
    expect([...new Set(firstWords)].filter((word) => !reservedWords.includes(word))).toEqual([])
  })

  test('a route that says neither does not start', async () => {
    const { app } = await world()
    expect(() => app.get('/oppet', () => 'hej')).toThrow()
  })
})

describe('the record', () => {
  const fresh = <T>(look: (file: string) => T): T => {
    const folder = mkdtempSync(join(tmpdir(), 'avstamt-house-'))
    try {
      void openDatabase({ folder, now: new Date('2023-11-20T09:00:00Z') }).close()
      return look(fileIn(folder))
    } finally {
      rmSync(folder, { recursive: true })
    }
  }

  test('the tables in the code are the tables of the migrations, column for column', () => {
    fresh((file) => {
      const connection = connectSqlite(file)
      for (const table of Object.values(sqliteTables)) {
        const rows = connection.pragma(`table_info(${getTableName(table)})`) as {
          name: string
          notnull: number
        }[]
        const migrated = rows.map((row) => `${row.name}${row.notnull ? ' not null' : ''}`).sort()
        const written = Object.entries(getTableColumns(table))
          .map(([key, column]) => `${snake(key)}${column.notNull ? ' not null' : ''}`)
          .sort()
        expect(written, getTableName(table)).toEqual(migrated)
      }
      connection.close()
    })
  })

  test('every guard is up in a fresh database', () => {
    fresh((file) => {
      const connection = connectSqlite(file)
      const up = connection.prepare(`select name from sqlite_master where type = 'trigger'`).pluck().all()
      expect(up.sort()).toEqual(sqliteGuards.map((guard) => guard.name).sort())
      connection.close()
    })
  })
})

const snake = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/**
 * What of the catalogues is read whole, by a key that is reckoned or because it is handed on: its keys are those of a list or a type, and
 * nothing else stands in it, or a sentence that nobody reads would not be found. Where several sentences of a larger catalogue are chosen
 * among, the place that chooses names them.
 */
const choices: Record<string, readonly string[]> = {
  accessibility: ['conformities', 'knownItems'],
  accessibilityChecks: ['items', 'outcomes'],
  accessibilityStatement: ['conformities', 'fields', 'methods'],
  account: ['ended', 'languages'],
  adding: ['faults'],
  agenda: ['parts'],
  answering: ['savedKinds'],
  common: ['nav', 'problems'],
  comparison: ['completed'],
  'dashboard.list': ['orders', 'sortedBy'],
  entered: ['withdrawn', 'words'],
  erasure: ['former'],
  examples: ['state'],
  exchange: ['csv'],
  extract: ['parts'],
  feedback: ['kinds'],
  files: ['kinds', 'told'],
  importing: ['faults'],
  joining: ['known'],
  letterhead: ['kinds'],
  log: ['targetGroups'],
  mailWords: ['kinds', 'languages'],
  mails: ['askForUpdate', 'invitation.roles', 'reminder.after', 'reminder.before'],
  members: ['roleHelp', 'roles', 'stateChoices', 'states'],
  mine: ['groups', 'state'],
  organisations: ['kinds'],
  people: ['roles'],
  printed: ['malformed', 'short', 'unknown'],
  readiness: ['answers'],
  report: ['changes'],
  reportEditor: ['add', 'done', 'events', 'line', 'sectionsHelp', 'states'],
  reportText: ['files', 'head', 'header', 'headings', 'kinds', 'start.groups'],
  reviews: ['stateLines', 'states'],
  saving: ['doubt'],
  status: ['freshness', 'full', 'group', 'outlook', 'outlookWithin', 'short', 'still', 'within'],
  still: ['choices'],
  uploading: ['state'],
  tags: [
    'goal',
    'short',
    'title',
    'title.agenda-2030',
    'title.national-strategy',
    'title.public-health',
    'vocabulary',
  ],
  trail: ['changes', 'csv', 'deeds', 'fields', 'objects', 'readings'],
}
/** Its keys are the codes of refusals. */
const wholeCatalogues = ['refusals']

describe('words', () => {
  type Tree = { [key: string]: string | Tree }
  const leaves = (tree: Tree, path = ''): [string, string][] =>
    Object.entries(tree).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' ? [[`${path}${key}`, value]] : leaves(value, `${path}${key}.`),
    )
  const names = (entry: string) =>
    [...entry.matchAll(/\{([A-Za-z]+)\}/g)].map(([, name]) => name!.toLowerCase())
  const plain = (path: string) => path.replace(/\.(one|other)$/, '')

  test('no sentence is empty', () => {
    const all = [...leaves(words.sv as Tree), ...leaves(words.en as Tree)]
    expect(all.length).toBeGreaterThan(200)
    expect(all.filter(([, sentence]) => sentence.trim() === '').map(([path]) => path)).toEqual([])
  })

  test('every sentence is read somewhere, and what is read whole holds choices and nothing else', () => {
    const reads = filesOf('{server,web}/**/*.{ts,svelte}')
      .filter((file) => !/^server\/(words|domain)\//.test(file))
      .map((file) => wordsReadIn(file, words.sv as Tree))
    const read = new Set(reads.flatMap(({ sentences }) => [...sentences]))
    expect(sentencesIn(words.sv as Tree).filter((sentence) => !read.has(sentence))).toEqual([])
    const whole = new Map(reads.flatMap(({ whole }) => [...whole]))
    const known = Object.entries(choices).flatMap(([owner, keys]) => keys.map((key) => `${owner}.${key}`))
    const unknown = [...whole].filter(([path]) => !known.includes(path) && !wholeCatalogues.includes(path))
    expect(unknown).toEqual([])
    expect(known.filter((path) => !whole.has(path))).toEqual([])
  })

  test('a sentence names the same values in both languages, but for the nouns of the plan', () => {
    const values = (tree: Tree) => Map.groupBy(leaves(tree), ([path]) => plain(path))
    const nouns = /point|area|office|statement|^n$|words$/
    const english = values(words.en as Tree)
    for (const [path, swedish] of values(words.sv as Tree)) {
      const told = (lines: [string, string][] = []) =>
        [...new Set(lines.flatMap(([, line]) => names(line)))].filter((name) => !nouns.test(name)).sort()
      expect(told(english.get(path)), path).toEqual(told(swedish))
    }
  })
})

describe('documents', () => {
  test('every file and folder that README and docs/ name is there', () => {
    /** What an installation has and a clone has not; what stands for any page; a file that is handed out. */
    const elsewhere = ['data', 'name.page.ts', 'x.page.ts', 'points.csv']
    const all = filesOf('{server,web,test,docs,migrations,.ci}/**/*').concat(filesOf('*'))
    const isThere = (named: string) =>
      all.some((file) => file === named || file.endsWith(`/${named}`) || file.endsWith(`.${named}`)) ||
      filesOf(`{,server/,web/}${named}`).length > 0
    const isPath = /^[\w@.-]+(\/[\w@.*{},-]+)*(\.(ts|mjs|js|svelte|css|json|md|sql|csv)|\/)$/
    const named = filesOf('{README.md,docs/*.md}').flatMap((doc) =>
      [...textOf(doc).matchAll(/`([^`\n]+)`/g)].flatMap(([, code]) =>
        isPath.test(code!) ? [{ doc, path: code!.replace(/\/$/, '') }] : [],
      ),
    )
    expect(named.length).toBeGreaterThan(100)
    const gone = named.filter(({ path }) => !elsewhere.includes(path) && !isThere(path))
    expect(gone).toEqual([])
  })

  test('a file fits on a few screens', () => {
    const long = filesOf('{server,web}/**/*.{ts,svelte,mjs}').filter(
      (file) => textOf(file).split('\n').length > 265,
    )
    expect(long).toEqual([])
  })
})
