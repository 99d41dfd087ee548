/** Why a file is not taken: what is wrong with it, and what to do instead. */
export const fileRefusals = {
  'file-name-missing': 'Filen har inget namn. Döp om den och välj den igen.',
  'file-name-too-long': 'Filens namn är för långt. Korta det till högst 120 tecken och välj filen igen.',
  'file-name-path': 'Filens namn innehåller / eller \\, som i en sökväg. Döp om den och välj den igen.',
  'file-name-unseen':
    'Filens namn innehåller tecken som inte syns eller som vänder skrivriktningen. Döp om den och välj den igen.',
  'file-empty': 'Filen är tom. Välj en annan.',
  'file-too-large':
    'Filen är för stor. Spara den mindre, till exempel som pdf för skärmvisning, eller länka till den i stället.',
  'file-description-missing':
    'Beskriv bilden eller filen med några ord, för den som inte kan se eller öppna den.',
  'file-description-too-long': 'Beskrivningen är för lång. Korta den till högst 300 tecken.',
  'file-kind-unknown':
    'Den sortens fil tar vi inte emot. Välj en pdf, en bild (jpeg, png eller webp), ett Word- eller ett Excel-dokument.',
  'file-is-code':
    'Filen är en webbsida eller en svg-bild och kan innehålla kod. Spara den som pdf eller png i stället.',
  'file-is-archive':
    'Filen är ett arkiv med andra filer i, eller ett dokument av en sort vi inte tar emot. Packa upp den och välj det som ska med.',
  'file-is-old-office':
    'Filen är låst med lösenord eller sparad i ett äldre format (doc, xls). Spara den utan lösenord som docx, xlsx eller pdf.',
  'file-has-macros': 'Dokumentet innehåller makron. Spara det utan makron, som docx, xlsx eller pdf.',
  'file-bomb': 'Filen packar upp till mycket mer än den ser ut att vara. Vi tar inte emot den.',
  'file-broken':
    'Filen går inte att läsa, den kan vara avklippt. Öppna den, spara den på nytt och välj den igen.',
  'file-locked': 'Dokumentet är låst eller skyddat. Spara en kopia utan lösenord och skydd.',
  'file-runs':
    'Dokumentet innehåller kod som körs när det öppnas. Skriv ut det till en ny pdf och välj den i stället.',
  'file-too-many-pixels': 'Bilden har fler än 64 miljoner bildpunkter. Spara den mindre och välj den igen.',
  'file-part-missing': 'Filen har inte kommit fram i sin helhet. Försök igen, så fortsätter den där den var.',
  'file-part-unknown': 'Filen har inget stycke med det numret.',
  'file-part-size': 'Stycket har inte den storlek det ska ha. Börja om med filen.',
  'file-part-differs': 'Stycket har redan kommit, med annat innehåll. Börja om med filen.',
  'file-finished': 'Filen är redan färdig och ändras inte mer.',
  'file-not-finished': 'Filen har inte kommit fram i sin helhet än. Vänta tills den är klar och spara sedan.',
  'file-unknown': 'Filen finns inte längre här. Ta bort den i formuläret och välj den igen.',
  'file-attached': 'Filen hör redan till något annat. Välj den igen om den ska med här också.',
  'file-masked': 'Filen är redan borttagen.',
  'files-too-many': 'Högst tre filer kan följa med. Ta bort någon.',
  'files-too-many-waiting':
    'Du har skickat många filer i dag som inte hör till något än. Spara det du har börjat på, eller vänta till i morgon.',
}
