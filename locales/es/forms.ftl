### Formularios: etiquetas, ayudas y lo que está mal en un valor.

## What is wrong

forms-too-short =
    { $count ->
        [one] Escribe al menos 1 carácter.
       *[other] Escribe al menos { $count } caracteres.
    }
forms-too-long =
    { $count ->
        [one] Escribe como máximo 1 carácter.
       *[other] Escribe como máximo { $count } caracteres.
    }
forms-pattern = No tiene la forma que se pide: { $pattern }
forms-pattern-help = No tiene la forma que se pide. { $help }
forms-choice = Elige una de estas opciones: { $choices }.
forms-range =
    { $what ->
        [length] Escribe de { $min } a { $max } caracteres.
        [number] Indica un número de { $min } a { $max }.
       *[date] Indica una fecha del { $min } al { $max }.
    }
forms-least =
    { $what ->
        [length] Escribe al menos { $min } caracteres.
        [number] Indica un número que sea al menos { $min }.
       *[date] Indica una fecha que no sea anterior al { $min }.
    }
forms-most =
    { $what ->
        [length] Escribe como máximo { $max } caracteres.
        [number] Indica un número que sea como máximo { $max }.
       *[date] Indica una fecha que no sea posterior al { $max }.
    }
forms-some =
    { $what ->
        [number] Indica un número.
       *[date] Indica una fecha.
    }
forms-date = Escribe la fecha con año, mes y día: 2026-11-22.
forms-number = Escribe un número, como 12 o 2.5.
forms-url = Escribe la dirección completa, como https://example.org/pagina.
forms-or-other = Indica este dato, o este otro: { $other }.
forms-exactly =
    { $what ->
        [length] Escribe exactamente { $min } caracteres.
       *[number] Indica exactamente este número: { $min }.
    }
forms-send-text = Envíalo como texto.
forms-send-flag = Envía true o false.
forms-tick = Marca esta casilla para continuar.
forms-send-number = Envíalo como número.
forms-write-flag = Escribe true o false.
forms-write-text = Escribe un texto entre comillas.
forms-ticked = Esta casilla debe estar marcada (true).
forms-number-too-large = Este número es demasiado grande para guardarlo con exactitud.
forms-phone = Escribe un número de teléfono, como +49 1512 3456789.
forms-control = Quita los caracteres de control.
forms-one-line = Escríbelo en una línea, sin caracteres de control.
forms-keep-username = Conserva el nombre de usuario: esta cuenta no tiene otro identificador.
forms-all-too-long = Todas las respuestas juntas son demasiado largas. Acorta la más larga.
forms-channel-choice = Elige email o phone.
forms-either-identifier = Envía o bien identifier, o bien username, email y phone.
field-username = Nombre de usuario
field-email = Correo electrónico
field-phone = Número de teléfono
field-first-name = Nombre
field-last-name = Apellidos
field-channel-email = Correo electrónico
field-channel-phone = Mensaje de texto
field-channel = Enviar por
field-channel-help = Solo con un nombre de usuario. Con un correo o un número de teléfono, va allí.
field-identifier = Nombre de usuario, correo o teléfono
field-identifier-without-phone = Nombre de usuario o correo
field-code = Código
field-password = Contraseña
field-password-again = Contraseña otra vez
field-new-password = Contraseña nueva
field-new-password-again = Contraseña nueva otra vez
field-current-password = Contraseña actual
field-remember-me = Mantener la sesión iniciada en este dispositivo
field-password-help =
    { $count ->
        [one] Al menos 1 carácter. Una frase que solo dirías tú es buena.
       *[other] Al menos { $count } caracteres. Una frase que solo dirías tú es buena.
    }
register-title = Crea tu cuenta
field-new-phone = Número de teléfono nuevo
field-new-email = Correo electrónico nuevo
field-phone-help = Con + y el prefijo del país, como +49 1512 3456789.
field-username-help = Letras, números y . _ -
forms-at-least-one = Indica al menos uno: { $identifiers }.
forms-give = Indica: { $identifiers }.
identifier-username = nombre de usuario
identifier-username-alone = Nombre de usuario
identifier-email = correo electrónico
identifier-email-alone = Correo electrónico
identifier-phone = teléfono
identifier-phone-alone = Teléfono
identifier-any = identificador
login-title = Iniciar sesión
field-choose = Elige una opción
field-no-choice = Sin preferencia
field-required = obligatorio
form-mistake = { $label }: { $mistake }
form-check =
    { $count ->
        [one] Revisa este campo
       *[other] Revisa estos campos
    }
