export const still = {
  title: 'Is it still alive?',
  lead: 'It is {n} months since this became a part of your regular operations. The answer is shown beside {thePoint} and changes nothing else.',
  ask: 'How is it now?',
  choices: {
    still: 'It lives on',
    changed: 'It has changed',
    stopped: 'It has stopped',
  },
  words: 'Is there anything you want to add?',
  send: 'Send the answer',
  thanksTitle: 'Thank you, the answer is saved.',
  thanks: 'It is now shown beside the point. There is nothing more you need to do.',
  gone: 'The question has been answered already, or the link is too old. There is nothing you need to do.',
}
