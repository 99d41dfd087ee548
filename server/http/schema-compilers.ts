import { createRequire } from 'node:module'
import type { FastifyServerOptions, FastifySchemaCompiler, FastifySerializerCompiler } from 'fastify'

type Factories = NonNullable<NonNullable<FastifyServerOptions['schemaController']>['compilersFactory']>
type Maker<Compiler> = () => (externalSchemas: unknown, options: unknown) => Compiler
type Check = ReturnType<FastifySchemaCompiler<object>>
type Serialize = ReturnType<FastifySerializerCompiler<object>>

// Fastify's own, of the version that it brings along.
const ofFastify = createRequire(import.meta.resolve('fastify'))
const validators = (ofFastify('@fastify/ajv-compiler') as Maker<FastifySchemaCompiler<object>>)()
const serializers = (
  ofFastify('@fastify/fast-json-stringify-compiler') as Maker<FastifySerializerCompiler<object>>
)()

/** By schema, as Fastify's validators are already: the schemas are constants, also where a process makes several apps. */
const serialize = new WeakMap<object, Serialize>()

/**
 * Fastify's compilers, set to work when a request first needs what they make: compiling every schema of every route was a fourth of a start,
 * and nearly the whole of setting up a test. That each can be compiled is held by a test.
 */
export const schemaCompilers = {
  buildValidator(externalSchemas: unknown, options: unknown): FastifySchemaCompiler<object> {
    const compile = validators(externalSchemas, options)
    return (route) => {
      let made: Check | undefined
      const check: Check = (value: unknown) => {
        made ??= compile(route)
        const answer = made(value)
        // Where Fastify looks for what was wrong.
        check.errors = made.errors ?? null
        return answer
      }
      return check
    }
  },
  buildSerializer(externalSchemas: unknown, options: unknown): FastifySerializerCompiler<object> {
    const compile = serializers(externalSchemas, options)
    return (route) => {
      let made: Serialize | undefined
      return (value: unknown) => {
        made ??= serialize.get(route.schema) ?? compile(route)
        serialize.set(route.schema, made)
        return made(value)
      }
    }
  },
} as unknown as Required<Factories>
