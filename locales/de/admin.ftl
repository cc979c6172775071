### Die Seiten für Mitarbeiter.

## On each of them

admin-nav = Verwaltung
admin-nav-overview = Überblick
admin-nav-accounts = Konten
admin-nav-messages = Nachrichten
admin-nav-tokens = Codes
admin-nav-events = Ereignisse
admin-nav-explain = Erklären
admin-own-account = Ihr Konto:
admin-sign-out = Abmelden

## The entrance

admin-login-title = Zur Verwaltung anmelden
admin-login-intro = Diese Seiten sind für Mitarbeiter. Sie fragen nach Ihrem Passwort, auch wenn Sie schon angemeldet sind.
admin-login-submit = Anmelden

## Lists

admin-filter-submit = Anzeigen
admin-filter-clear = Zurücksetzen
admin-filter-any = Alle
admin-pager = Seiten
admin-pager-first = Zurück zur ersten Seite
admin-pager-next = Nächste Seite
admin-rows-none = Hier ist nichts.
admin-rows-none-narrowed = So etwas gibt es nicht.
admin-rows-none-yet = Unter diesen ist nichts. Auf der nächsten Seite kann noch etwas sein.
admin-rows-actions = Was man tun kann
admin-rows-account = Konto
admin-rows-state = Zustand
admin-rows-gone = Gelöscht
admin-rows-none-account = Keines
admin-rows-nobody = Von niemandem
admin-rows-by = Durch
admin-choose-one = Wählen Sie eines davon: { $choices }.
admin-choose-day = Schreiben Sie einen Tag, etwa 2026-11-22.

## The front page

admin-overview-title = Überblick
admin-overview-accounts = Konten
admin-overview-verified = Mit bestätigter Adresse
admin-overview-staff = Mitarbeiter
admin-overview-browsers = Sitzungen in Browsern
admin-overview-programs = Sitzungen von Programmen
admin-overview-waiting = Wartende Nachrichten
admin-overview-todo = Was zu tun ist
admin-overview-look = Ansehen
admin-overview-schema = Das Schema der Datenbank ist nicht das dieses Programms
admin-overview-schema-text = Bringen Sie es auf den Stand mit: countersign migrate. Vielleicht hat es ein neueres Programm geändert.
admin-overview-dead = Nachrichten wurden aufgegeben
admin-overview-dead-text =
    { $count ->
        [one] 1 Nachricht der letzten Woche wird nicht noch einmal versucht.
       *[other] { $count } Nachrichten der letzten Woche werden nicht noch einmal versucht.
    }
admin-overview-failed = Nachrichten lassen sich nicht senden
admin-overview-failed-text =
    { $count ->
        [one] 1 Nachricht ließ sich nicht senden und wird noch einmal versucht.
       *[other] { $count } Nachrichten ließen sich nicht senden und werden noch einmal versucht.
    }
admin-overview-activity = Was geschehen ist
admin-overview-note = Zeiten sind UTC. Was gelöschten Konten geschehen ist, wird nicht gezählt.
admin-overview-spans = Wie weit zurück
admin-overview-span = Zeit
admin-overview-span-day = 24 Stunden
admin-overview-span-week = 7 Tage
admin-overview-span-month = 30 Tage
admin-chart-registrations = Registrierungen
admin-chart-logins = Anmeldungen
admin-chart-refusals = Abweisungen
admin-chart-messages = Nachrichten
admin-chart-sent = Gesendet
admin-chart-dead = Aufgegeben
admin-chart-from = Ab
admin-chart-table = Als Tabelle
admin-chart-most = Am meisten: { $count }, { $when }.
admin-chart-nothing = Es ist nichts geschehen.

## Messages

admin-messages-title = Nachrichten
admin-messages-intro = Was gesendet wurde und was wartet. Was in einer Nachricht steht, wird nie gezeigt.
admin-messages-retried = Die Nachricht wird gleich noch einmal versucht.
admin-messages-message = Nachricht
admin-messages-to = An
admin-messages-written = Geschrieben
admin-messages-waiting = Wartet
admin-messages-failed = Wird noch einmal versucht
admin-messages-sent = Gesendet
admin-messages-dead = Aufgegeben
admin-messages-tries =
    { $count ->
        [one] Einmal versucht
       *[other] { $count }-mal versucht
    }
admin-messages-next = Nächster Versuch
admin-messages-retry = Jetzt versuchen
admin-messages-erased = Was darin stand, ist gelöscht, seit sie gesendet oder aufgegeben wurde. Wer sie braucht, fordert eine neue an.

## Tokens: one-time passwords under way

admin-tokens-title = Codes
admin-tokens-intro = Einmalpasswörter, die noch gelten. Die Codes selbst kennt, wer sie bekommen hat, und sonst niemand.
admin-tokens-ended = Der Code ist beendet. Ein anderer kann angefordert werden.
admin-tokens-purpose = Wofür
admin-tokens-verify = Adresse bestätigen
admin-tokens-reset = Passwort zurücksetzen
admin-tokens-login = Anmelden
admin-tokens-change = Adresse ändern
admin-tokens-channel = Auf welchem Weg
admin-tokens-email = E-Mail
admin-tokens-phone = Textnachricht
admin-tokens-to = Gesendet an
admin-tokens-made = Erstellt
admin-tokens-expires = Gilt bis
admin-tokens-open = Gilt
admin-tokens-throttled = Gebremst
admin-tokens-dead = Verbraucht
admin-tokens-until = Bis
admin-tokens-attempts =
    { $count ->
        [one] Einmal falsch
       *[other] { $count }-mal falsch
    }
admin-tokens-end = Beenden

## Events

admin-events-title = Ereignisse
admin-events-intro = Was Konten geschehen ist, das Neueste zuerst, und wer abgewiesen wurde.
admin-events-what = Was
admin-events-network = Netz
admin-events-since = Ab
admin-events-until = Bis
admin-events-from = Von
admin-events-when = Wann
admin-events-no-account = Ein solches Konto gibt es nicht. Geben Sie die Kennzahl, den Benutzernamen, die E-Mail-Adresse oder Telefonnummer an.
admin-events-no-network = Schreiben Sie eine Adresse oder ein Netz, etwa 192.0.2.0/24.
