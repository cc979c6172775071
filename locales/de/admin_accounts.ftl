### Konten, wie Mitarbeiter sie sehen: die Liste, ein Konto, und was damit getan wird.

## On both

admin-yes = Ja
admin-no = Nein
admin-account-inactive = Deaktiviert
admin-account-leaving = Wird gelöscht
admin-account-superuser = Administrator
admin-account-staff = Mitarbeiter
admin-account-unverified = Unbestätigt
admin-account-active = Darf sich anmelden

## The list

admin-accounts-title = Konten
admin-accounts-new = Neues Konto
admin-accounts-submit = Suchen
admin-accounts-back = Zurück zu den Konten
admin-accounts-found = Gefundene Konten
admin-accounts-q = Benutzername, E-Mail, Telefon oder Kennzahl
admin-accounts-q-help = Der Anfang genügt.
admin-accounts-verified = Bestätigte Adresse
admin-accounts-verified-one = Mindestens eine
admin-accounts-verified-none = Keine
admin-accounts-staff-only = Nur Mitarbeiter
admin-accounts-staff-none = Keine Mitarbeiter
admin-accounts-superuser-only = Nur Administratoren
admin-accounts-superuser-none = Keine Administratoren
admin-accounts-joined-since = Dabei ab dem
admin-accounts-login-since = Angemeldet ab dem
admin-accounts-login-before = Nicht angemeldet seit dem

## One account

admin-account-created = Das Konto ist angelegt.
admin-account-edited = Das Konto ist gespeichert.
admin-account-protected = Dies ist das Konto eines Administrators. Nur Administratoren können es ändern.
admin-account-identifiers = Womit man sich anmeldet
admin-account-pending = Wartet auf den Code für den Wechsel zu
admin-account-doubted = Nach dem Zurücksetzen zu bestätigen
admin-account-about = Über das Konto
admin-account-sessions = Wo es angemeldet ist
admin-account-all-sessions = Alle Sitzungen
admin-account-nowhere = Nirgends.
admin-account-device = Gerät
admin-account-ip = IP-Adresse
admin-account-codes = Codes, die noch gelten
admin-account-tries = Fehlversuche
admin-account-by-staff = durch Mitarbeiter
admin-account-by-shell = von der Kommandozeile aus

## The form of an account

admin-account-new-intro = Geben Sie mindestens eine Kennung an. Das Konto hat kein Passwort, bis sein Inhaber eines setzt.
admin-account-new-submit = Konto anlegen
admin-account-edit-title = { $name } bearbeiten
admin-account-edit-intro = Eine geänderte Adresse muss neu bestätigt werden, und die alte wird benachrichtigt. Ändern sich die Rechte, wird das Konto überall abgemeldet.
admin-account-back = Zurück zum Konto
admin-account-active-help = Ohne das wird das Konto sofort überall abgemeldet.
admin-account-staff-help = Darf diese Seiten benutzen.
admin-account-superuser-help = Darf hier alles, bei allen.
admin-account-superuser-is-staff = Ein Administrator ist auch Mitarbeiter.
admin-account-send = Nachricht zum Setzen eines Passworts senden
admin-account-send-help = An die E-Mail-Adresse, sonst an die Telefonnummer. Ohne sie fordert der Inhaber selbst eine an.
admin-account-send-nowhere = Geben Sie auch eine Adresse an: Dorthin geht die Nachricht.

## What is done to it, each on a page of its own: what the button says, what it does, and what is said once it is done

admin-act-title = { $act }: { $name }
admin-account-channel = Adresse
admin-act-verify = Adresse bestätigen
admin-act-verify-what = Tun Sie das nur, wenn Sie wissen, dass die Adresse dem Inhaber gehört: Über sie lässt sich dann das Passwort zurücksetzen. Codes, die für sie noch gelten, werden ungültig.
admin-act-verify-done = Die Adresse ist bestätigt.
admin-act-reset = Passwort zurücksetzen lassen
admin-act-reset-what = Der Inhaber bekommt die übliche Nachricht mit einem Code, um ein neues Passwort zu setzen. Bis dahin gilt das alte.
admin-act-reset-done = Die Nachricht ist unterwegs.
admin-act-reset-inactive = Dieses Konto darf sich nicht anmelden. Aktivieren Sie es zuerst.
admin-act-reset-other = Über diese Adresse lässt sich das Passwort nicht zurücksetzen: Es gibt sie nicht, oder eine andere ist bestätigt.
admin-act-reset-nowhere = Dieses Konto hat keine Adresse, an die etwas gesendet werden könnte.
admin-act-end-sessions = Alle Sitzungen beenden
admin-act-end-sessions-what = Das Konto wird sofort überall abgemeldet. Sein Inhaber kann sich wieder anmelden.
admin-act-end-sessions-done = Die Sitzungen sind beendet.
admin-act-activate = Aktivieren
admin-act-activate-what = Das Konto kann sich wieder anmelden, mit dem Passwort, das es hatte.
admin-act-activate-done = Das Konto ist aktiv.
admin-act-deactivate = Deaktivieren
admin-act-deactivate-what = Das Konto wird sofort überall abgemeldet und kann sich nicht anmelden, bis es jemand wieder aktiviert. Nichts davon geht verloren.
admin-act-deactivate-done = Das Konto ist deaktiviert.
admin-act-delete = Löschen
admin-act-delete-what = Alles von dem Konto verschwindet sofort und endgültig: Kennungen, Profil, Sitzungen und Aktivität. Niemand kann es zurückholen, und sein Inhaber wird nicht benachrichtigt.
admin-act-delete-done = Das Konto ist gelöscht.
