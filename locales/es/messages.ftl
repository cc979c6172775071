### Correos y mensajes de texto. Lo que cada mensaje puede usar está en locales/en/messages.ftl.
### Los mensajes de texto evitan ó, á, í y ú (código, sesión, tú): no están en GSM 7, y con ellas cuestan el doble.

## What all share

message-hello = Hola, { $name }:
message-hello-you = Hola:
message-code = Tu código
message-or-link = Si el botón no funciona, abre esta dirección:
message-or-link-text = O abre esta dirección:
message-both-good-for = El código y el enlace sirven una sola vez, en un plazo de { $time }.
message-code-good-for = El código sirve una sola vez, en un plazo de { $time }.
message-link-good-for = El enlace sirve una sola vez, en un plazo de { $time }.
message-minutes =
    { $count ->
        [one] 1 minuto
       *[other] { $count } minutos
    }
message-hours =
    { $count ->
        [one] 1 hora
       *[other] { $count } horas
    }
message-days =
    { $count ->
        [one] 1 día
       *[other] { $count } días
    }
message-when = Cuándo
message-ip = Dirección de red
message-never = Nadie de { $host } te pedirá nunca este código.
message-footer = Enviado por { $host }. Las respuestas a este mensaje no se leen.

## To verify an address

message-verify_email-subject = Verifica tu correo electrónico
message-verify_email-title = Verifica tu correo electrónico
message-verify_email-lead = Escribe este código en { $host } para demostrar que esta dirección es tuya.
message-verify_email-button = Verificar esta dirección
message-verify_email-unasked = Si no indicaste esta dirección en { $host }, no tienes que hacer nada: sin el código no pasa nada.
message-verify_phone-sms =
    { $timed ->
        [yes] { $code } sirve para verificar este teléfono en { $host } durante { $time }. No lo compartas.
       *[no] { $code } sirve para verificar este teléfono en { $host }. No lo compartas.
    }

## To set a new password

message-reset_password-subject = Pon una contraseña nueva
message-reset_password-title = Pon una contraseña nueva
message-reset_password-lead = Alguien, probablemente tú, pidió poner una contraseña nueva en tu cuenta de { $host }. Escribe allí este código.
message-reset_password-button = Poner una contraseña nueva
message-reset_password-unasked = Si no fuiste tú, no tienes que hacer nada: tu contraseña sigue como está, mientras nadie conozca el código.
message-reset_password-sms =
    { $timed ->
        [yes] { $code } sirve para poner una contraseña nueva en { $host } durante { $time }. ¿No lo pediste? No hagas caso. No lo compartas.
       *[no] { $code } sirve para poner una contraseña nueva en { $host }. ¿No lo pediste? No hagas caso. No lo compartas.
    }

## To sign in with a code

message-login_code-subject = Tu código para iniciar sesión
message-login_code-title = Inicia sesión con este código
message-login_code-lead = Escribe este código en { $host } para iniciar sesión en tu cuenta.
message-login_code-button = Iniciar sesión
message-login_code-unasked = Si no estás iniciando sesión ahora mismo, no des este código a nadie. Sin él no entra nadie.
message-login_code-sms =
    { $timed ->
        [yes] { $code } sirve para entrar en { $host } durante { $time }. ¿No lo pediste? No lo compartas.
       *[no] { $code } sirve para entrar en { $host }. ¿No lo pediste? No lo compartas.
    }

## To change an address

message-change_email-subject = Confirma tu nuevo correo electrónico
message-change_email-title = Confirma tu nuevo correo electrónico
message-change_email-lead = Escribe este código en { $host } y tu cuenta usará esta dirección desde entonces.
message-change_email-button = Usar esta dirección
message-change_email-unasked = Si no tienes ninguna cuenta en { $host }, alguien se equivocó al escribir su dirección. No tienes que hacer nada: sin el código no pasa nada.
message-change_phone-sms =
    { $timed ->
        [yes] { $code } sirve para usar este teléfono en tu cuenta de { $host } durante { $time }. No lo compartas.
       *[no] { $code } sirve para usar este teléfono en tu cuenta de { $host }. No lo compartas.
    }

## An address was changed: to the old one

message-email_changed-subject =
    { $how ->
        [removed] Se quitó tu correo electrónico
       *[changed] Se cambió tu correo electrónico
    }
message-email_changed-title = { message-email_changed-subject }
message-email_changed-lead =
    { $how ->
        [removed] Tu cuenta en { $host } ya no tiene correo electrónico. Esta dirección ya no le pertenece.
       *[changed]
            { $shown ->
                [yes] Tu cuenta en { $host } usa ahora { $new_email }. Esta dirección ya no le pertenece.
               *[no] Tu cuenta en { $host } usa ahora otro correo electrónico. Esta dirección ya no le pertenece.
            }
    }
