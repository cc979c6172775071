### Warum sich jemand nicht anmelden kann: für das Team.

explain-title = Warum geht es nicht?
explain-intro = Was das Programm aus einer Kennung macht, und was in einer Anfrage geschah. Dass Sie gefragt haben, steht im Protokoll des Kontos.
explain-submit = Erklären
explain-request = Oder die Kennzahl einer Anfrage
explain-request-help = Die X-Request-Id der Antwort, die jemand bekam.
explain-one-of-both = Geben Sie eine Kennung oder eine Anfrage an, nicht beides.
explain-request-unknown = In dieser Anfrage wurde nichts vermerkt. Vermerkt werden Anmeldungen, abgelehnte Passwörter und Codes und Änderungen an Konten, nicht aber eine Antwort 429 (zu viele Versuche) oder 422 (ein Formular mit Fehlern): Das Protokoll des Servers hat eine Zeile mit dieser Kennzahl, und ein Benutzername, eine Adresse oder eine Nummer zeigt, welche Wartezeiten gelten.

## Abschnitte

explain-answers = Was die Person erfährt
explain-reading = Wie es gelesen wird
explain-backends = Was die Backends sagen, in dieser Reihenfolge
explain-account = Konto
explain-limits = Grenzen und Wartezeiten
explain-messages = Wohin Nachrichten gingen
explain-in-request = In der Anfrage { $request }

## Angaben

explain-right-password = Richtiges Passwort
explain-wrong-password = Falsches Passwort
explain-let-in = { $status }: angemeldet
explain-refused = { $status }: { $why }
explain-other-shape = Der Form nach nicht
explain-not-here = Gibt es hier nicht
explain-read = { $stored }, gefunden als { $canonical }
explain-if-right = Nimmt an, wenn das Passwort stimmt, sonst enthält es sich
explain-denies = Lehnt ab: { $why }
explain-passes = Enthält sich: { $why }
explain-passes-no_use = Enthält sich: diese Art ist nichts für es
explain-passes-nobody = Enthält sich: es findet niemanden
explain-passes-inactive = Enthält sich: das Konto ist deaktiviert
explain-passes-no_password = Enthält sich: das Konto hat kein Passwort
explain-id = Kennzahl
explain-state = Zustand
explain-active = Aktiv
explain-verified = { $address }, bestätigt
explain-not-verified = { $address }, nicht bestätigt
explain-password = Passwort
explain-rehashed = { $format }, wird bei der nächsten Anmeldung erneuert
explain-last-login = Letzte Anmeldung
explain-delete-at = Wird gelöscht
explain-failures = Falsche Passwörter in Folge
explain-failures-of = { $failures }; ab { $limit } muss man warten
explain-waits = Nichts wird geprüft bis
explain-code = { $purpose }: { $failures } falsch in Folge, { $left } weitere dürfen falsch sein { $until }
explain-sending = Nächster Code in { $seconds } s; noch { $hour } in dieser Stunde, { $day } heute
explain-purpose-verify = Zum Bestätigen
explain-purpose-reset = Für ein neues Passwort
explain-purpose-login = Zum Anmelden
explain-purpose-change = Zum Wechsel dorthin
explain-event = { $event }, von { $ip }
explain-nobody = Keines: Es ging um niemanden, oder das Konto ist fort

## Gründe, die sonst niemand erfährt

explain-reason-blank = nichts wurde angegeben
explain-reason-throttled = zu viele falsche Passwörter; es muss warten
explain-reason-not_an_identifier = das kann niemandes Kennung sein
explain-reason-no_account = es gibt kein solches Konto
explain-reason-no_backend = kein Backend lässt das Konto damit ein
explain-reason-denied = ein Backend lehnt ab
explain-reason-inactive = das Konto ist deaktiviert
explain-reason-no_password = das Konto hat kein Passwort
explain-reason-unreadable_password = das Passwort ist in einer Form gespeichert, die nicht gelesen wird
explain-reason-hidden = nichts an dem Konto ist bestätigt, und bekannte Adressen werden verborgen
explain-reason-unverified = zuerst ist eine Adresse zu bestätigen
explain-reason-wrong_password = das Passwort ist falsch

## Nachrichten

explain-asked-reset = Neues Passwort
explain-asked-login = Anmeldecode
explain-asked-verify_email = Bestätigung der E-Mail-Adresse
explain-asked-verify_phone = Bestätigung der Telefonnummer
explain-sent = { $message } an { $to }
explain-unsent-off = Nirgendwohin: Das ist abgeschaltet
explain-unsent-no_account = Nirgendwohin: Es gibt kein solches Konto
explain-unsent-inactive = Nirgendwohin: Das Konto ist deaktiviert
explain-unsent-no_address = Nirgendwohin: Das Konto hat keine solche Adresse
explain-unsent-not_proved = Nirgendwohin: Keine Adresse ist dafür bestätigt
explain-unsent-proved = Nirgendwohin: Sie ist schon bestätigt
explain-unsent-needs_owner = Nirgendwohin: Nur wer angemeldet ist, darf sie bestätigen
