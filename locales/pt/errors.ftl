### As recusas, e o que dizem as respostas da API.

error-required = Este campo é obrigatório.
error-blank = Este campo não pode ficar vazio.
error-invalid = Informe um valor válido.
error-too_short = É curto demais.
error-too_long = É longo demais.
error-taken = Já está em uso.
error-mismatch = Os dois valores não são iguais.
error-unknown_field = Este formulário não tem esse campo.
error-password_too_short = Esta senha é curta demais.
error-password_too_common = Esta senha está entre as primeiras que se adivinham. Escolha uma em que só você pensaria.
error-password_numeric = Uma senha não pode ter só algarismos.
error-password_similar = Esta senha é parecida demais com seus outros dados.
error-no_identifier = Informe pelo menos um identificador.
error-malformed = Não foi possível ler o pedido.
error-invalid_token = Este token não é válido, ou já não é.
error-method_not_allowed = Este endereço não aceita esse método.
error-too_large = O pedido é grande demais.
error-unsupported_media_type = Envie application/json ou application/x-www-form-urlencoded, sem codificação de conteúdo.
error-invalid_credentials = Não conhecemos nenhuma conta com estes dados e esta senha.
error-invalid_code = Este código não está certo, ou já não vale.
error-throttled = Tentativas demais. Espere um pouco e tente de novo.
error-already_verified = Já está verificado.
error-same_value = É o valor que você já tem.
error-unverified = Verifique seu endereço primeiro.
error-registration_closed = Não é possível criar contas no momento.
error-cross_origin = Este pedido não veio de uma página deste site.
error-unauthenticated = Entre primeiro.
error-forbidden = Você não pode fazer isto.
error-not_found = Não há nada neste endereço.
error-overloaded = Estamos com muito movimento. Tente de novo daqui a pouco.
error-unavailable = Não é possível agora. Tente de novo daqui a pouco.
error-internal = Algo falhou do nosso lado.
identifier-username-too-long = Um nome de usuário tem no máximo 150 caracteres.
identifier-username-characters = Um nome de usuário tem só letras, números e os caracteres . _ - sem espaços.
identifier-username-first = Um nome de usuário começa com uma letra.
identifier-username-invisible = Um nome de usuário não pode ter caracteres invisíveis.
identifier-phone-too-long = Um número de telefone é mais curto do que isto.
identifier-phone-digits = Informe um número de telefone só com algarismos, como +49 30 901820, sem ramal.
identifier-phone-needs-plus = Informe o número de telefone com + e o código do país, como +49 30 901820.
identifier-phone-not-valid = Informe um número de telefone que exista, como +49 30 901820.
identifier-phone-region = Informe uma região com duas letras maiúsculas, como DE ou US.
identifier-email-too-long = Um endereço de e-mail tem no máximo 254 caracteres.
identifier-email-local-too-long = A parte de um endereço de e-mail antes do @ tem no máximo 64 caracteres.
identifier-email-whole = Informe um só endereço de e-mail, como nome@example.com.
identifier-email-local = A parte antes do @ tem só letras sem acentos, algarismos e os caracteres . ! # $ % & ' * + / = ? ^ _ ` {"{"} | {"}"} ~ -
identifier-email-domain = A parte depois do @ deve ser o nome de um domínio, como example.com.
password-too-long =
    { $count ->
        [one] Uma senha tem no máximo { $count } byte.
       *[other] Uma senha tem no máximo { $count } bytes.
    }
password-nul = Uma senha não pode ter o caractere U+0000.
password-too-short =
    { $count ->
        [one] Uma senha tem pelo menos { $count } caractere.
       *[other] Uma senha tem pelo menos { $count } caracteres.
    }
password-similar =
    { $like ->
        [username] Esta senha é parecida demais com seu nome de usuário.
        [email] Esta senha é parecida demais com seu endereço de e-mail.
        [first_name] Esta senha é parecida demais com seu nome.
        [last_name] Esta senha é parecida demais com seu sobrenome.
       *[phone] Esta senha é parecida demais com seu número de telefone.
    }
error-taken-email = Já existe uma conta com esse endereço de e-mail.
error-taken-phone = Já existe uma conta com esse número de telefone.
error-taken-username = Já existe uma conta com esse nome de usuário, ou com um parecido com ele.
account-only-identifier = É o único identificador da sua conta. Adicione outro primeiro.
registration-needs-address = Informe também um endereço: sem senha, os códigos para entrar são enviados para lá.
phone-premium = Este número cobra de quem escreve para ele. Informe um número comum.
phone-region = Só aceitamos números destas regiões: { $regions }.
change-lost-email = Outra pessoa já usa este endereço de e-mail. O seu fica como está.
change-lost-phone = Outra pessoa já usa este número de telefone. O seu fica como está.
password-wrong = Esta não é sua senha.
undo-lost-email = Este endereço de e-mail já pertence a outra conta.
undo-lost-phone = Este número de telefone já pertence a outra conta.
paging-cursor = Use o cursor do Link da página anterior.
problem-invalid = Uma parte disto não pôde ser aceita.
problem-stale = Confirme sua senha primeiro: envie-a por POST para /api/v1/me/reauthenticate e peça de novo.
problem-stale-without-password = Esta conta não tem senha para confirmar. Entre de novo e peça de novo.
error-wait = Tentativas demais. Espere { $wait } e tente de novo.
problem-title =
    { $status ->
        [400] Pedido incorreto
        [401] É preciso entrar
        [403] Proibido
        [404] Não encontrado
        [405] Método não permitido
        [409] Conflito
        [413] Pedido grande demais
        [415] Tipo de conteúdo não aceito
        [422] Não é possível processar
        [429] Pedidos demais
        [503] Serviço indisponível
       *[500] Erro interno
    }
api-code-sent = Um código está a caminho.
api-message-sent = Se essa conta existir, uma mensagem está a caminho.
api-registered-quietly = Enviamos uma mensagem. Verifique o endereço com o que está nela e depois entre.
api-verify-sent = Se houver algo a verificar aí, um código está a caminho.
error-late = Demorou demais. Tente de novo daqui a pouco.
