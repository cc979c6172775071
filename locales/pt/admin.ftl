### As páginas da equipe, e o que dizem suas chamadas.

## On each of them

admin-nav = Administração
admin-nav-overview = Visão geral
admin-nav-accounts = Contas
admin-nav-messages = Mensagens
admin-nav-tokens = Códigos
admin-nav-events = Eventos
admin-nav-explain = Explicar
admin-own-account = Sua conta:
admin-sign-out = Sair

## The entrance

admin-login-title = Entrar para administrar
admin-login-intro = Estas páginas são para a equipe. Elas pedem sua senha mesmo que você já tenha entrado.
admin-login-submit = Entrar

## Lists

admin-filter-submit = Mostrar
admin-filter-clear = Limpar
admin-filter-any = Qualquer
admin-pager = Páginas
admin-pager-first = Voltar à primeira página
admin-pager-next = Próxima página
admin-rows-none = Não há nada aqui.
admin-rows-none-narrowed = Não há nada assim.
admin-rows-none-yet = Nada entre estes. Pode haver mais na próxima página.
admin-rows-actions = O que se pode fazer
admin-rows-account = Conta
admin-rows-state = Estado
admin-rows-gone = Não existe mais
admin-rows-none-account = Nenhuma
admin-rows-nobody = De ninguém
admin-rows-by = Por
admin-choose-one = Escolha uma destas opções: { $choices }.
admin-choose-day = Escreva um dia, como 2026-11-22.

## The front page

admin-overview-title = Visão geral
admin-overview-accounts = Contas
admin-overview-verified = Com um endereço verificado
admin-overview-staff = Equipe
admin-overview-browsers = Sessões em navegadores
admin-overview-programs = Sessões de programas
admin-overview-waiting = Mensagens à espera
admin-overview-todo = O que precisa ser feito
admin-overview-look = Ver quais
admin-overview-schema = O esquema do banco de dados não é o deste programa
admin-overview-schema-text = Atualize-o com: countersign migrate. Um programa mais novo pode tê-lo alterado.
admin-overview-dead = O envio de mensagens foi abandonado
admin-overview-dead-text =
    { $count ->
        [one] { $count } mensagem da última semana não será tentada de novo.
       *[other] { $count } mensagens da última semana não serão tentadas de novo.
    }
admin-overview-failed = Não é possível enviar mensagens
admin-overview-failed-text =
    { $count ->
        [one] { $count } mensagem não pôde ser enviada e será tentada de novo.
       *[other] { $count } mensagens não puderam ser enviadas e serão tentadas de novo.
    }
admin-overview-activity = O que aconteceu
admin-overview-note = Os horários são UTC. O que aconteceu com contas apagadas não é contado.
admin-overview-spans = Quanto tempo atrás
admin-overview-span = Tempo
admin-overview-span-day = 24 horas
admin-overview-span-week = 7 dias
admin-overview-span-month = 30 dias
admin-chart-registrations = Contas criadas
admin-chart-logins = Acessos
admin-chart-refusals = Recusas
admin-chart-messages = Mensagens
admin-chart-sent = Enviadas
admin-chart-dead = Abandonadas
admin-chart-from = Desde
admin-chart-table = Como tabela
admin-chart-most = Máximo: { $count }, { $when }.
admin-chart-nothing = Nada aconteceu.

## Messages

admin-messages-title = Mensagens
admin-messages-intro = O que foi enviado às pessoas, e o que espera. O que uma mensagem diz nunca é mostrado.
admin-messages-retried = A mensagem será tentada de novo imediatamente.
admin-messages-message = Mensagem
admin-messages-to = Para
admin-messages-written = Escrita
admin-messages-waiting = À espera
admin-messages-failed = Será tentada de novo
admin-messages-sent = Enviada
admin-messages-dead = Abandonada
admin-messages-tries =
    { $count ->
        [one] Tentada { $count } vez
       *[other] Tentada { $count } vezes
    }
admin-messages-next = Próxima tentativa
admin-messages-retry = Tentar agora
admin-messages-erased = O que ela dizia foi apagado quando foi enviada ou abandonada. Quem precisar pode pedir uma nova.

## Tokens: one-time passwords under way

admin-tokens-title = Códigos
admin-tokens-intro = Códigos de uso único que estão a caminho. Cada código só é conhecido por quem o recebeu, e por mais ninguém.
admin-tokens-ended = O código foi anulado. Outro pode ser pedido.
admin-tokens-purpose = Para
admin-tokens-verify = Verificar um endereço
admin-tokens-reset = Redefinir a senha
admin-tokens-login = Entrar
admin-tokens-change = Alterar um endereço
admin-tokens-channel = Por
admin-tokens-email = E-mail
admin-tokens-phone = Mensagem de texto
admin-tokens-to = Enviado para
admin-tokens-made = Criado
admin-tokens-expires = Válido até
admin-tokens-open = Aberto
admin-tokens-throttled = Contido
admin-tokens-dead = Sem efeito
admin-tokens-until = Até
admin-tokens-attempts =
    { $count ->
        [one] Errado { $count } vez
       *[other] Errado { $count } vezes
    }
admin-tokens-end = Anular

## Events

admin-events-title = Eventos
admin-events-intro = O que aconteceu com as contas, o mais recente primeiro, e quem foi recusado.
admin-events-what = O quê
admin-events-network = Rede
admin-events-since = Desde
admin-events-until = Até
admin-events-from = Origem
admin-events-when = Quando
admin-events-no-account = Essa conta não existe. Informe o id, o nome de usuário, o endereço de e-mail ou o número de telefone dela.
admin-events-no-network = Escreva um endereço, ou uma rede como 192.0.2.0/24.
