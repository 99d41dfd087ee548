import { responses, type Routes } from '../../http/routes.ts'
import { writeOnce } from '../../http/write-once.ts'
import {
  NewOrganisation,
  OrganisationAddress,
  OrganisationFacts,
  Organisations,
  OrganisationWhole,
} from './schema.ts'
import { changeOrganisation, registerOrganisation, wholeOrganisations } from './store.ts'

/** The organisations of the installation, shared by its plans (F45). */
export const organisationRoutes: Routes = (api, dependencies) => {
  api.get(
    '/organisations',
    { config: { permission: 'organisation.edit' }, schema: { response: responses(200, Organisations) } },
    async (_request, reply) => {
      reply.header('cache-control', 'no-store')
      return { items: await dependencies.db.read(wholeOrganisations), next: null }
    },
  )

  api.post(
    '/organisations',
    {
      config: { permission: 'organisation.edit' },
      schema: { body: NewOrganisation, response: responses(201, OrganisationWhole) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 201, ({ tx }) => registerOrganisation(tx, request.body)),
  )

  api.put(
    '/organisations/:code',
    {
      config: { permission: 'organisation.edit' },
      schema: {
        params: OrganisationAddress,
        body: OrganisationFacts,
        response: responses(200, OrganisationWhole),
      },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 200, ({ tx }) =>
        changeOrganisation(tx, { ...request.body, code: request.params.code }),
      ),
  )
}
