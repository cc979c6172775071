### Français.
### Terms: se connecter (sign in), se déconnecter (sign out), compte (account), nom d’utilisateur (username), adresse e-mail (email
### address), numéro de téléphone (phone number), code (code), lien (link), confirmer (verify, confirm), session (session), mot de
### passe (password), équipe (staff), super-utilisateur (superuser), administration (administration). Vouvoiement.

## The language itself

language-name = Français
language-direction = ltr

## On every page

language-choice = Langue
list-comma = { $first }, { $next }
list-or = { $first } ou { $last }
number = { $count }
wait-seconds =
    { $count ->
        [one] { $count } seconde
       *[other] { $count } secondes
    }
wait-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
wait-hours =
    { $count ->
        [one] { $count } heure
       *[other] { $count } heures
    }
date-month =
    { $month ->
        [1] janvier
        [2] février
        [3] mars
        [4] avril
        [5] mai
        [6] juin
        [7] juillet
        [8] août
        [9] septembre
        [10] octobre
        [11] novembre
       *[12] décembre
    }
date-day = { $day } { date-month } { $year }
date-moment = { date-day }, { $time } UTC
ago-just-now = à l’instant
ago-minutes =
    { $count ->
        [one] il y a { $count } minute
       *[other] il y a { $count } minutes
    }
ago-hours =
    { $count ->
        [one] il y a { $count } heure
       *[other] il y a { $count } heures
    }
ago-days =
    { $count ->
        [one] il y a { $count } jour
       *[other] il y a { $count } jours
    }
