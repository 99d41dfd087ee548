/** What mails say. An address stands on a line of its own, after the sentence that tells what it does. */
export const mails = {
  hello: 'Hej {name}!',
  sender: 'Med vänlig hälsning\nAvstämt',
  logLasts:
    'Länken är din egen, så skicka den inte vidare. Den gäller tills nästa avstämning är låst, i högst 60 dagar.',
  signIn: {
    subject: 'Logga in på Avstämt',
    text: 'Här är länken som loggar in dig på Avstämt.',
    lasts: 'Länken gäller i 15 minuter och en gång. Behöver du en ny ber du om den på samma sida.',
    unasked: 'Har du inte bett om att logga in behöver du inte göra något.',
  },
  invitation: {
    subject: 'Du är inbjuden till {plan}',
    textBy: '{who} har lagt till dig i {plan}, {municipality}.',
    text: 'Du är tillagd i {plan}, {municipality}.',
    roles: {
      strategist: 'Du leder arbetet med planen: {points}, avstämningar och dem som är med.',
      reporter: 'Du skriver hur det går med {thePoints} som du ansvarar för.',
      ambassador:
        'Du är ambassadör: när ni har gjort något som hör till planen loggar du det. Det tar en minut.',
      reader: 'Du kan läsa planen, också det som inte är publicerat.',
    },
    press: 'Logga in första gången med den här länken. Du behöver inget lösenord.',
    lasts:
      'Länken gäller i 14 dagar och en gång. Sedan ber du om en ny på inloggningssidan, med den här e-postadressen.',
    log: 'Med den här länken loggar du en aktivitet direkt, utan att logga in. Spara den gärna:',
    mistaken: 'Har mejlet kommit fel behöver du inte göra något.',
  },
  reviewCancellation: {
    subject: 'Inställd: avstämning {day} – {plan}',
    text: 'Avstämningen {term} av {plan} är inställd. Du har fått en inbjudan till den tidigare.',
    calendar: 'Kalenderdelen i det här mejlet tar bort dagen ur din kalender.',
    noCalendar: 'Ta gärna bort dagen ur din kalender.',
    read: 'Här ser du vilka avstämningar som är bestämda:',
  },
  reviewInvitation: {
    subject: 'Avstämning {day} – {plan}',
    subjectMoved: 'Ny tid: avstämning {day} – {plan}',
    text: 'Du är inbjuden till avstämningen {term} av {plan}.',
    textMoved: 'Avstämningen {term} av {plan} har fått ny tid eller plats. Så här är det nu:',
    when: 'När: {when} ({week})',
    where: 'Var: {place}',
    guest: 'Gäst: {guest}',
    video: 'Är du med på distans finns videomötet här:',
    questions: 'Vi går igenom hur vi ligger till, vad vi har kvar och hur vi tar hand om det som är kvar.',
    read: 'Läs mer om avstämningen här:',
    calendar:
      'Lägg gärna in dagen från kalenderinbjudan i mejlet. Du behöver inte svara på den. Ändras tiden får du ett nytt mejl.',
  },
  /** Ahead of a review day: whoever answers for points is asked, and reminded. */
  askForUpdate: {
    subject: {
      one: 'Avstämning {day} – din {point}',
      other: 'Avstämning {day} – dina {nWords} {points}',
    },
    text: {
      one: 'Det är avstämning av {plan} {day}. Berätta före dess hur det går med {thePoint} du ansvarar för.',
      other:
        'Det är avstämning av {plan} {day}. Berätta före dess hur det går med {thePoints} du ansvarar för.',
    },
  },
  reminder: {
    before: {
      subject: {
        one: 'En {point} väntar på din uppdatering före den {date}',
        other: '{NWords} {points} väntar på din uppdatering före den {date}',
      },
      text: {
        one: 'Det är avstämning av {plan} {day}. Den här {thePoint} har vi inte hört något om än:',
        other: 'Det är avstämning av {plan} {day}. De här {thePoints} har vi inte hört något om än:',
      },
    },
    after: {
      subject: {
        one: 'En {point} väntar fortfarande på ditt svar',
        other: '{NWords} {points} väntar fortfarande på ditt svar',
      },
      text: {
        one: 'Avstämningen av {plan} {day} har varit, och en {point} saknar svar. Det hinns fortfarande med:',
        other:
          'Avstämningen av {plan} {day} har varit, och {nWords} {points} saknar svar. Det hinns fortfarande med:',
      },
    },
  },
  answer: {
    how: {
      one: 'Med länken svarar du direkt, utan att logga in: en uppdatering, inget nytt sedan sist, eller att ni behöver hjälp.',
      other:
        'Med länkarna svarar du direkt, utan att logga in: en uppdatering, inget nytt sedan sist, eller att ni behöver hjälp.',
    },
    lasts: {
      one: 'Länken är din egen, så skicka den inte vidare. Den gäller tills avstämningen är låst, i högst 60 dagar.',
      other:
        'Länkarna är dina egna, så skicka dem inte vidare. De gäller tills avstämningen är låst, i högst 60 dagar.',
    },
    off: 'Vill du inte ha påminnelser? Stäng av dem här:',
  },
  still: {
    subject: 'Lever det än? {number} {title}',
    text: 'För {n} månader sedan blev {number} {title} en del av er ordinarie verksamhet. Nu undrar vi hur det är.',
    ask: 'Svara med ett tryck här:',
    lasts: 'Länken är din egen. Den gäller i 60 dagar och en gång.',
  },
  /** To those who lead a plan: how much readers have written. Never what. */
  feedback: {
    subject: {
      one: 'En synpunkt väntar på svar – {plan}',
      other: '{NWords} synpunkter väntar på svar – {plan}',
    },
    subjectOutside: { one: 'En synpunkt väntar på svar', other: '{NWords} synpunkter väntar på svar' },
    text: {
      one: 'Någon har tyckt till om en sida i {plan}.',
      other: 'Läsare har tyckt till om sidor i {plan}: {nWords} synpunkter väntar.',
    },
    textOutside: {
      one: 'Någon har tyckt till om en sida som inte hör till någon plan.',
      other: 'Läsare har tyckt till om sidor som inte hör till någon plan: {nWords} synpunkter väntar.',
    },
    accessibility: {
      one: 'En gäller tillgänglighet. Svara på den först.',
      other: '{NWords} gäller tillgänglighet. Svara på dem först.',
    },
    read: 'Läs och svara här:',
  },
  /** To whoever wrote. */
  feedbackAnswer: {
    subject: 'Svar på det du skrev om {plan}',
    subjectOutside: 'Svar på det du skrev',
    hello: 'Hej!',
    text: 'Du tyckte till om {page} den {day}. Här är vårt svar:',
    wrote: 'Så här skrev du:',
    again: 'Det går inte att svara på det här mejlet. Vill du skriva igen gör du det här:',
    gone: 'Vi har nu tagit bort din e-postadress.',
    sender: 'Med vänlig hälsning\n{municipality}',
  },
  thanks: {
    subject: 'Det här bidrog ni till – {plan}',
    text: 'Avstämningen {term} är låst. Det här bidrog ni till:',
    logged: {
      one: '{who} loggade en aktivitet sedan förra avstämningen.',
      other: '{who} loggade {nWords} aktiviteter sedan förra avstämningen.',
    },
    loggedNone: 'Hos {who} loggades inget den här gången. Det ni gör är välkommet när som helst.',
    reached: { one: 'En person deltog.', other: '{n} personer deltog.' },
    reachedUnknown: 'Hur många som deltog är inte antecknat, och det gör inget.',
    moved: {
      one: 'En {point} som ni är med i gick framåt: {which}.',
      other: '{NWords} {points} som ni är med i gick framåt: {which}.',
    },
    movedNone: 'Ingen av era {points} bytte läge den här gången. Arbetet märks ofta först senare.',
    whole: 'Och helheten: {completed} av {adopted} {points} är slutförda.',
    read: 'Läs hela rapporten här:',
    thanks: 'Tack för det ni gör.',
  },
  logLink: {
    subject: 'Din länk för att logga aktiviteter i {plan}',
    text: 'Med den här länken loggar du en aktivitet i {plan} direkt, utan att logga in.',
  },
}
