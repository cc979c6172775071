### Las páginas del equipo, y lo que dicen sus llamadas.

## On each of them

admin-nav = Administración
admin-nav-overview = Resumen
admin-nav-accounts = Cuentas
admin-nav-messages = Mensajes
admin-nav-tokens = Códigos
admin-nav-events = Eventos
admin-nav-explain = Explicar
admin-own-account = Tu cuenta:
admin-sign-out = Cerrar sesión

## The entrance

admin-login-title = Iniciar sesión para administrar
admin-login-intro = Estas páginas son para el equipo. Piden tu contraseña aunque ya hayas iniciado sesión.
admin-login-submit = Iniciar sesión

## Lists

admin-filter-submit = Mostrar
admin-filter-clear = Borrar filtros
admin-filter-any = Cualquiera
admin-pager = Páginas
admin-pager-first = Volver a la primera página
admin-pager-next = Página siguiente
admin-rows-none = Aquí no hay nada.
admin-rows-none-narrowed = No hay nada así.
admin-rows-none-yet = Nada entre estos. Puede haber más en la página siguiente.
admin-rows-actions = Qué se puede hacer
admin-rows-account = Cuenta
admin-rows-state = Estado
admin-rows-gone = Ya no existe
admin-rows-none-account = Ninguna
admin-rows-nobody = De nadie
admin-rows-by = Por
admin-choose-one = Elige una de estas opciones: { $choices }.
admin-choose-day = Escribe un día, como 2026-11-22.

## The front page

admin-overview-title = Resumen
admin-overview-accounts = Cuentas
admin-overview-verified = Con una dirección verificada
admin-overview-staff = Equipo
admin-overview-browsers = Sesiones en navegadores
admin-overview-programs = Sesiones de programas
admin-overview-waiting = Mensajes en espera
admin-overview-todo = Lo que hay que hacer
admin-overview-look = Verlos
admin-overview-schema = El esquema de la base de datos no es el de este programa
admin-overview-schema-text = Ponlo al día con: countersign migrate. Puede que lo haya cambiado un programa más nuevo.
admin-overview-dead = Se abandonaron mensajes
admin-overview-dead-text =
    { $count ->
        [one] 1 mensaje de la última semana no se volverá a intentar.
       *[other] { $count } mensajes de la última semana no se volverán a intentar.
    }
admin-overview-failed = No se pueden enviar mensajes
admin-overview-failed-text =
    { $count ->
        [one] 1 mensaje no se pudo enviar y se volverá a intentar.
       *[other] { $count } mensajes no se pudieron enviar y se volverán a intentar.
    }
admin-overview-activity = Lo que pasó
admin-overview-note = Las horas son UTC. No se cuenta lo que pasó a cuentas eliminadas.
admin-overview-spans = Cuánto tiempo atrás
admin-overview-span = Tiempo
admin-overview-span-day = 24 horas
admin-overview-span-week = 7 días
admin-overview-span-month = 30 días
admin-chart-registrations = Registros
admin-chart-logins = Inicios de sesión
admin-chart-refusals = Rechazos
admin-chart-messages = Mensajes
admin-chart-sent = Enviados
admin-chart-dead = Abandonados
admin-chart-from = Desde
admin-chart-table = Como tabla
admin-chart-most = Máximo: { $count }, { $when }.
admin-chart-nothing = No pasó nada.

## Messages

admin-messages-title = Mensajes
admin-messages-intro = Lo que se envió a las personas, y lo que espera. Lo que dice un mensaje no se muestra nunca.
admin-messages-retried = El mensaje se volverá a intentar enseguida.
admin-messages-message = Mensaje
admin-messages-to = Para
admin-messages-written = Escrito
admin-messages-waiting = En espera
admin-messages-failed = Se volverá a intentar
admin-messages-sent = Enviado
admin-messages-dead = Abandonado
admin-messages-tries =
    { $count ->
        [one] Intentado una vez
       *[other] Intentado { $count } veces
    }
admin-messages-next = Próximo intento
admin-messages-retry = Intentar ahora
admin-messages-erased = Lo que decía se borró al enviarlo o abandonarlo. Quien lo necesite puede pedir uno nuevo.

## Tokens: one-time passwords under way

admin-tokens-title = Códigos
admin-tokens-intro = Códigos de un solo uso que están en camino. Cada código lo conoce solo quien lo recibió, y nadie más.
admin-tokens-ended = El código está anulado. Se puede pedir otro.
admin-tokens-purpose = Para
admin-tokens-verify = Verificar una dirección
admin-tokens-reset = Restablecer la contraseña
admin-tokens-login = Iniciar sesión
admin-tokens-change = Cambiar una dirección
admin-tokens-channel = Por
admin-tokens-email = Correo electrónico
admin-tokens-phone = Mensaje de texto
admin-tokens-to = Enviado a
admin-tokens-made = Creado
admin-tokens-expires = Válido hasta
admin-tokens-open = Abierto
admin-tokens-throttled = Frenado
admin-tokens-dead = Sin efecto
admin-tokens-until = Hasta
admin-tokens-attempts =
    { $count ->
        [one] Incorrecto una vez
       *[other] Incorrecto { $count } veces
    }
admin-tokens-end = Anular

## Events

admin-events-title = Eventos
admin-events-intro = Lo que pasó a las cuentas, lo más reciente primero, y a quién se rechazó.
admin-events-what = Qué
admin-events-network = Red
admin-events-since = Desde
admin-events-until = Hasta
admin-events-from = Origen
admin-events-when = Cuándo
admin-events-no-account = No existe esa cuenta. Indica su id, nombre de usuario, correo electrónico o número de teléfono.
admin-events-no-network = Escribe una dirección, o una red como 192.0.2.0/24.
