export const mails = {
  hello: 'Hello {name},',
  sender: 'Kind regards\nAvstämt',
  logLasts:
    'The link is your own, so do not pass it on. It is good until the next review day is closed, for at most 60 days.',
  signIn: {
    subject: 'Sign in to Avstämt',
    text: 'Here is the link that signs you in to Avstämt.',
    lasts: 'The link is good for 15 minutes and once. If you need another, ask for it on the same page.',
    unasked: 'If you did not ask to sign in, you need not do anything.',
  },
  invitation: {
    subject: 'You are invited to {plan}',
    textBy: '{who} has added you to {plan}, {municipality}.',
    text: 'You have been added to {plan}, {municipality}.',
    roles: {
      strategist: 'You lead the work on the plan: its {points}, its review days and the people in it.',
      reporter: 'You write how it goes with {thePoints} you are responsible for.',
      ambassador:
        'You are an ambassador: when you have done something that belongs to the plan, you log it. It takes a minute.',
      reader: 'You can read the plan, also what is not published.',
    },
    press: 'Sign in the first time with this link. You need no password.',
    lasts:
      'The link is good for 14 days and once. After that you ask for another on the sign-in page, with this e-mail address.',
    log: 'With this link you log an activity at once, without signing in. Keep it if you like:',
    mistaken: 'If this came to you by mistake, you need not do anything.',
  },
  reviewCancellation: {
    subject: 'Cancelled: review day {day} – {plan}',
    text: 'The review of {term} of {plan} is cancelled. You have been sent an invitation to it before.',
    calendar: 'The calendar part of this mail takes the day out of your calendar.',
    noCalendar: 'Please take the day out of your calendar.',
    read: 'The review days that are set are here:',
  },
  reviewInvitation: {
    subject: 'Review day {day} – {plan}',
    subjectMoved: 'New time: review day {day} – {plan}',
    text: 'You are invited to the review of {term} of {plan}.',
    textMoved: 'The review of {term} of {plan} has a new time or place. This is how it is now:',
    when: 'When: {when} ({week})',
    where: 'Where: {place}',
    guest: 'Guest: {guest}',
    video: 'If you join from elsewhere, the video meeting is here:',
    questions: 'We look at how far we have come, what is left and how we take care of what is left.',
    read: 'Read more about the review day here:',
    calendar:
      'Put the day in your calendar from the invitation in this mail if you like. You need not answer it. If the time changes, you get another mail.',
  },
  askForUpdate: {
    subject: {
      one: 'Review day {day} – your {point}',
      other: 'Review day {day} – your {nWords} {points}',
    },
    text: {
      one: 'The review day of {plan} is {day}. Tell us before then how it goes with {thePoint} you are responsible for.',
      other:
        'The review day of {plan} is {day}. Tell us before then how it goes with {thePoints} you are responsible for.',
    },
  },
  reminder: {
    before: {
      subject: {
        one: 'One {point} waits for your update before {date}',
        other: '{NWords} {points} wait for your update before {date}',
      },
      text: {
        one: 'The review day of {plan} is {day}. Of this {point} we have not heard anything yet:',
        other: 'The review day of {plan} is {day}. Of these {points} we have not heard anything yet:',
      },
    },
    after: {
      subject: {
        one: 'One {point} still waits for your answer',
        other: '{NWords} {points} still wait for your answer',
      },
      text: {
        one: 'The review day of {plan}, {day}, has been, and one {point} has no answer. There is still time:',
        other:
          'The review day of {plan}, {day}, has been, and {nWords} {points} have no answer. There is still time:',
      },
    },
  },
  answer: {
    how: {
      one: 'With the link you answer at once, without signing in: an update, nothing new since last time, or that you need help.',
      other:
        'With the links you answer at once, without signing in: an update, nothing new since last time, or that you need help.',
    },
    lasts: {
      one: 'The link is your own, so do not pass it on. It is good until the review day is closed, for at most 60 days.',
      other:
        'The links are your own, so do not pass them on. They are good until the review day is closed, for at most 60 days.',
    },
    off: 'Would you rather have no reminders? Turn them off here:',
  },
  still: {
    subject: 'Is it still alive? {number} {title}',
    text: '{n} months ago {number} {title} became a part of your regular operations. Now we wonder how it is.',
    ask: 'Answer with one press here:',
    lasts: 'The link is your own. It is good for 60 days, and once.',
  },
  feedback: {
    subject: {
      one: 'One message is waiting for an answer – {plan}',
      other: '{NWords} messages are waiting for an answer – {plan}',
    },
    subjectOutside: {
      one: 'One message is waiting for an answer',
      other: '{NWords} messages are waiting for an answer',
    },
    text: {
      one: 'Somebody has commented on a page of {plan}.',
      other: 'Readers have commented on pages of {plan}: {nWords} messages are waiting.',
    },
    textOutside: {
      one: 'Somebody has commented on a page that belongs to no plan.',
      other: 'Readers have commented on pages that belong to no plan: {nWords} messages are waiting.',
    },
    accessibility: {
      one: 'One is about accessibility. Answer that one first.',
      other: '{NWords} are about accessibility. Answer those first.',
    },
    read: 'Read and answer here:',
  },
  feedbackAnswer: {
    subject: 'An answer to what you wrote about {plan}',
    subjectOutside: 'An answer to what you wrote',
    hello: 'Hello!',
    text: 'You commented on {page} on {day}. This is our answer:',
    wrote: 'This is what you wrote:',
    again: 'This e-mail cannot be answered. If you want to write again, do it here:',
    gone: 'We have now deleted your e-mail address.',
    sender: 'Kind regards\n{municipality}',
  },
  thanks: {
    subject: 'This is what you contributed to – {plan}',
    text: 'The review day {term} is done. This is what you contributed to:',
    logged: {
      one: '{who} logged one activity since the review day before.',
      other: '{who} logged {nWords} activities since the review day before.',
    },
    loggedNone: 'Nothing was logged at {who} this time. What you do is welcome at any time.',
    reached: { one: 'One person took part.', other: '{n} people took part.' },
    reachedUnknown: 'How many took part was not noted, and that is all right.',
    moved: {
      one: 'One {point} that you work with moved forward: {which}.',
      other: '{NWords} {points} that you work with moved forward: {which}.',
    },
    movedNone: 'None of your {points} changed this time. Work is often seen only later.',
    whole: 'And the whole: {completed} of {adopted} {points} are completed.',
    read: 'Read the whole report here:',
    thanks: 'Thank you for what you do.',
  },
  logLink: {
    subject: 'Your link for logging activities in {plan}',
    text: 'With this link you log an activity in {plan} at once, without signing in.',
  },
}
