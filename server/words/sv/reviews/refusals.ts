/** What a review day is refused for, before, at and after it. */
export const reviewRefusals = {
  'still-answered': 'Frågan är redan besvarad.',
  'review-cancelled': 'Avstämningen är inställd. Bestäm en ny dag i stället.',
  'review-under-way': 'Mötet pågår. Avsluta det först.',
  'review-was-held':
    'På den här avstämningen har något beslutats eller sagts. Då har den hållits, och kan inte ställas in.',
  'quiet-week-unknown': 'Skriv veckor som nummer från 1 till 53, till exempel 27–31, 52.',
  'quiet-weeks-too-many':
    'Högst 26 veckor kan vara utan påminnelser. Annars påminns ingen inför avstämningen.',
  'review-closed': 'Avstämningen är låst och ändras inte mer.',
  'review-over': 'Avstämningsdagen har varit. Flytta den först, om ni ska ses en annan dag.',
  'review-not-closed': 'Den avstämningen finns inte eller är inte låst. Välj en i listan.',
  'review-still-open': 'Avstämningen är inte låst än. Skriv det i avstämningen i stället.',
  'review-not-next': 'En tidigare avstämning är inte låst. Be om uppdateringar inför den först.',
  'replaced-already':
    'Det du ändrar har någon annan redan ändrat. Läs det som står nu och ändra det i stället.',
  'thanks-too-late': 'Avstämningen låstes för mer än 60 dagar sedan. Tacka efter nästa i stället.',
  'minutes-moved-on':
    'Någon har sparat en nyare version. Öppna sidan i en ny flik, läs den och lägg till ditt.',
  'held-on-not-a-day': 'Skriv vilken dag avstämningen är, som 2023-11-14.',
  'held-on-before-adoption': 'Avstämningen ligger före planens antagande. Välj en senare dag.',
  'held-on-in-closed-round': 'Dagen ligger före den senaste låsta avstämningen. Välj en senare dag.',
  'held-on-taken': 'Det finns redan en avstämning den dagen. Välj en annan.',
}
