### Les formulaires : libellés, aides, et ce qui ne va pas dans une valeur.

## What is wrong

forms-too-short =
    { $count ->
        [one] Écrivez au moins { $count } caractère.
       *[other] Écrivez au moins { $count } caractères.
    }
forms-too-long =
    { $count ->
        [one] Écrivez au plus { $count } caractère.
       *[other] Écrivez au plus { $count } caractères.
    }
forms-pattern = Cela n’a pas la forme demandée : { $pattern }
forms-pattern-help = Cela n’a pas la forme demandée. { $help }
forms-choice = Choisissez parmi : { $choices }.
forms-range =
    { $what ->
        [length] Écrivez de { $min } à { $max } caractères.
        [number] Donnez un nombre de { $min } à { $max }.
       *[date] Donnez une date du { $min } au { $max }.
    }
forms-least =
    { $what ->
        [length] Écrivez au moins { $min } caractères.
        [number] Donnez un nombre d’au moins { $min }.
       *[date] Donnez une date qui ne soit pas avant le { $min }.
    }
forms-most =
    { $what ->
        [length] Écrivez au plus { $max } caractères.
        [number] Donnez un nombre d’au plus { $max }.
       *[date] Donnez une date qui ne soit pas après le { $max }.
    }
forms-some =
    { $what ->
        [number] Donnez un nombre.
       *[date] Donnez une date.
    }
forms-date = Écrivez la date par année, mois et jour : 2026-11-22.
forms-number = Écrivez un nombre, comme 12 ou 2.5.
forms-url = Écrivez l’adresse entière, comme https://example.org/page.
forms-or-other = Remplissez ce champ, ou celui-ci : { $other }.
forms-exactly =
    { $what ->
        [length] Écrivez exactement { $min } caractères.
       *[number] Donnez exactement ce nombre : { $min }.
    }
forms-send-text = Envoyez cela comme texte.
forms-send-flag = Envoyez true ou false.
forms-tick = Cochez cette case pour continuer.
forms-send-number = Envoyez cela comme nombre.
forms-write-flag = Écrivez true ou false.
forms-write-text = Écrivez un texte entre guillemets.
forms-ticked = Cette case doit être cochée (true).
forms-number-too-large = Ce nombre est trop grand pour être gardé exactement.
forms-phone = Écrivez un numéro de téléphone, comme +49 1512 3456789.
forms-control = Retirez les caractères de contrôle.
forms-one-line = Écrivez cela sur une ligne, sans caractères de contrôle.
forms-keep-username = Gardez le nom d’utilisateur : ce compte n’a pas d’autre identifiant.
forms-all-too-long = Toutes les réponses ensemble sont trop longues. Raccourcissez la plus longue.
forms-channel-choice = Choisissez email ou phone.
forms-either-identifier = Envoyez soit identifier, soit username, email et phone.
field-username = Nom d’utilisateur
field-email = Adresse e-mail
field-phone = Numéro de téléphone
field-first-name = Prénom
field-last-name = Nom
field-channel-email = E-mail
field-channel-phone = SMS
field-channel = Envoyer par
field-channel-help = Pour un nom d’utilisateur seulement. Avec une adresse e-mail ou un numéro, l’envoi y va.
field-identifier = Nom d’utilisateur, e-mail ou téléphone
field-identifier-without-phone = Nom d’utilisateur ou e-mail
field-code = Code
field-password = Mot de passe
field-password-again = Mot de passe, encore une fois
field-new-password = Nouveau mot de passe
field-new-password-again = Nouveau mot de passe, encore une fois
field-current-password = Mot de passe actuel
field-remember-me = Rester connecté sur cet appareil
field-password-help =
    { $count ->
        [one] Au moins { $count } caractère. Une phrase que vous seul diriez convient bien.
       *[other] Au moins { $count } caractères. Une phrase que vous seul diriez convient bien.
    }
register-title = Créer votre compte
field-new-phone = Nouveau numéro de téléphone
field-new-email = Nouvelle adresse e-mail
field-phone-help = Avec + et l’indicatif du pays, comme +49 1512 3456789.
field-username-help = Lettres, chiffres et . _ -
forms-at-least-one = Indiquez au moins un de ces champs : { $identifiers }.
forms-give = Indiquez : { $identifiers }.
identifier-username = nom d’utilisateur
identifier-username-alone = Nom d’utilisateur
identifier-email = e-mail
identifier-email-alone = E-mail
identifier-phone = téléphone
identifier-phone-alone = Téléphone
identifier-any = identifiant
login-title = Se connecter
field-choose = Choisissez
field-no-choice = Sans préférence
field-required = obligatoire
form-mistake = { $label } : { $mistake }
form-check =
    { $count ->
        [one] Vérifiez ce champ
       *[other] Vérifiez ces champs
    }
