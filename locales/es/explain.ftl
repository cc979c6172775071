### Por qué alguien no puede iniciar sesión: para el equipo.

explain-title = ¿Por qué no funciona?
explain-intro = Qué entiende el programa por un identificador, y qué pasó en una petición. Que lo preguntaste queda anotado en el registro de la cuenta.
explain-submit = Explicar
explain-request = O el id de una petición
explain-request-help = El X-Request-Id de la respuesta que alguien recibió.
explain-one-of-both = Indica un identificador o una petición, no ambos.
explain-request-unknown = En esta petición no se anotó nada. Se anotan los inicios de sesión, las contraseñas y los códigos rechazados y los cambios en las cuentas; no una respuesta 429 (demasiados intentos) ni 422 (un formulario con errores): el registro del servidor tiene una línea con este id, y un identificador muestra sus esperas.

## Sections

explain-answers = Qué se le dice a la persona
explain-reading = Cómo se lee
explain-backends = Qué dicen los backends, en este orden
explain-account = Cuenta
explain-limits = Límites y esperas
explain-messages = Adónde irían los mensajes
explain-in-request = En la petición { $request }

## Facts

explain-right-password = Contraseña correcta
explain-wrong-password = Contraseña incorrecta
explain-let-in = { $status }: entra
explain-refused = { $status }: { $why }
explain-other-shape = Por su forma, no
explain-not-here = Aquí no se usa
explain-read = { $stored }, se encuentra como { $canonical }
explain-if-right = Acepta si la contraseña es correcta; si no, se abstiene
explain-denies = Deniega: { $why }
explain-passes = Se abstiene: { $why }
explain-passes-no_use = Se abstiene: no le sirve este tipo
explain-passes-nobody = Se abstiene: no encuentra a nadie
explain-passes-inactive = Se abstiene: la cuenta está inactiva
explain-passes-no_password = Se abstiene: la cuenta no tiene contraseña
explain-id = Id
explain-state = Estado
explain-active = Activa
explain-verified = { $address }, verificado
explain-not-verified = { $address }, sin verificar
explain-password = Contraseña
explain-rehashed = { $format }, se guardará de nuevo en el próximo inicio de sesión
explain-last-login = Último inicio de sesión
explain-delete-at = Se eliminará
explain-failures = Contraseñas incorrectas seguidas
explain-failures-of = { $failures }; las esperas empiezan después de { $limit }
explain-waits = No se comprueba nada hasta
explain-code = { $purpose }: incorrectos seguidos: { $failures }; quedan: { $left } { $until }
explain-sending = Próximo código en { $seconds } s; quedan { $hour } en esta hora y { $day } hoy
explain-purpose-verify = Para verificarla
explain-purpose-reset = Para restablecer la contraseña
explain-purpose-login = Para iniciar sesión
explain-purpose-change = Para cambiar a ella
explain-event = { $event }, desde { $ip }
explain-nobody = Ninguna: no se trataba de nadie, o la cuenta ya no existe

## Reasons, which nobody else is told

explain-reason-blank = no se indicó nada
explain-reason-throttled = demasiadas contraseñas incorrectas; hay que esperar
explain-reason-not_an_identifier = no puede ser el identificador de nadie
explain-reason-no_account = no existe esa cuenta
explain-reason-no_backend = ningún backend deja entrar a la cuenta con esto
explain-reason-denied = un backend deniega
explain-reason-inactive = la cuenta está inactiva
explain-reason-no_password = la cuenta no tiene contraseña
explain-reason-unreadable_password = la contraseña está guardada en una forma que no se lee
explain-reason-hidden = nada de la cuenta está verificado, y se oculta qué direcciones se conocen
explain-reason-unverified = primero hay que verificar una dirección
explain-reason-wrong_password = la contraseña es incorrecta

## Messages

explain-asked-reset = Restablecer la contraseña
explain-asked-login = Código para iniciar sesión
explain-asked-verify_email = Verificar el correo electrónico
explain-asked-verify_phone = Verificar el teléfono
explain-sent = { $message } a { $to }
explain-unsent-off = A ninguna parte: está desactivado
explain-unsent-no_account = A ninguna parte: no existe esa cuenta
explain-unsent-inactive = A ninguna parte: la cuenta está inactiva
explain-unsent-no_address = A ninguna parte: la cuenta no tiene esa dirección
explain-unsent-not_proved = A ninguna parte: ninguna de sus direcciones está verificada para eso
explain-unsent-proved = A ninguna parte: ya está verificado
explain-unsent-needs_owner = A ninguna parte: solo puede verificarlo su dueño con la sesión iniciada
