### Formulários: rótulos, ajudas e o que está errado em um valor.

## What is wrong

forms-too-short =
    { $count ->
        [one] Escreva pelo menos { $count } caractere.
       *[other] Escreva pelo menos { $count } caracteres.
    }
forms-too-long =
    { $count ->
        [one] Escreva no máximo { $count } caractere.
       *[other] Escreva no máximo { $count } caracteres.
    }
forms-pattern = Não tem a forma pedida: { $pattern }
forms-pattern-help = Não tem a forma pedida. { $help }
forms-choice = Escolha uma destas opções: { $choices }.
forms-range =
    { $what ->
        [length] Escreva de { $min } a { $max } caracteres.
        [number] Informe um número de { $min } a { $max }.
       *[date] Informe uma data de { $min } a { $max }.
    }
forms-least =
    { $what ->
        [length] Escreva pelo menos { $min } caracteres.
        [number] Informe um número que seja pelo menos { $min }.
       *[date] Informe uma data que não seja anterior a { $min }.
    }
forms-most =
    { $what ->
        [length] Escreva no máximo { $max } caracteres.
        [number] Informe um número que seja no máximo { $max }.
       *[date] Informe uma data que não seja posterior a { $max }.
    }
forms-some =
    { $what ->
        [number] Informe um número.
       *[date] Informe uma data.
    }
forms-date = Escreva a data com ano, mês e dia: 2026-11-22.
forms-number = Escreva um número, como 12 ou 2.5.
forms-url = Escreva o endereço completo, como https://example.org/pagina.
forms-or-other = Informe este dado, ou este outro: { $other }.
forms-exactly =
    { $what ->
        [length] Escreva exatamente { $min } caracteres.
       *[number] Informe exatamente este número: { $min }.
    }
forms-send-text = Envie isto como texto.
forms-send-flag = Envie true ou false.
forms-tick = Marque esta caixa para continuar.
forms-send-number = Envie isto como número.
forms-write-flag = Escreva true ou false.
forms-write-text = Escreva um texto entre aspas.
forms-ticked = Esta caixa precisa estar marcada (true).
forms-number-too-large = Este número é grande demais para ser guardado com exatidão.
forms-phone = Escreva um número de telefone, como +49 1512 3456789.
forms-control = Retire os caracteres de controle.
forms-one-line = Escreva em uma só linha, sem caracteres de controle.
forms-keep-username = Mantenha o nome de usuário: esta conta não tem outro identificador.
forms-all-too-long = Todas as respostas juntas são longas demais. Encurte a mais longa.
forms-channel-choice = Escolha email ou phone.
forms-either-identifier = Envie ou identifier, ou username, email e phone.
field-username = Nome de usuário
field-email = Endereço de e-mail
field-phone = Número de telefone
field-first-name = Nome
field-last-name = Sobrenome
field-channel-email = E-mail
field-channel-phone = Mensagem de texto
field-channel = Enviar por
field-channel-help = Só para um nome de usuário. Com um endereço de e-mail ou número de telefone, vai para ele.
field-identifier = Nome de usuário, e-mail ou telefone
field-identifier-without-phone = Nome de usuário ou e-mail
field-code = Código
field-password = Senha
field-password-again = Senha de novo
field-new-password = Nova senha
field-new-password-again = Nova senha de novo
field-current-password = Senha atual
field-remember-me = Manter minha sessão neste dispositivo
field-password-help =
    { $count ->
        [one] Pelo menos { $count } caractere. Uma frase que só você diria é uma boa senha.
       *[other] Pelo menos { $count } caracteres. Uma frase que só você diria é uma boa senha.
    }
register-title = Crie sua conta
field-new-phone = Novo número de telefone
field-new-email = Novo endereço de e-mail
field-phone-help = Com + e o código do país, como +49 1512 3456789.
field-username-help = Letras, números e . _ -
forms-at-least-one = Informe pelo menos um: { $identifiers }.
forms-give = Informe: { $identifiers }.
identifier-username = nome de usuário
identifier-username-alone = Nome de usuário
identifier-email = e-mail
identifier-email-alone = E-mail
identifier-phone = telefone
identifier-phone-alone = Telefone
identifier-any = identificador
login-title = Entrar
field-choose = Escolha uma opção
field-no-choice = Sem preferência
field-required = obrigatório
form-mistake = { $label }: { $mistake }
form-check =
    { $count ->
        [one] Confira este campo
       *[other] Confira estes campos
    }
