### Formulare: Beschriftungen, Hilfen, und was an einem Wert nicht stimmt.

## Was nicht stimmt

forms-too-short =
    { $count ->
        [one] Schreiben Sie mindestens 1 Zeichen.
       *[other] Schreiben Sie mindestens { $count } Zeichen.
    }
forms-too-long =
    { $count ->
        [one] Schreiben Sie höchstens 1 Zeichen.
       *[other] Schreiben Sie höchstens { $count } Zeichen.
    }
forms-pattern = Das hat nicht die verlangte Form: { $pattern }
forms-pattern-help = Das hat nicht die verlangte Form. { $help }
forms-choice = Wählen Sie eines davon: { $choices }.
forms-range =
    { $what ->
        [length] Schreiben Sie { $min } bis { $max } Zeichen.
        [number] Geben Sie eine Zahl von { $min } bis { $max } an.
       *[date] Geben Sie ein Datum vom { $min } bis zum { $max } an.
    }
forms-least =
    { $what ->
        [length] Schreiben Sie mindestens { $min } Zeichen.
        [number] Geben Sie eine Zahl an, die mindestens { $min } ist.
       *[date] Geben Sie ein Datum an, das nicht vor dem { $min } liegt.
    }
forms-most =
    { $what ->
        [length] Schreiben Sie höchstens { $max } Zeichen.
        [number] Geben Sie eine Zahl an, die höchstens { $max } ist.
       *[date] Geben Sie ein Datum an, das nicht nach dem { $max } liegt.
    }
forms-some =
    { $what ->
        [number] Geben Sie eine Zahl an.
       *[date] Geben Sie ein Datum an.
    }
forms-date = Schreiben Sie das Datum als Jahr, Monat und Tag: 2026-11-22.
forms-number = Schreiben Sie eine Zahl, zum Beispiel 12 oder 2.5.
forms-url = Schreiben Sie die ganze Adresse, zum Beispiel https://example.org/seite.
forms-or-other = Geben Sie dies an oder das andere Feld: { $other }.
forms-exactly =
    { $what ->
        [length] Schreiben Sie genau { $min } Zeichen.
       *[number] Geben Sie genau diese Zahl an: { $min }.
    }
forms-send-text = Senden Sie das als Text.
forms-send-flag = Senden Sie true oder false.
forms-tick = Kreuzen Sie das an, um fortzufahren.
forms-send-number = Senden Sie das als Zahl.
forms-write-flag = Schreiben Sie true oder false.
forms-write-text = Schreiben Sie einen Text in Anführungszeichen.
forms-ticked = Das muss angekreuzt sein (true).
forms-number-too-large = Diese Zahl ist zu groß, um genau gespeichert zu werden.
forms-phone = Schreiben Sie eine Telefonnummer, zum Beispiel +49 1512 3456789.
forms-control = Lassen Sie Steuerzeichen weg.
forms-one-line = Schreiben Sie das in eine Zeile, ohne Steuerzeichen.
forms-keep-username = Behalten Sie den Benutzernamen: Dieses Konto hat keine andere Kennung.
forms-all-too-long = Alle Antworten zusammen sind zu lang. Kürzen Sie die längste.
forms-channel-choice = Wählen Sie email oder phone.
forms-either-identifier = Senden Sie entweder identifier oder username, email und phone.
field-username = Benutzername
field-email = E-Mail-Adresse
field-phone = Telefonnummer
field-first-name = Vorname
field-last-name = Nachname
field-channel-email = E-Mail
field-channel-phone = SMS
field-channel = Senden per
field-channel-help = Nur bei einem Benutzernamen. Bei einer E-Mail-Adresse oder Telefonnummer geht der Code dorthin.
field-identifier = Benutzername, E-Mail oder Telefon
field-identifier-without-phone = Benutzername oder E-Mail
field-code = Code
field-password = Passwort
field-password-again = Passwort wiederholen
field-new-password = Neues Passwort
field-new-password-again = Neues Passwort wiederholen
field-current-password = Bisheriges Passwort
field-remember-me = Auf diesem Gerät angemeldet bleiben
field-password-help =
    { $count ->
        [one] Mindestens 1 Zeichen. Gut ist ein Satz, den nur Sie sagen würden.
       *[other] Mindestens { $count } Zeichen. Gut ist ein Satz, den nur Sie sagen würden.
    }
register-title = Konto anlegen
field-new-phone = Neue Telefonnummer
field-new-email = Neue E-Mail-Adresse
field-phone-help = Mit + und Ländervorwahl, zum Beispiel +49 1512 3456789.
field-username-help = Buchstaben, Zahlen und . _ -
forms-at-least-one = Geben Sie mindestens eines an: { $identifiers }.
forms-give = Geben Sie an: { $identifiers }.
identifier-username = Benutzername
identifier-username-alone = Benutzername
identifier-email = E-Mail
identifier-email-alone = E-Mail
identifier-phone = Telefon
identifier-phone-alone = Telefon
identifier-any = Kennung
login-title = Anmelden
field-choose = Bitte wählen
field-no-choice = Keine Angabe
field-required = erforderlich
form-mistake = { $label }: { $mistake }
form-check =
    { $count ->
        [one] Bitte prüfen Sie dieses Feld
       *[other] Bitte prüfen Sie diese Felder
    }
