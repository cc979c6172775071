### Pourquoi quelqu’un ne peut pas se connecter : pour l’équipe.

explain-title = Pourquoi cela ne marche-t-il pas ?
explain-intro = Ce que le programme fait d’un identifiant, et ce qui s’est passé dans une requête. Que vous avez demandé est noté dans le journal du compte.
explain-submit = Expliquer
explain-request = Ou l’id d’une requête
explain-request-help = Le X-Request-Id de la réponse que quelqu’un a reçue.
explain-one-of-both = Donnez un identifiant ou une requête, pas les deux.
explain-request-unknown = Rien n’a été noté dans cette requête. Sont notés les connexions, les mots de passe et codes refusés et les changements des comptes ; pas une réponse 429 (trop d’essais) ni 422 (un formulaire avec des erreurs) : le journal du serveur a une ligne avec cet id, et un identifiant montre ses attentes.

## Sections

explain-answers = Ce que la personne apprend
explain-reading = Comment c’est lu
explain-backends = Ce que disent les backends, dans cet ordre
explain-account = Compte
explain-limits = Limites et attentes
explain-messages = Où iraient les messages
explain-in-request = Dans la requête { $request }

## Faits

explain-right-password = Bon mot de passe
explain-wrong-password = Mauvais mot de passe
explain-let-in = { $status } : admis
explain-refused = { $status } : { $why }
explain-other-shape = Pas de cette forme
explain-not-here = Il n’y en a pas ici
explain-read = { $stored }, trouvé comme { $canonical }
explain-if-right = Accepte si le mot de passe est bon, sinon passe
explain-denies = Refuse : { $why }
explain-passes = Passe : { $why }
explain-passes-no_use = Passe : il n’a que faire de ce genre
explain-passes-nobody = Passe : il ne trouve personne
explain-passes-inactive = Passe : le compte est inactif
explain-passes-no_password = Passe : le compte n’a pas de mot de passe
explain-id = Id
explain-state = État
explain-active = Actif
explain-verified = { $address }, confirmé
explain-not-verified = { $address }, non confirmé
explain-password = Mot de passe
explain-rehashed = { $format }, renouvelé à la prochaine connexion
explain-last-login = Dernière connexion
explain-delete-at = À supprimer
explain-failures = Mauvais mots de passe de suite
explain-failures-of = { $failures } ; les attentes commencent après { $limit }
explain-waits = Rien n’est examiné avant
explain-code = { $purpose } : { $failures } faux de suite, encore { $left } possibles { $until }
explain-sending = Prochain code dans { $seconds } s ; encore { $hour } cette heure, { $day } aujourd’hui
explain-purpose-verify = Pour la confirmer
explain-purpose-reset = Pour réinitialiser le mot de passe
explain-purpose-login = Pour se connecter
explain-purpose-change = Pour l’adopter
explain-event = { $event }, depuis { $ip }
explain-nobody = Aucun : cela ne concernait personne, ou le compte a disparu

## Raisons, que personne d’autre n’apprend

explain-reason-blank = rien n’a été donné
explain-reason-throttled = trop de mauvais mots de passe ; il faut attendre
explain-reason-not_an_identifier = cela ne peut être l’identifiant de personne
explain-reason-no_account = ce compte n’existe pas
explain-reason-no_backend = aucun backend n’admet le compte par là
explain-reason-denied = un backend refuse
explain-reason-inactive = le compte est inactif
explain-reason-no_password = le compte n’a pas de mot de passe
explain-reason-unreadable_password = le mot de passe est gardé sous une forme qui n’est pas lue
explain-reason-hidden = rien du compte n’est confirmé, et les adresses connues sont cachées
explain-reason-unverified = une adresse doit d’abord être confirmée
explain-reason-wrong_password = le mot de passe est faux

## Messages

explain-asked-reset = Réinitialisation du mot de passe
explain-asked-login = Code de connexion
explain-asked-verify_email = Confirmation de l’e-mail
explain-asked-verify_phone = Confirmation du téléphone
explain-sent = { $message } à { $to }
explain-unsent-off = Nulle part : c’est désactivé
explain-unsent-no_account = Nulle part : ce compte n’existe pas
explain-unsent-inactive = Nulle part : le compte est inactif
explain-unsent-no_address = Nulle part : le compte n’a pas de telle adresse
explain-unsent-not_proved = Nulle part : aucune de ses adresses n’est confirmée pour cela
explain-unsent-proved = Nulle part : elle est déjà confirmée
explain-unsent-needs_owner = Nulle part : seul son propriétaire connecté peut la confirmer