message-email_changed-button = Deshacer el cambio
message-email_changed-unasked =
    { $linked ->
        [yes] Si lo hiciste tú, no tienes que hacer nada. Si no fuiste tú, deshazlo ahora con este enlace y pon después una contraseña nueva.
       *[no] Si lo hiciste tú, no tienes que hacer nada. Si no fuiste tú, pon una contraseña nueva en { $site }/password/reset.
    }
message-email_changed-sms =
    { $linked ->
        [yes]
            { $how ->
                [removed] El correo de tu cuenta en { $host } fue quitado. ¿Fue otra persona? Deshazlo: { $link }
               *[changed] El correo de tu cuenta en { $host } fue cambiado. ¿Fue otra persona? Deshazlo: { $link }
            }
       *[no]
            { $how ->
                [removed] El correo de tu cuenta en { $host } fue quitado. ¿Fue otra persona? Pon una contraseña nueva en { $site }/password/reset
               *[changed] El correo de tu cuenta en { $host } fue cambiado. ¿Fue otra persona? Pon una contraseña nueva en { $site }/password/reset
            }
    }

message-phone_changed-subject =
    { $how ->
        [removed] Se quitó tu número de teléfono
       *[changed] Se cambió tu número de teléfono
    }
message-phone_changed-title = { message-phone_changed-subject }
message-phone_changed-lead =
    { $how ->
        [removed] Tu cuenta en { $host } ya no tiene número de teléfono. El número anterior ya no le pertenece.
       *[changed]
            { $shown ->
                [yes] Tu cuenta en { $host } usa ahora el número { $new_phone }. El número anterior ya no le pertenece.
               *[no] Tu cuenta en { $host } usa ahora otro número de teléfono. El número anterior ya no le pertenece.
            }
    }
message-phone_changed-button = Deshacer el cambio
message-phone_changed-unasked = { message-email_changed-unasked }
message-phone_changed-sms =
    { $linked ->
        [yes]
            { $how ->
                [removed] El teléfono de tu cuenta en { $host } fue quitado. ¿Fue otra persona? Deshazlo: { $link }
               *[changed]
                    { $shown ->
                        [yes] El teléfono de tu cuenta en { $host } fue cambiado por { $new_phone }. ¿Fue otra persona? Deshazlo: { $link }
                       *[no] El teléfono de tu cuenta en { $host } fue cambiado. ¿Fue otra persona? Deshazlo: { $link }
                    }
            }
       *[no]
            { $how ->
                [removed] El teléfono de tu cuenta en { $host } fue quitado. ¿Fue otra persona? Pon una contraseña nueva en { $site }/password/reset
               *[changed]
                    { $shown ->
                        [yes] El teléfono de tu cuenta en { $host } fue cambiado por { $new_phone }. ¿Fue otra persona? Pon una contraseña nueva en { $site }/password/reset
                       *[no] El teléfono de tu cuenta en { $host } fue cambiado. ¿Fue otra persona? Pon una contraseña nueva en { $site }/password/reset
                    }
            }
    }

## In the place of those two, when somebody else proved the address or number to be theirs

message-address_released-subject = Se sacó una dirección de tu cuenta
message-address_released-title = Se sacó una dirección de tu cuenta
message-address_released-lead = Un correo electrónico o número de teléfono de tu cuenta en { $host } que nunca verificaste es de otra persona, que lo verificó. Se sacó de tu cuenta. Todo lo demás sigue como estaba.
message-address_released-button = Ver tu cuenta
message-address_released-unasked = No tienes que hacer nada. Si aun así la dirección es tuya, inicia sesión y añádela de nuevo.
message-address_released-sms = Este teléfono ya no figura en una cuenta en { $host }: alguien ha demostrado que es suyo. ¿No fue cosa tuya? Mira { $site }/account

## The password was changed

message-password_changed-subject = Se cambió tu contraseña
message-password_changed-title = Se cambió tu contraseña
message-password_changed-lead = Se cambió la contraseña de tu cuenta en { $host } y se cerró la sesión en tus otros dispositivos.
message-password_changed-button = Poner una contraseña nueva
message-password_changed-unasked =
    { $linked ->
        [yes] Si la cambiaste tú, no tienes que hacer nada. Si no fuiste tú, otra persona entró en tu cuenta: pon ahora una contraseña nueva.
       *[no] Si la cambiaste tú, no tienes que hacer nada. Si no fuiste tú, otra persona entró en tu cuenta: pon ahora una contraseña nueva en { $site }/password/reset.
    }
