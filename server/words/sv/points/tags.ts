/** Whose goals points are tied to, by the titles they have officially. */
export const tags = {
  vocabulary: {
    'public-health': 'Folkhälsopolitikens målområden',
    'national-strategy': 'Nationella strategin Det handlar om livet',
    'agenda-2030': 'Agenda 2030',
  },
  /** The same, where there is little room: a filter's label. */
  short: {
    'public-health': 'Folkhälsopolitikens målområde',
    'national-strategy': 'Delmål i nationella strategin',
    'agenda-2030': 'Mål i Agenda 2030',
  },
  goal: {
    'public-health': 'Målområde {code} {title}',
    'national-strategy': 'Delmål {code} {title}',
    'agenda-2030': 'Mål {code} {title}',
  },
  afterwards: 'Koppling i efterhand: planen antogs innan strategin beslutades.',
  show: 'Visa alla {points} som är kopplade till {goal}',
  title: {
    'public-health': {
      '1': 'Det tidiga livets villkor',
      '2': 'Kunskaper, kompetenser och utbildning',
      '3': 'Arbete, arbetsförhållanden och arbetsmiljö',
      '4': 'Inkomster och försörjningsmöjligheter',
      '5': 'Boende och närmiljö',
      '6': 'Levnadsvanor',
      '7': 'Kontroll, inflytande och delaktighet',
      '8': 'En jämlik och hälsofrämjande hälso- och sjukvård',
    },
    'national-strategy': {
      '1': 'Ökat fokus på att stärka psykiskt välbefinnande och psykisk hälsa som resurs för individ och samhälle',
      '2': 'Ökade investeringar i barn och unga för en god psykisk hälsa genom hela livet',
      '3': 'Ett inkluderande och hållbart arbetsliv som främjar psykisk hälsa',
      '4': 'Ett inkluderande samhälle med delaktiga invånare',
      '5': 'Vård och omsorg som möter patienters och brukares behov',
      '6': 'Stärkt suicidpreventivt arbete',
      '7': 'Stärkt kunskapsutveckling inom området psykisk hälsa och suicidprevention',
    },
    'agenda-2030': {
      '1': 'Ingen fattigdom',
      '2': 'Ingen hunger',
      '3': 'God hälsa och välbefinnande',
      '4': 'God utbildning för alla',
      '5': 'Jämställdhet',
      '6': 'Rent vatten och sanitet för alla',
      '7': 'Hållbar energi för alla',
      '8': 'Anständiga arbetsvillkor och ekonomisk tillväxt',
      '9': 'Hållbar industri, innovationer och infrastruktur',
      '10': 'Minskad ojämlikhet',
      '11': 'Hållbara städer och samhällen',
      '12': 'Hållbar konsumtion och produktion',
      '13': 'Bekämpa klimatförändringarna',
      '14': 'Hav och marina resurser',
      '15': 'Ekosystem och biologisk mångfald',
      '16': 'Fredliga och inkluderande samhällen',
      '17': 'Genomförande och globalt partnerskap',
    },
  },
}

/** The form in which those who lead a plan tie a point to goals. */
export const tagging = {
  title: 'Vad bidrar {point} {number} till? – {plan}',
  description: 'Koppla {thePoint} till nationella och globala mål.',
  heading: 'Vad bidrar {thePoint} till?',
  lead: 'Kopplingarna gör {thePoint} lättare att hitta. De ändrar ingen status och räknas inte. Välj högst tre i varje grupp, de som verkligen stämmer.',
  none: 'Inget valt',
  chosen: { one: '{n} valt av högst tre', other: '{n} valda av högst tre' },
  save: 'Spara kopplingar',
  done: '{ThePoint} är nu kopplad till {nWords} mål.',
  doneNone: '{ThePoint} är inte kopplad till något mål.',
  toPoint: 'Till {thePoint}',
  more: 'Ändra igen',
  way: 'Koppla till mål',
}
