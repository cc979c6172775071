### Deutsch.
### Terms: anmelden (sign in), abmelden (sign out), Konto (account), Benutzername (username), E-Mail-Adresse (email
### address), Telefonnummer (phone number), Code (code), Link (link), bestätigen (verify, confirm), Sitzung (session),
### Passwort (password), Mitarbeiter (staff), Administrator (superuser), Verwaltung (administration). Anrede: Sie.

## The language itself

language-name = Deutsch
language-direction = ltr

## On every page

language-choice = Sprache
list-comma = { $first }, { $next }
list-or = { $first } oder { $last }
number = { $count }
wait-seconds =
    { $count ->
        [one] 1 Sekunde
       *[other] { $count } Sekunden
    }
wait-minutes =
    { $count ->
        [one] 1 Minute
       *[other] { $count } Minuten
    }
wait-hours =
    { $count ->
        [one] 1 Stunde
       *[other] { $count } Stunden
    }
date-month =
    { $month ->
        [1] Januar
        [2] Februar
        [3] März
        [4] April
        [5] Mai
        [6] Juni
        [7] Juli
        [8] August
        [9] September
        [10] Oktober
        [11] November
       *[12] Dezember
    }
date-day = { $day }. { date-month } { $year }
date-moment = { date-day }, { $time } UTC
ago-just-now = gerade eben
ago-minutes =
    { $count ->
        [one] vor 1 Minute
       *[other] vor { $count } Minuten
    }
ago-hours =
    { $count ->
        [one] vor 1 Stunde
       *[other] vor { $count } Stunden
    }
ago-days =
    { $count ->
        [one] vor 1 Tag
       *[other] vor { $count } Tagen
    }