message-password_changed-sms =
    { $linked ->
        [yes] La contraseña de tu cuenta en { $host } fue cambiada. ¿Fue otra persona? Pon una nueva: { $link }
       *[no] La contraseña de tu cuenta en { $host } fue cambiada. ¿Fue otra persona? Pon una nueva: { $site }/password/reset
    }

## The account is deleted, or going to be

message-account_deleted-subject = Se eliminó tu cuenta
message-account_deleted-title = Se eliminó tu cuenta
message-account_deleted-lead = Se eliminó tu cuenta en { $host } con todo lo que le pertenecía, como pediste. No se puede recuperar.
message-account_deleted-button = Registrarse de nuevo
message-account_deleted-unasked = Si lo hiciste tú, no tienes que hacer nada. Si no fuiste tú, alguien conocía tu contraseña: si usas la misma en otros sitios, cámbiala allí.
message-account_deleted-sms = Tu cuenta en { $host } fue eliminada con todo lo que le pertenece, como pediste. ¿Fue otra persona? Cambia esa contraseña donde la uses.

message-deletion_requested-subject = Tu cuenta va a eliminarse
message-deletion_requested-title = Tu cuenta va a eliminarse
message-deletion_requested-lead = Pediste a { $host } que eliminara tu cuenta. El { $until } desaparecerá con todo lo que le pertenece. Hasta entonces puedes conservarla: inicia sesión y dilo.
message-deletion_requested-button = Conservar mi cuenta
message-deletion_requested-unasked =
    { $linked ->
        [yes] Si lo hiciste tú, no tienes que hacer nada. Si no fuiste tú, alguien conoce tu contraseña: inicia sesión, conserva tu cuenta y pon una contraseña nueva.
       *[no] Si lo hiciste tú, no tienes que hacer nada. Si no fuiste tú, alguien conoce tu contraseña: inicia sesión, conserva tu cuenta y pon una contraseña nueva en { $site }/account/password.
    }
message-deletion_requested-sms =
    { $linked ->
        [yes] Tu cuenta en { $host } va a eliminarse el { $until }. ¿Quieres conservarla, o fue otra persona? Entra: { $link }
       *[no] Tu cuenta en { $host } va a eliminarse el { $until }. ¿Quieres conservarla, o fue otra persona? Entra: { $site }/account/delete
    }

## Somebody tried to register with an address that is known

message-already_registered-subject = Ya tienes una cuenta
message-already_registered-title = Ya tienes una cuenta
message-already_registered-lead = Alguien, probablemente tú, intentó registrarse en { $host } con esta dirección. Ya pertenece a una cuenta, así que no se cambió nada. Si olvidaste la contraseña, puedes poner una nueva.
message-already_registered-button = Iniciar sesión
message-already_registered-unasked = Si no fuiste tú, no tienes que hacer nada: quien lo intentó no supo que tienes una cuenta.
message-already_registered-sms =
    { $linked ->
        [yes] Ha habido un intento, probablemente tuyo, de registrarse en { $host } con este teléfono. Ya tienes una cuenta. Entra: { $link }
       *[no] Ha habido un intento, probablemente tuyo, de registrarse en { $host } con este teléfono. Ya tienes una cuenta. Entra: { $site }/login
    }

## To take an address out of an account that never proved it

message-release_address-subject = Saca tu dirección de una cuenta
message-release_address-title = ¿Esta cuenta no es tuya?
message-release_address-lead = Alguien pidió poner una contraseña nueva en { $host } con esta dirección. Figura en una cuenta, pero allí nunca se verificó, y la cuenta tiene otra dirección que sí. Si la cuenta no es tuya, este código saca tu dirección de ella, y podrás registrarte tú con ella.
message-release_address-button = Sacar mi dirección
message-release_address-unasked = Si la cuenta es tuya, pide la contraseña nueva con su otra dirección. Si no pediste nada, no tienes que hacer nada.
message-release_address-sms = { $code } saca este teléfono de una cuenta en { $host } que no es tuya. ¿Es tuya? Pide la contraseña nueva con su otro correo o teléfono. No lo compartas.

## To try out whether messages arrive

message-test-subject = Una prueba de { $host }
message-test-title = Los mensajes de { $host } llegan
message-test-lead = Alguien que se ocupa de { $host } hizo enviar este mensaje para ver si sus mensajes llegan a su destino. Este ha llegado.
message-test-button = Abrir { $host }
message-test-unasked = No tienes que hacer nada. Si { $host } no te dice nada, alguien escribió mal una dirección: no se creó ninguna cuenta y tu dirección no se guardó.
message-test-sms = Una prueba de { $host }: sus SMS llegan. No tienes que hacer nada.
