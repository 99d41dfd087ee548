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
  logLink: {
    subject: 'Your link for logging activities in {plan}',
    text: 'With this link you log an activity in {plan} at once, without signing in.',
  },
}
